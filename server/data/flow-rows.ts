import { z } from 'zod';
import {
  ConnectorType,
  ExecutionStatus,
  FlowStatus,
  ScheduledTriggerProperties,
  TriggerType,
} from '@/contract/shapes.gen';
import { Prisma } from '@/generated/prisma/client';
import type { Flow, FlowDefinition } from '../domain/flow';
import { Simulation } from '../domain/simulation';
import type { Row } from './statements';

type PrismaRow = Prisma.FlowGetPayload<{ omit: { definition: true } }>;

/**
 * A flow's row without its definition, which can be large and which only describing it needs: as Prisma reads it, or as SQLite has
 * it, with times in epoch milliseconds and truth as 0 or 1.
 */
export type FlowRow = {
  [Column in keyof PrismaRow]:
    | PrismaRow[Column]
    | (Date extends PrismaRow[Column] ? number : boolean extends PrismaRow[Column] ? number : never);
};

/** The columns of a FlowRow. */
export const flowRowColumns = Object.keys(Prisma.FlowScalarFieldEnum).filter(
  (column) => column !== 'definition',
);

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
    createdAt: Number(row.createdAt),
    createdBy: row.createdBy,
    lastUpdatedAt: Number(row.lastUpdatedAt),
    lastUpdatedBy: row.lastUpdatedBy,
    statusChangedAt: Number(row.statusChangedAt),
    statusChangedBy: row.statusChangedBy,
    statusChangedVia: row.statusChangedVia,
    statusReason: row.statusReason ?? undefined,
    stoppedByFailures: Boolean(row.stoppedByFailures),
    failedExecutionsInARow: row.failedExecutionsInARow,
    executionsInProgress: row.executionsInProgress,
    executionsStarted: row.executionsStarted,
    nextRunAt: row.nextRunAt === null ? undefined : Number(row.nextRunAt),
    startsAgainAt: row.startsAgainAt === null ? undefined : Number(row.startsAgainAt),
    lastDataPullEndAt: row.lastDataPullEndAt === null ? undefined : Number(row.lastDataPullEndAt),
    simulation: row.simulation === null ? undefined : Simulation.parse(JSON.parse(row.simulation)),
    lastExecution:
      row.lastExecutionId === null
        ? undefined
        : {
            executionId: row.lastExecutionId,
            executionStatus: ExecutionStatus.parse(row.lastExecutionStatus),
            at: Number(row.lastExecutionAt),
            message: row.lastExecutionMessage ?? undefined,
          },
  };
}

/** The definition that a row holds. */
export function parseDefinition(json: string): FlowDefinition {
  // The writer is the only one to write this column, from input that the contract has validated.
  return JSON.parse(json) as FlowDefinition;
}

/** The columns that a flow's state fills, with their values as SQLite has them. */
export function flowColumns(flow: Flow): Row {
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
    stoppedByFailures: Number(flow.stoppedByFailures),
    failedExecutionsInARow: flow.failedExecutionsInARow,
    executionsInProgress: flow.executionsInProgress,
    executionsStarted: flow.executionsStarted,
    nextRunAt: flow.nextRunAt ?? null,
    startsAgainAt: flow.startsAgainAt ?? null,
    lastDataPullEndAt: flow.lastDataPullEndAt ?? null,
    simulation: flow.simulation ? JSON.stringify(flow.simulation) : null,
    lastExecutionId: flow.lastExecution?.executionId ?? null,
    lastExecutionStatus: flow.lastExecution?.executionStatus ?? null,
    lastExecutionAt: flow.lastExecution?.at ?? null,
    lastExecutionMessage: flow.lastExecution?.message ?? null,
  };
}
