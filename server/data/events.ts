import { EventRow, type World } from '@/contract/console';
import type { PrismaClient } from '@/generated/prisma/client';

export interface EventsRepository {
  /** The newest events of a flow name, those of deleted flows of the same name too, without the routine of its runs. */
  ofFlow(world: World, flowName: string, limit: number): Promise<EventRow[]>;
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
  };
}
