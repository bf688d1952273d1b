import type { FlowRow } from '@/contract/console';

/** An active flow that runs every five minutes, for tests. */
export function flowRow(changes: Partial<FlowRow>): FlowRow {
  return {
    id: 'f1',
    flowName: 'orders-to-s3',
    flowArn: 'arn:aws:appflow:us-east-1:000000000000:flow/orders-to-s3',
    flowStatus: 'Active',
    standing: 'active',
    needsAttention: false,
    triggerType: 'Scheduled',
    scheduleExpression: 'rate(5minutes)',
    sourceConnector: 'Salesforce',
    destinationConnector: 'S3',
    tags: {},
    statusChange: { at: 0, by: 'Ana', via: 'console' },
    executionsInProgress: 0,
    failedExecutionsInARow: 0,
    createdAt: 0,
    createdBy: 'Ana',
    lastUpdatedAt: 0,
    lastUpdatedBy: 'Ana',
    ...changes,
  };
}
