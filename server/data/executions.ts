import { z } from 'zod';
import type { ExecutionRow, World } from '@/contract/console';
import { ExecutionStatus } from '@/contract/shapes.gen';
import type { Prisma, PrismaClient } from '@/generated/prisma/client';
import type { Execution, ExecutionPlace } from '../domain/execution';
import type { ExecutionResult } from '../domain/flow';

/** A run under way, with all that ending it takes. `endsAt` is in epoch milliseconds. */
export interface DueExecution {
  world: World;
  flowName: string;
  flowId: string;
  executionId: string;
  endsAt: number;
  plan: ExecutionResult;
}

export interface ExecutionsRepository {
  /** The newest runs of a flow name, or those that come after a place in that order; those of deleted flows of the same name too. */
  ofFlow(world: World, flowName: string, limit: number, after?: ExecutionPlace): Promise<ExecutionRow[]>;
  /** The runs of one flow that come after a place in the order of the newest first. */
  list(flowId: string, after: ExecutionPlace | undefined, limit: number): Promise<Execution[]>;
  /** Runs under way, the next to end first. */
  underWay(limit: number): Promise<DueExecution[]>;
}

const Plan = z.object({
  executionStatus: z.enum(['Successful', 'Error']),
  bytesProcessed: z.number(),
  bytesWritten: z.number(),
  recordsProcessed: z.number(),
  message: z.string().optional(),
});

const NEWEST_FIRST: Prisma.ExecutionOrderByWithRelationInput[] = [
  { startedAt: 'desc' },
  { executionId: 'asc' },
];

function newestFirst(one: Execution, other: Execution): number {
  return other.startedAt - one.startedAt || (one.executionId < other.executionId ? -1 : 1);
}

export function executionsRepository(reader: PrismaClient): ExecutionsRepository {
  async function list(
    flowId: string,
    after: ExecutionPlace | undefined,
    limit: number,
  ): Promise<Execution[]> {
    const rows = await reader.execution.findMany({
      where: { flowId, ...comesAfter(after) },
      orderBy: NEWEST_FIRST,
      take: limit,
    });
    return rows.map(toExecution);
  }

  /** The flows that had this name and have runs, with the time of their newest, those with the newest first: each is an index's end. */
  function flowsOfName({ account, region }: World, flowName: string, after: ExecutionPlace | undefined) {
    const latest = after?.startedAt ?? Number.MAX_SAFE_INTEGER;
    return reader.$queryRaw<{ id: string; newest: unknown }[]>`
      SELECT id, (SELECT max(startedAt) FROM "Execution" WHERE flowId = f.id) AS newest FROM "Flow" AS f
      WHERE account = ${account} AND region = ${region} AND flowName = ${flowName}
        AND (SELECT min(startedAt) FROM "Execution" WHERE flowId = f.id) <= ${latest}
      ORDER BY newest DESC`;
  }

  return {
    // Flow by flow, so that no more runs are read than are asked for: a flow may have hundreds of thousands.
    async ofFlow(world, flowName, limit, after) {
      let found: Execution[] = [];
      for (const { id, newest } of await flowsOfName(world, flowName, after)) {
        const last = found[limit - 1];
        if (last && last.startedAt > Number(newest)) {
          break;
        }
        found = [...found, ...(await list(id, after, limit))].sort(newestFirst).slice(0, limit);
      }
      return found.map(toExecutionRow);
    },

    list,

    async underWay(limit) {
      const rows = await reader.execution.findMany({
        where: { executionStatus: { in: ['InProgress', 'CancelStarted'] } },
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

function comesAfter(place: ExecutionPlace | undefined): Prisma.ExecutionWhereInput {
  if (!place) {
    return {};
  }
  const startedAt = new Date(place.startedAt);
  return {
    startedAt: { lte: startedAt },
    OR: [{ startedAt: { lt: startedAt } }, { executionId: { gt: place.executionId } }],
  };
}

function toExecution(row: Prisma.ExecutionGetPayload<object>): Execution {
  return {
    executionId: row.executionId,
    executionStatus: ExecutionStatus.parse(row.executionStatus),
    startedAt: row.startedAt.getTime(),
    lastUpdatedAt: row.lastUpdatedAt.getTime(),
    dataPullStartAt: row.dataPullStartAt?.getTime(),
    dataPullEndAt: row.dataPullEndAt?.getTime(),
    bytesProcessed: toNumber(row.bytesProcessed),
    bytesWritten: toNumber(row.bytesWritten),
    recordsProcessed: toNumber(row.recordsProcessed),
    message: row.message ?? undefined,
  };
}

function toExecutionRow(execution: Execution): ExecutionRow {
  const { executionId, executionStatus, startedAt, lastUpdatedAt } = execution;
  const isUnderWay = executionStatus === 'InProgress' || executionStatus === 'CancelStarted';
  return {
    executionId,
    executionStatus,
    startedAt,
    endedAt: isUnderWay ? undefined : lastUpdatedAt,
    dataPullStartAt: execution.dataPullStartAt,
    dataPullEndAt: execution.dataPullEndAt,
    bytesProcessed: execution.bytesProcessed,
    bytesWritten: execution.bytesWritten,
    recordsProcessed: execution.recordsProcessed,
    message: execution.message,
  };
}

function toNumber(value: bigint | null): number | undefined {
  return value === null ? undefined : Number(value);
}
