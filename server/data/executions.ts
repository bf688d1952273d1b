import { z } from 'zod';
import type { ExecutionRow, World } from '@/contract/console';
import { ExecutionStatus } from '@/contract/shapes.gen';
import type { Prisma, PrismaClient } from '@/generated/prisma/client';
import type { ExecutionResult } from '../domain/flow';

/** A run under way, with all that ending it takes. `endsAt` is in epoch milliseconds. */
export interface ExecutionInProgress {
  world: World;
  flowName: string;
  flowId: string;
  executionId: string;
  endsAt: number;
  plan: ExecutionResult;
}

export interface ExecutionsRepository {
  /** The newest runs of a flow name, those of deleted flows of the same name too. */
  ofFlow(world: World, flowName: string, limit: number): Promise<ExecutionRow[]>;
  /** Runs under way, the next to end first. */
  inProgress(limit: number): Promise<ExecutionInProgress[]>;
}

const Plan = z.object({
  executionStatus: z.enum(['Successful', 'Error']),
  bytesProcessed: z.number(),
  bytesWritten: z.number(),
  recordsProcessed: z.number(),
  message: z.string().optional(),
});

export function executionsRepository(reader: PrismaClient): ExecutionsRepository {
  return {
    async ofFlow({ account, region }, flowName, limit) {
      const rows = await reader.execution.findMany({
        where: { flow: { account, region, flowName } },
        orderBy: [{ startedAt: 'desc' }, { executionId: 'asc' }],
        take: limit,
      });
      return rows.map(toExecutionRow);
    },

    async inProgress(limit) {
      const rows = await reader.execution.findMany({
        where: { executionStatus: 'InProgress' },
        orderBy: { endsAt: 'asc' },
        take: limit,
        include: { flow: { select: { account: true, region: true, flowName: true } } },
      });
      return rows.map((row) => ({
        world: { account: row.flow.account, region: row.flow.region },
        flowName: row.flow.flowName,
        flowId: row.flowId,
        executionId: row.executionId,
        endsAt: row.endsAt.getTime(),
        plan: Plan.parse(JSON.parse(row.plan)),
      }));
    },
  };
}

function toExecutionRow(row: Prisma.ExecutionGetPayload<object>): ExecutionRow {
  const executionStatus = ExecutionStatus.parse(row.executionStatus);
  return {
    executionId: row.executionId,
    executionStatus,
    startedAt: row.startedAt.getTime(),
    endedAt: executionStatus === 'InProgress' ? undefined : row.lastUpdatedAt.getTime(),
    bytesProcessed: toNumber(row.bytesProcessed),
    bytesWritten: toNumber(row.bytesWritten),
    recordsProcessed: toNumber(row.recordsProcessed),
    message: row.message ?? undefined,
  };
}

function toNumber(value: bigint | null): number | undefined {
  return value === null ? undefined : Number(value);
}
