import { ActivityRow } from '@/contract/activity';
import type { World } from '@/contract/console';
import { Prisma, type PrismaClient } from '@/generated/prisma/client';
import type { EventFilter } from '../domain/event-filter';

/** Ids of events, neither included. */
export interface Between {
  after?: number;
  before?: number;
}

export interface FoundEvents {
  /** The newest first. */
  events: ActivityRow[];
  /** Where to go on, as `before`; undefined when there is nothing more. */
  next?: number;
  /** When the last event was that a search looked at and gave up for now; `next` goes on from there. */
  lookedBackTo?: number;
}

/** One search looks at no more events than this: beyond, it says how far it came, so that 10,000,000 events keep nobody waiting. */
export const LOOK_LIMIT = 20_000;

/**
 * A way to the events that may match: an index, what it narrows to, and whether it has them in the order of their ids.
 * Where several are there, the one with the fewest events is taken.
 */
interface Way {
  index: string;
  /** Each branch is in order of its own; several are merged. */
  branches: Prisma.Sql[];
  isOrdered: boolean;
}

const TOLD = Prisma.sql`isRoutine = 0`;

const COLUMNS = Prisma.sql`id, at, flowName, connectorProfileName, connectorLabel, operation, outcome, errorName, errorMessage,
  beforeStatus, afterStatus, executionId, bulkJobId, detail, isRoutine, actor, via, reason, requestId`;

/** The events of a world that match, the newest first, at most `limit`. */
export async function searchEvents(
  reader: PrismaClient,
  world: World,
  filter: EventFilter,
  { after, before }: Between,
  limit: number,
): Promise<FoundEvents> {
  const ids = await idsWithin(reader, filter, { after, before });
  const way = await shortestWay(reader, world, filter, ids);
  const candidates = candidatesOf(way, world, ids);
  const rows = await reader.$queryRaw<StoredEvent[]>`
    SELECT * FROM (${candidates(COLUMNS)} LIMIT ${LOOK_LIMIT}) WHERE ${matching(filter)} LIMIT ${limit + 1}`;
  const events = rows.slice(0, limit).map(toActivityRow);
  if (rows.length > limit) {
    return { events, next: events.at(-1)?.id };
  }
  const [last] = await reader.$queryRaw<{ id: unknown; at: unknown }[]>`
    SELECT id, CAST(at AS INTEGER) AS at FROM "Event" WHERE id =
      (SELECT id FROM (${candidates(Prisma.sql`id`)} LIMIT 1 OFFSET ${LOOK_LIMIT - 1}))`;
  return last ? { events, next: Number(last.id), lookedBackTo: Number(last.at) } : { events };
}

/** All events of a world that match, the newest first, some at a time. */
export async function* allEvents(
  reader: PrismaClient,
  world: World,
  filter: EventFilter,
  atATime: number,
): AsyncGenerator<ActivityRow[]> {
  let next: number | undefined = Number.MAX_SAFE_INTEGER;
  while (next !== undefined) {
    const found: FoundEvents = await searchEvents(reader, world, filter, { before: next }, atATime);
    yield found.events;
    next = found.next;
  }
}

/**
 * The newest changes that somebody made, not the service by itself; a bulk job is one, whatever it did to how many flows. They have an
 * index of their own, so that a job of very many flows leaves the older ones within reach.
 */
export async function changesByPeople(
  reader: PrismaClient,
  world: World,
  limit: number,
): Promise<ActivityRow[]> {
  return (await reader.$queryRaw<StoredEvent[]>(byPeople(world, limit))).map(toActivityRow);
}

function byPeople({ account, region }: World, limit: number): Prisma.Sql {
  return Prisma.sql`SELECT ${COLUMNS} FROM "Event" INDEXED BY "Event_by_people"
    WHERE account = ${account} AND region = ${region} AND ${TOLD} AND outcome = 'changed'
    AND via NOT IN ('runner', 'service') AND (bulkJobId IS NULL OR flowName IS NULL) ORDER BY id DESC LIMIT ${limit}`;
}

/** SQLite's plan for the changes that people made, for the test that it reads no others. */
export async function changesByPeoplePlan(reader: PrismaClient, world: World): Promise<string[]> {
  const steps = await reader.$queryRaw<{ detail: string }[]>`EXPLAIN QUERY PLAN ${byPeople(world, 10)}`;
  return steps.map(({ detail }) => detail);
}

/** SQLite's plan for a search, for the test that no search reads or sorts all events. */
export async function searchPlans(
  reader: PrismaClient,
  world: World,
  filter: EventFilter,
): Promise<{ index: string; plan: string[] }[]> {
  const plans: { index: string; plan: string[] }[] = [];
  for (const way of waysFor(filter)) {
    const steps = await reader.$queryRaw<{ detail: string }[]>`EXPLAIN QUERY PLAN
      SELECT * FROM (${candidatesOf(way, world, {})(COLUMNS)} LIMIT ${LOOK_LIMIT}) WHERE ${matching(filter)} LIMIT 10`;
    plans.push({ index: way.index, plan: steps.map(({ detail }) => detail) });
  }
  return plans;
}

function waysFor({
  flowName,
  flowNamePrefix,
  operation,
  outcome,
  errorName,
  connectorProfileName,
  connectorLabel,
  bulkJobId,
  actor,
  requestId,
  withRoutine,
}: EventFilter): Way[] {
  if (requestId !== undefined) {
    return [
      { index: 'Event_requestId_idx', branches: [Prisma.sql`requestId = ${requestId}`], isOrdered: true },
    ];
  }
  const byName = 'Event_account_region_flowName_isRoutine_id_idx';
  if (flowName !== undefined) {
    const branches = [
      Prisma.sql`flowName = ${flowName} AND isRoutine = 0`,
      ...(withRoutine ? [Prisma.sql`flowName = ${flowName} AND isRoutine = 1`] : []),
    ];
    return [{ index: byName, branches, isOrdered: true }];
  }
  const ordered = (index: string, where: Prisma.Sql): Way => ({ index, branches: [where], isOrdered: true });
  // Events about a connector are few, those of a bulk job lie close together.
  const only =
    (bulkJobId !== undefined && ordered('Event_bulk_job', Prisma.sql`bulkJobId = ${bulkJobId}`)) ||
    (connectorProfileName !== undefined &&
      ordered('Event_connector_profile', Prisma.sql`connectorProfileName = ${connectorProfileName}`)) ||
    (connectorLabel !== undefined &&
      ordered('Event_connector', Prisma.sql`connectorLabel = ${connectorLabel}`));
  if (only) {
    return [only];
  }
  const asked = outcome ?? (errorName === undefined ? undefined : 'refused');
  return [
    ...(withRoutine
      ? [ordered('Event_account_region_id_idx', Prisma.sql`true`)]
      : [
          ordered('Event_told', TOLD),
          ...(actor === undefined
            ? []
            : [ordered('Event_told_actor', Prisma.sql`${TOLD} AND actor = ${actor}`)]),
          ...(operation === undefined
            ? []
            : [ordered('Event_told_operation', Prisma.sql`${TOLD} AND operation = ${operation}`)]),
          ...(asked === undefined
            ? []
            : [ordered('Event_told_outcome', Prisma.sql`${TOLD} AND outcome = ${asked}`)]),
        ]),
    ...(flowNamePrefix === undefined
      ? []
      : [
          {
            index: byName,
            branches: [
              Prisma.sql`flowName >= ${flowNamePrefix} AND flowName < ${`${flowNamePrefix}\u{10FFFF}`}`,
            ],
            isOrdered: false,
          },
        ]),
  ];
}

async function shortestWay(
  reader: PrismaClient,
  world: World,
  filter: EventFilter,
  ids: Between,
): Promise<Way> {
  const [usual, ...others] = waysFor(filter);
  if (!usual) {
    throw new Error('There is always a way to the events.');
  }
  let shortest = usual;
  let fewest = Infinity;
  for (const way of others) {
    const [counted] = await reader.$queryRaw<{ events: unknown }[]>`
      SELECT count(*) AS events FROM (${unordered(way, world, ids)} LIMIT ${LOOK_LIMIT + 1})`;
    const events = Number(counted?.events);
    // What is out of order must be sorted, so all of it must be few enough to look at.
    if (events < fewest && (way.isOrdered || events <= LOOK_LIMIT)) {
      [shortest, fewest] = [way, events];
    }
  }
  return shortest;
}

function candidatesOf(way: Way, world: World, ids: Between) {
  return (columns: Prisma.Sql) =>
    Prisma.sql`${Prisma.join(
      way.branches.map((where) => branchOf(way.index, where, columns, world, ids)),
      ' UNION ALL ',
    )} ORDER BY id DESC`;
}

function unordered(
  { index, branches: [where = Prisma.sql`true`] }: Way,
  world: World,
  ids: Between,
): Prisma.Sql {
  return branchOf(index, where, Prisma.sql`1`, world, ids);
}

function branchOf(
  index: string,
  where: Prisma.Sql,
  columns: Prisma.Sql,
  { account, region }: World,
  { after, before }: Between,
): Prisma.Sql {
  return Prisma.sql`SELECT ${columns} FROM "Event" INDEXED BY ${Prisma.raw(`"${index}"`)}
    WHERE account = ${account} AND region = ${region} AND ${where}
    AND id > ${after ?? 0} AND id < ${before ?? Number.MAX_SAFE_INTEGER}`;
}

/** Everything that a filter asks for, whichever way the events came. */
function matching(filter: EventFilter): Prisma.Sql {
  const { flowName, flowNamePrefix, operation, outcome, errorName, actor, via, from, to } = filter;
  const { connectorProfileName, connectorLabel, bulkJobId } = filter;
  const equal: [Prisma.Sql, string | undefined][] = [
    [Prisma.sql`flowName`, flowName],
    [Prisma.sql`operation`, operation],
    [Prisma.sql`outcome`, outcome],
    [Prisma.sql`errorName`, errorName],
    [Prisma.sql`connectorProfileName`, connectorProfileName],
    [Prisma.sql`connectorLabel`, connectorLabel],
    [Prisma.sql`bulkJobId`, bulkJobId],
    [Prisma.sql`actor`, actor],
    [Prisma.sql`via`, via],
  ];
  return Prisma.join(
    [
      // Whoever asks for one request wants to see it, whatever it was.
      filter.withRoutine || filter.requestId !== undefined ? Prisma.sql`true` : TOLD,
      ...equal.flatMap(([column, value]) => (value === undefined ? [] : [Prisma.sql`${column} = ${value}`])),
      ...(flowNamePrefix === undefined
        ? []
        : [Prisma.sql`substr(flowName, 1, ${Array.from(flowNamePrefix).length}) = ${flowNamePrefix}`]),
      ...(from === undefined ? [] : [Prisma.sql`at >= ${from}`]),
      ...(to === undefined ? [] : [Prisma.sql`at < ${to}`]),
    ],
    ' AND ',
  );
}

/**
 * Turns a range of times into one of ids, which every index has: events are written in the order of their times. Found by halving, in
 * some 25 looks at the primary key.
 */
async function idsWithin(
  reader: PrismaClient,
  { from, to }: EventFilter,
  { after, before }: Between,
): Promise<Between> {
  const [first, end] = await Promise.all([
    from === undefined ? undefined : firstIdSince(reader, from),
    to === undefined ? undefined : firstIdSince(reader, to),
  ]);
  return {
    after: Math.max(after ?? 0, (first ?? 0) - 1),
    before: Math.min(before ?? Number.MAX_SAFE_INTEGER, end ?? Number.MAX_SAFE_INTEGER),
  };
}

/** The id from which on events are not before a time. */
async function firstIdSince(reader: PrismaClient, at: number): Promise<number> {
  const isBefore = Prisma.sql`(SELECT at FROM "Event" WHERE id >= (low + high) / 2 ORDER BY id LIMIT 1) < ${at}`;
  const [found] = await reader.$queryRaw<{ id: unknown }[]>`
    WITH RECURSIVE halves(low, high) AS (
      SELECT 1, coalesce(max(id), 0) + 1 FROM "Event"
      UNION ALL
      SELECT iif(${isBefore}, (low + high) / 2 + 1, low), iif(${isBefore}, high, (low + high) / 2)
      FROM halves WHERE low < high
    )
    SELECT max(low) AS id FROM halves`;
  return Number(found?.id);
}

type StoredEvent = Record<string, unknown>;

function toActivityRow({ actor, ...row }: StoredEvent): ActivityRow {
  const said = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
  return ActivityRow.parse({
    ...said,
    id: Number(row.id),
    at: Number(row.at),
    isRoutine: Boolean(row.isRoutine),
    by: actor,
  });
}
