import type { RunHour } from '@/contract/activity';
import type { World } from '@/contract/console';
import { Prisma, type PrismaClient } from '@/generated/prisma/client';
import type { Flow } from '../domain/flow';
import { toFlow } from './flow-rows';

/** Beyond this many, runs to come are not counted. */
const COUNT_LIMIT = 1_000;

/** Reads for the overview: the first few of each kind of flow, and counts, each from an index. Times are epoch milliseconds. */
export interface OverviewRepository {
  /** Flows that need a person: errored and stopped by failures, the newest first, then those that fail, the most failures first. */
  needsAttention(world: World, limit: number): Promise<Flow[]>;
  /** Flows that people have stopped until somebody starts them, the newest first. */
  stoppedForGood(world: World, limit: number): Promise<Flow[]>;
  /** Flows that are stopped until a time, the next to start again first, and how many there are, counted no further than 1,000. */
  stoppedUntil(world: World, limit: number): Promise<{ flows: Flow[]; total: number; isMore: boolean }>;
  /** Flows with runs under way, the most runs first, then the longest; and how many runs there are in all. */
  running(world: World, limit: number): Promise<{ flows: Flow[]; runs: number }>;
  /** Flows whose next run is due before `until`, the next first, and how many there are, counted no further than 1,000. */
  next(
    world: World,
    until: number,
    limit: number,
  ): Promise<{ flows: Flow[]; total: number; isMore: boolean }>;
  /** How the runs went that ended in the hours since `from`; an hour without any is left out. */
  runHours(world: World, from: number): Promise<RunHour[]>;
}

export function overviewRepository(reader: PrismaClient): OverviewRepository {
  /** The flows of these ids, in this order. */
  async function flowsOf(rows: { id: string }[]): Promise<Flow[]> {
    const ids = rows.map(({ id }) => id);
    const found = await reader.flow.findMany({ where: { id: { in: ids } }, omit: { definition: true } });
    const flows = new Map(found.map((row) => [row.id, toFlow(row)]));
    return ids.flatMap((id) => flows.get(id) ?? []);
  }

  const select = (query: Prisma.Sql) => reader.$queryRaw<{ id: string }[]>(query);

  /** The first flows that a query finds, and how many it finds. */
  async function firstOf(query: (columns: Prisma.Sql, most: number) => Prisma.Sql, limit: number) {
    const [rows, [counted]] = await Promise.all([
      select(query(Prisma.sql`id`, limit)),
      reader.$queryRaw<{ total: unknown }[]>`
        SELECT count(*) AS total FROM (${query(Prisma.sql`1`, COUNT_LIMIT + 1)})`,
    ]);
    const total = Number(counted?.total);
    return { flows: await flowsOf(rows), total: Math.min(total, COUNT_LIMIT), isMore: total > COUNT_LIMIT };
  }

  return {
    async needsAttention(world, limit) {
      const [errored, stopped, ...failing] = await Promise.all([
        select(inStatus(world, 'Errored', false, limit)),
        select(inStatus(world, 'Suspended', true, limit)),
        ...['Scheduled', 'Event', 'OnDemand'].map((triggerType) =>
          reader.$queryRaw<{ id: string; failures: unknown }[]>(failingOf(world, triggerType, limit)),
        ),
      ]);
      const most = failing.flat().sort((one, other) => Number(other.failures) - Number(one.failures));
      return flowsOf([...errored, ...stopped, ...most].slice(0, limit));
    },

    async stoppedForGood(world, limit) {
      return flowsOf(await select(stoppedForGood(world, limit)));
    },

    stoppedUntil: (world, limit) => firstOf((columns, most) => stoppedUntil(world, columns, most), limit),

    async running(world, limit) {
      const [rows, [counted]] = await Promise.all([
        select(runningOf(world, limit)),
        reader.$queryRaw<{ runs: unknown }[]>`SELECT coalesce(sum(executionsInProgress), 0) AS runs
          FROM "Flow" INDEXED BY "Flow_account_region_executionsInProgress_lastExecutionAt_idx"
          WHERE account = ${world.account} AND region = ${world.region} AND executionsInProgress > 0`,
      ]);
      return { flows: await flowsOf(rows), runs: Number(counted?.runs) };
    },

    next: (world, until, limit) => firstOf((columns, most) => dueBefore(world, until, columns, most), limit),

    async runHours({ account, region }, from) {
      const rows = await reader.runHour.findMany({
        where: { account, region, hour: { gte: new Date(from) } },
        orderBy: { hour: 'asc' },
      });
      return rows.map(({ hour, successful, failed, canceled }) => ({
        hour: hour.getTime(),
        successful,
        failed,
        canceled,
      }));
    },
  };
}

/** SQLite's plans for the overview's reads, for the test that none reads or sorts all flows. */
export async function overviewPlans(reader: PrismaClient, world: World): Promise<string[]> {
  const reads = [
    inStatus(world, 'Errored', false, 5),
    inStatus(world, 'Suspended', true, 5),
    failingOf(world, 'Scheduled', 5),
    runningOf(world, 5),
    dueBefore(world, 1, Prisma.sql`id`, 5),
    stoppedUntil(world, Prisma.sql`id`, 5),
    stoppedForGood(world, 5),
  ];
  const plans = await Promise.all(
    reads.map((read) => reader.$queryRaw<{ detail: string }[]>`EXPLAIN QUERY PLAN ${read}`),
  );
  return plans.flat().map(({ detail }) => detail);
}

function inStatus(
  { account, region }: World,
  flowStatus: 'Errored' | 'Suspended',
  stoppedByFailures: boolean,
  limit: number,
): Prisma.Sql {
  return Prisma.sql`SELECT id FROM "Flow"
    INDEXED BY "Flow_account_region_flowStatus_stoppedByFailures_statusChangedAt_idx"
    WHERE account = ${account} AND region = ${region} AND flowStatus = ${flowStatus}
    AND stoppedByFailures = ${Number(stoppedByFailures)} ORDER BY statusChangedAt DESC LIMIT ${limit}`;
}

function failingOf({ account, region }: World, triggerType: string, limit: number): Prisma.Sql {
  return Prisma.sql`SELECT id, failedExecutionsInARow AS failures FROM "Flow"
    INDEXED BY "Flow_account_region_flowStatus_triggerType_stoppedByFailures_failedExecutionsInARow_idx"
    WHERE account = ${account} AND region = ${region} AND flowStatus = 'Active' AND triggerType = ${triggerType}
    AND stoppedByFailures = 0 AND failedExecutionsInARow > 0 ORDER BY failedExecutionsInARow DESC LIMIT ${limit}`;
}

function runningOf({ account, region }: World, limit: number): Prisma.Sql {
  return Prisma.sql`SELECT id FROM "Flow" INDEXED BY "Flow_account_region_executionsInProgress_lastExecutionAt_idx"
    WHERE account = ${account} AND region = ${region} AND executionsInProgress > 0
    ORDER BY executionsInProgress DESC, lastExecutionAt DESC LIMIT ${limit}`;
}

function dueBefore(
  { account, region }: World,
  until: number,
  columns: Prisma.Sql,
  limit: number,
): Prisma.Sql {
  return Prisma.sql`SELECT ${columns} FROM "Flow" INDEXED BY "Flow_account_region_nextRunAt_idx"
    WHERE account = ${account} AND region = ${region} AND nextRunAt < ${until} ORDER BY nextRunAt LIMIT ${limit}`;
}

function stoppedUntil({ account, region }: World, columns: Prisma.Sql, limit: number): Prisma.Sql {
  return Prisma.sql`SELECT ${columns} FROM "Flow" INDEXED BY "Flow_stopped_until"
    WHERE account = ${account} AND region = ${region} AND startsAgainAt IS NOT NULL
    ORDER BY startsAgainAt LIMIT ${limit}`;
}

function stoppedForGood({ account, region }: World, limit: number): Prisma.Sql {
  return Prisma.sql`SELECT id FROM "Flow" INDEXED BY "Flow_stopped_for_good"
    WHERE account = ${account} AND region = ${region}
    AND flowStatus = 'Suspended' AND stoppedByFailures = 0 AND startsAgainAt IS NULL
    ORDER BY statusChangedAt DESC LIMIT ${limit}`;
}
