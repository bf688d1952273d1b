import { z } from 'zod';
import { ConnectorType, ExecutionStatus, FlowStatus, ScheduledTriggerProperties, TriggerType } from '@/contract/shapes.gen';
import type { Prisma } from '@/generated/prisma/client';
import type { Flow } from '../domain/flow';

/** A flow's row without its definition, which can be large and which only describing it needs. */
export type FlowRow = Prisma.FlowGetPayload<{ omit: { definition: true } }>;

const Tags = z.record(z.string(), z.string());

/** The state that a row holds. */
export function toFlow(row: FlowRow): Flow {
  return {
    id: row.id,
    account: row.account,
    region: row.region,
    flowName: row.flowName,
    flowStatus: FlowStatus.parse(row.flowStatus),
    flowStatusMessage: row.flowStatusMessage ?? undefined,
    triggerType: TriggerType.parse(row.triggerType),
    schedule: row.schedule === null ? undefined : ScheduledTriggerProperties.parse(JSON.parse(row.schedule)),
    description: row.description ?? undefined,
    sourceConnectorType: ConnectorType.parse(row.sourceConnectorType),
    destinationConnectorType: ConnectorType.parse(row.destinationConnectorType),
    tags: Tags.parse(JSON.parse(row.tags)),
    schemaVersion: row.schemaVersion,
    createdAt: row.createdAt.getTime(),
    createdBy: row.createdBy,
    lastUpdatedAt: row.lastUpdatedAt.getTime(),
    lastUpdatedBy: row.lastUpdatedBy,
    statusChangedAt: row.statusChangedAt.getTime(),
    statusChangedBy: row.statusChangedBy,
    statusChangedVia: row.statusChangedVia,
    statusReason: row.statusReason ?? undefined,
    stoppedByFailures: row.stoppedByFailures,
    failedExecutionsInARow: row.failedExecutionsInARow,
    executionsInProgress: row.executionsInProgress,
    lastExecution:
      row.lastExecutionId === null
        ? undefined
        : {
            executionId: row.lastExecutionId,
            executionStatus: ExecutionStatus.parse(row.lastExecutionStatus),
            at: row.lastExecutionAt?.getTime() ?? 0,
            message: row.lastExecutionMessage ?? undefined,
          },
  };
}

/** The columns that a flow's state fills, with their values as the writer's statements take them (JSON scalars). */
export function flowColumns(flow: Flow): Record<string, string | number | boolean | null> {
  return {
    id: flow.id,
    account: flow.account,
    region: flow.region,
    flowName: flow.flowName,
    liveName: flow.flowStatus === 'Deleted' ? null : flow.flowName,
    flowStatus: flow.flowStatus,
    flowStatusMessage: flow.flowStatusMessage ?? null,
    description: flow.description ?? null,
    triggerType: flow.triggerType,
    schedule: flow.schedule ? JSON.stringify(flow.schedule) : null,
    sourceConnectorType: flow.sourceConnectorType,
    destinationConnectorType: flow.destinationConnectorType,
    tags: JSON.stringify(flow.tags),
    schemaVersion: flow.schemaVersion,
    createdAt: flow.createdAt,
    createdBy: flow.createdBy,
    lastUpdatedAt: flow.lastUpdatedAt,
    lastUpdatedBy: flow.lastUpdatedBy,
    statusChangedAt: flow.statusChangedAt,
    statusChangedBy: flow.statusChangedBy,
    statusChangedVia: flow.statusChangedVia,
    statusReason: flow.statusReason ?? null,
    stoppedByFailures: flow.stoppedByFailures,
    failedExecutionsInARow: flow.failedExecutionsInARow,
    executionsInProgress: flow.executionsInProgress,
    lastExecutionId: flow.lastExecution?.executionId ?? null,
    lastExecutionStatus: flow.lastExecution?.executionStatus ?? null,
    lastExecutionAt: flow.lastExecution?.at ?? null,
    lastExecutionMessage: flow.lastExecution?.message ?? null,
  };
}
