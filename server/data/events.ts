import type { ActivityRow } from '@/contract/activity';
import { EventRow, type World } from '@/contract/console';
import { LiveEvent } from '@/contract/live';
import type { PrismaClient } from '@/generated/prisma/client';
import type { EventFilter } from '../domain/event-filter';
import { allEvents, changesByPeople, searchEvents, type Between, type FoundEvents } from './event-search';

export interface EventsRepository {
  /** The newest events of a flow name, those of deleted flows of the same name too, without the routine of its runs. */
  ofFlow(world: World, flowName: string, limit: number): Promise<EventRow[]>;
  /** At most `limit` events of a world after an id, the oldest first, the routine of runs too. */
  after(world: World, id: number, limit: number): Promise<LiveEvent[]>;
  /** Whether a world has more than `count` events after an id. */
  hasMoreThan(world: World, id: number, count: number): Promise<boolean>;
  /** The id of the newest event of any world; 0 where there is none. */
  newestId(): Promise<number>;
  /** Events of a world that match, the newest first; it looks at a bounded number of events and says how far it came. */
  search(world: World, filter: EventFilter, between: Between, limit: number): Promise<FoundEvents>;
  /** All events of a world that match, the newest first, some at a time. */
  all(world: World, filter: EventFilter): AsyncIterable<ActivityRow[]>;
  /** The id of the newest event of a world, 0 before the first. */
  newest(world: World): Promise<number>;
  /** The newest changes that somebody made, not the service by itself; a bulk job is one, whatever it did to how many flows. */
  madeByPeople(world: World, limit: number): Promise<ActivityRow[]>;
}

const EXPORTED_AT_A_TIME = 1_000;

export function eventsRepository(reader: PrismaClient): EventsRepository {
  return {
    search: (world, filter, between, limit) => searchEvents(reader, world, filter, between, limit),
    all: (world, filter) => allEvents(reader, world, filter, EXPORTED_AT_A_TIME),

    async newest({ account, region }) {
      const event = await reader.event.findFirst({
        where: { account, region },
        orderBy: { id: 'desc' },
        select: { id: true },
      });
      return event?.id ?? 0;
    },

    madeByPeople: (world, limit) => changesByPeople(reader, world, limit),

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
          detail: row.detail ?? undefined,
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
          bulkJobId: row.bulkJobId ?? undefined,
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
