import { EventRow, type World } from '@/contract/console';
import { LiveEvent } from '@/contract/live';
import type { PrismaClient } from '@/generated/prisma/client';

export interface EventsRepository {
  /** The newest events of a flow name, those of deleted flows of the same name too, without the routine of its runs. */
  ofFlow(world: World, flowName: string, limit: number): Promise<EventRow[]>;
  /** At most `limit` events of a world after an id, the oldest first, the routine of runs too. */
  after(world: World, id: number, limit: number): Promise<LiveEvent[]>;
  /** Whether a world has more than `count` events after an id. */
  hasMoreThan(world: World, id: number, count: number): Promise<boolean>;
  /** The id of the newest event of any world; 0 where there is none. */
  newestId(): Promise<number>;
}

export function eventsRepository(reader: PrismaClient): EventsRepository {
  return {
    async ofFlow({ account, region }, flowName, limit) {
      const rows = await reader.event.findMany({
        where: { account, region, flowName, isRoutine: false },
        orderBy: { id: 'desc' },
        take: limit,
      });
      return rows.map((row) =>
        EventRow.parse({
          id: row.id,
          at: row.at.getTime(),
          flowName,
          operation: row.operation,
          outcome: row.outcome,
          errorName: row.errorName ?? undefined,
          errorMessage: row.errorMessage ?? undefined,
          beforeStatus: row.beforeStatus ?? undefined,
          afterStatus: row.afterStatus ?? undefined,
          executionId: row.executionId ?? undefined,
          by: row.actor,
          via: row.via,
          reason: row.reason ?? undefined,
          requestId: row.requestId,
        }),
      );
    },

    async after({ account, region }, id, limit) {
      const rows = await reader.event.findMany({
        where: { account, region, id: { gt: id } },
        orderBy: { id: 'asc' },
        take: limit,
      });
      return rows.map((row) =>
        LiveEvent.parse({
          id: row.id,
          at: row.at.getTime(),
          flowName: row.flowName ?? undefined,
          flowId: row.flowId ?? undefined,
          operation: row.operation,
          outcome: row.outcome,
          beforeStatus: row.beforeStatus ?? undefined,
          afterStatus: row.afterStatus ?? undefined,
          executionId: row.executionId ?? undefined,
          by: row.actor,
          reason: row.reason ?? undefined,
          requestId: row.requestId,
        }),
      );
    },

    async hasMoreThan({ account, region }, id, count) {
      const beyond = await reader.event.findFirst({
        where: { account, region, id: { gt: id } },
        orderBy: { id: 'asc' },
        skip: count,
        select: { id: true },
      });
      return beyond !== null;
    },

    async newestId() {
      const newest = await reader.event.findFirst({ orderBy: { id: 'desc' }, select: { id: true } });
      return newest?.id ?? 0;
    },
  };
}
