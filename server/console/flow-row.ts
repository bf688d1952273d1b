import type { FlowRow } from '@/contract/console';
import { flowArn } from '../domain/arn';
import type { Flow } from '../domain/flow';
import { nextRunAt } from '../domain/schedule';
import { needsAttention, standingOf } from '../domain/standing';

/** A flow as the console shows it at `now` (epoch milliseconds). */
export function toFlowRow(flow: Flow, now: number): FlowRow {
  const { lastExecution, schedule } = flow;
  return {
    id: flow.id,
    flowName: flow.flowName,
    flowArn: flowArn(flow, flow.flowName),
    flowStatus: flow.flowStatus,
    flowStatusMessage: flow.flowStatusMessage,
    standing: standingOf(flow),
    needsAttention: needsAttention(flow),
    triggerType: flow.triggerType,
    scheduleExpression: schedule?.scheduleExpression,
    sourceConnector: flow.sourceConnectorType,
    destinationConnector: flow.destinationConnectorType,
    tags: flow.tags,
    statusChange: {
      at: flow.statusChangedAt,
      by: flow.statusChangedBy,
      via: flow.statusChangedVia,
      reason: flow.statusReason,
    },
    lastExecution: lastExecution && {
      executionId: lastExecution.executionId,
      executionStatus: lastExecution.executionStatus,
      at: lastExecution.at,
      message: lastExecution.message,
    },
    executionsInProgress: flow.executionsInProgress,
    failedExecutionsInARow: flow.failedExecutionsInARow,
    flowErrorDeactivationThreshold: schedule?.flowErrorDeactivationThreshold,
    ...nextRun(flow, now),
    startsAgainAt: flow.startsAgainAt,
    createdAt: flow.createdAt,
    createdBy: flow.createdBy,
    lastUpdatedAt: flow.lastUpdatedAt,
    lastUpdatedBy: flow.lastUpdatedBy,
  };
}

/** A flow without a schedule has no next run; one that is not active has one only if it is started. */
function nextRun({ flowStatus, schedule, nextRunAt: dueAt }: Flow, now: number) {
  if (!schedule || flowStatus === 'Deleted' || flowStatus === 'Deprecated') {
    return {};
  }
  return flowStatus === 'Active'
    ? { nextRunAt: dueAt }
    : { nextRunIfStartedAt: nextRunAt(schedule, now, now) };
}
