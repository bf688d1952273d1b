import { createHash } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import type Sqlite from 'better-sqlite3';
import { z } from 'zod';
import { BulkAction, BulkItem, BulkJob, bulkItemsOnPage, bulkJobsOnPage, withFlowsOf } from '@/contract/bulk';
import type { BulkFollowUp, BulkItemState, BulkJobQuery, BulkJobsQuery } from '@/contract/bulk';
import type { World } from '@/contract/console';
import { ApiException } from '@/contract/errors';
import { Prisma, type PrismaClient } from '@/generated/prisma/client';
import type { BulkFlowGroup, NewBulkJob } from '../domain/bulk';
import type { Caller } from '../domain/flow';
import { toFlow } from './flow-rows';

/** Bulk jobs; that one was made or canceled is an event. What comes of their flows is written with the flows' own changes (bulk-items.ts). */
export interface BulkRepository {
  /**
   * Makes a job of these flows, by name, or gives the one that was made of the same request; undefined where none of the flows is of this
   * world. Throws ConflictException where the id is that of another job.
   */
  create(job: NewBulkJob, flowIds: string[], now: number): Promise<BulkJob | undefined>;
  /** Leaves alone the flows of a running job that have not had their turn. */
  cancel(world: World, jobId: string, by: { caller: Caller; requestId: string }, now: number): void;
  find(world: World, jobId: string): Promise<BulkJob | undefined>;
  /** A page of the jobs, the newest first. */
  list(world: World, query: BulkJobsQuery): Promise<BulkJob[]>;
  /** How many jobs there are. */
  count(world: World): Promise<number>;
  /** A page of a job's flows, in a state where one is given. */
  items(jobId: string, query: BulkJobQuery): Promise<BulkItem[]>;
  /** At most `limit` of a job's flows after a position, in a state where one is given. */
  itemsAfter(jobId: string, position: number, limit: number, state?: BulkItemState): Promise<BulkItem[]>;
  /**
   * The flows that a job made from this one takes: those that failed, and those that were refused and may not be now, or those whose
   * status it changed and nobody has changed since.
   */
  flowIdsFor(jobId: string, as: BulkFollowUp): Promise<string[]>;
  /** How many those are. */
  countFor(jobId: string, as: BulkFollowUp): Promise<number>;
  /** The jobs of all worlds that have flows waiting, the oldest first. */
  running(): Promise<BulkJob[]>;
  /** The names of the flows, or of those that are not protected, in order. */
  names(world: World, flowIds: string[], includesProtected: boolean): Promise<string[]>;
  /**
   * Flows of a world in groups that the rules cannot tell apart, when they are asked to stop until a time, start or cancel runs. Other
   * requests have their turn in between.
   */
  groups(world: World, flowIds: string[], startsAgainAt: number | undefined): Promise<BulkFlowGroup[]>;
}

/** So many flows are put into groups between two breaths of the process, which takes some 20 ms. */
const GROUPED_AT_ONCE = 1_000;

const isProtected = `coalesce(json_extract(tags, '$.protected') = 'true', 0)`;

/** `onWrite` is called after an event was written in a world. */
export function bulkRepository(
  reader: PrismaClient,
  writer: Sqlite.Database,
  onWrite: (world: World) => void,
): BulkRepository {
  async function find({ account, region }: World, jobId: string): Promise<BulkJob | undefined> {
    const row = await reader.bulkJob.findFirst({ where: { id: jobId, account, region } });
    return row ? toJob(row) : undefined;
  }

  function tell(
    { account, region }: World,
    jobId: string,
    { caller: { actor, via, reason }, requestId }: { caller: Caller; requestId: string },
    operation: 'CreateBulkJob' | 'CancelBulkJob',
    now: number,
  ): void {
    writer
      .prepare(
        `INSERT INTO "Event" (at, account, region, operation, outcome, actor, via, reason, requestId, bulkJobId, detail)
         SELECT ?, ?, ?, ?, 'changed', ?, ?, ?, ?, id,
           iif(action = 'cancel', 'cancel runs of', action) || ' ' || total || iif(total = 1, ' flow', ' flows')
             || iif(status = 'canceled', ': ' || skipped || ' left alone', '')
         FROM "BulkJob" WHERE id = ?`,
      )
      .run(now, account, region, operation, actor, via, reason ?? null, requestId, jobId);
  }

  const selectRequest = writer.prepare<[string], { requestHash: string | null }>(
    'SELECT requestHash FROM "BulkJob" WHERE id = ?',
  );

  /** In one transaction, and in one go: the flows are those of one moment. */
  const insert = writer.transaction((job: NewBulkJob, flowIds: string[], now: number): Inserted => {
    const { account, region } = job.world;
    const before = selectRequest.get(job.id);
    const requestHash = requestHashOf(job, flowIds);
    if (before !== undefined) {
      return before.requestHash === requestHash ? 'was made before' : 'is another job';
    }
    const skipsProtected = Number(!job.includesProtected);
    writer
      .prepare(
        `INSERT INTO "BulkJob" (id, account, region, action, reason, startsAgainAt, filter, madeFromId, madeFromAs, actor, via,
         requestHash, status, total, createdAt) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'running', 0, ?)`,
      )
      .run(
        job.id,
        account,
        region,
        job.action,
        job.caller.reason ?? null,
        job.startsAgainAt ?? null,
        job.filter ?? null,
        job.madeFrom?.id ?? null,
        job.madeFrom?.as ?? null,
        job.caller.actor,
        job.caller.via,
        requestHash,
        now,
      );
    const { changes: total } = writer
      .prepare(
        `INSERT INTO "BulkItem" (jobId, position, flowId, flowName, state, message, at)
         SELECT ?, row_number() OVER (ORDER BY f.flowName, f.id), f.id, f.flowName,
           iif(? AND ${isProtected}, 'skipped', 'waiting'),
           iif(? AND ${isProtected}, 'It is protected, and protected flows were left out.', NULL),
           iif(? AND ${isProtected}, ?, NULL)
         FROM json_each(?) AS named CROSS JOIN "Flow" AS f ON f.id = named.value AND f.account = ? AND f.region = ?`,
      )
      .run(
        job.id,
        skipsProtected,
        skipsProtected,
        skipsProtected,
        now,
        // A flow that is named twice has one place.
        JSON.stringify([...new Set(flowIds)]),
        account,
        region,
      );
    if (total === 0) {
      writer.prepare('DELETE FROM "BulkJob" WHERE id = ?').run(job.id);
      return 'has no flows';
    }
    writer
      .prepare(
        `UPDATE "BulkJob" SET total = @total, skipped = of.skipped,
         status = iif(of.skipped = @total, 'done', 'running'), endedAt = iif(of.skipped = @total, @now, NULL)
         FROM (SELECT count(*) AS skipped FROM "BulkItem" WHERE jobId = @id AND state = 'skipped') AS of WHERE id = @id`,
      )
      .run({ id: job.id, total, now });
    tell(job.world, job.id, job, 'CreateBulkJob', now);
    return 'is made';
  }).immediate;

  const cancel = writer.transaction(
    (world: World, jobId: string, by: { caller: Caller; requestId: string }, now: number): boolean => {
      const { changes } = writer
        .prepare(
          `UPDATE "BulkJob" SET status = 'canceled', endedAt = ?, canceledBy = ?,
         skipped = total - changed - unchanged - refused - failed
         WHERE id = ? AND account = ? AND region = ? AND status = 'running'`,
        )
        .run(now, by.caller.actor, jobId, world.account, world.region);
      if (changes === 0) {
        return false;
      }
      writer
        .prepare(
          `UPDATE "BulkItem" SET state = 'skipped', message = 'The job was canceled before its turn.', at = ?
         WHERE jobId = ? AND state = 'waiting'`,
        )
        .run(now, jobId);
      tell(world, jobId, by, 'CancelBulkJob', now);
      return true;
    },
  ).immediate;

  /** Some flows at a time, adding up the groups that are alike. */
  async function grouped(
    world: World,
    flowIds: string[],
    startsAgainAt: number | undefined,
  ): Promise<Group[]> {
    const groups = new Map<string, Group>();
    // A flow that is named twice counts once.
    const ids = [...new Set(flowIds)];
    for (let from = 0; from < ids.length; from += GROUPED_AT_ONCE) {
      const some = ids.slice(from, from + GROUPED_AT_ONCE);
      for (const row of await reader.$queryRaw<GroupRow[]>(groupsOf(world, some, startsAgainAt))) {
        const { flowStatus, triggerType, isProtected, isReplaced, isStoppedAsLong, isRunning } = row;
        const key = [flowStatus, triggerType, isProtected, isReplaced, isStoppedAsLong, isRunning].join();
        const found = { ...row, count: Number(row.count), flowNames: flowNamesIn(row) };
        groups.set(key, withFlowsOf(found, groups.get(key) ?? none));
      }
      await turn();
    }
    return [...groups.values()];
  }

  return {
    find,

    async create(job, flowIds, now) {
      const inserted = insert(job, flowIds, now);
      if (inserted === 'is another job') {
        throw new ApiException('ConflictException', `The id ${job.id} is that of another bulk job.`);
      }
      if (inserted === 'is made') {
        onWrite(job.world);
      }
      return inserted === 'has no flows' ? undefined : find(job.world, job.id);
    },

    cancel(world, jobId, by, now) {
      if (cancel(world, jobId, by, now)) {
        onWrite(world);
      }
    },

    async list({ account, region }, { page }) {
      const rows = await reader.bulkJob.findMany({
        where: { account, region },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        skip: (page - 1) * bulkJobsOnPage,
        take: bulkJobsOnPage,
      });
      return rows.map(toJob);
    },

    count({ account, region }) {
      return reader.bulkJob.count({ where: { account, region } });
    },

    async items(jobId, { state, page }) {
      const rows = await reader.bulkItem.findMany({
        where: { jobId, ...(state && { state }) },
        orderBy: { position: 'asc' },
        skip: (page - 1) * bulkItemsOnPage,
        take: bulkItemsOnPage,
      });
      return rows.map(toItem);
    },

    async itemsAfter(jobId, position, limit, state) {
      const rows = await reader.bulkItem.findMany({
        where: { jobId, position: { gt: position }, ...(state && { state }) },
        orderBy: { position: 'asc' },
        take: limit,
      });
      return rows.map(toItem);
    },

    async flowIdsFor(jobId, as) {
      const rows = await reader.$queryRaw<{ flowId: string }[]>`SELECT flowId ${itemsFor(jobId, as)}`;
      return rows.map(({ flowId }) => flowId);
    },

    async countFor(jobId, as) {
      const [row] = await reader.$queryRaw<
        { flows: unknown }[]
      >`SELECT count(*) AS flows ${itemsFor(jobId, as)}`;
      return Number(row?.flows);
    },

    async running() {
      const rows = await reader.bulkJob.findMany({
        where: { status: 'running' },
        orderBy: { createdAt: 'asc' },
      });
      return rows.map(toJob);
    },

    async names(world, flowIds, includesProtected) {
      const rows = await reader.$queryRaw<{ flowName: string }[]>`
        SELECT f.flowName FROM ${flowsOf(world, [...new Set(flowIds)])}
        WHERE ${includesProtected} OR NOT ${Prisma.raw(isProtected)} ORDER BY f.flowName`;
      return rows.map(({ flowName }) => flowName);
    },

    async groups(world, flowIds, startsAgainAt) {
      const groups = await grouped(world, flowIds, startsAgainAt);
      const rows = await reader.flow.findMany({
        where: { id: { in: groups.map(({ exampleId }) => exampleId) } },
        omit: { definition: true },
      });
      const examples = new Map(rows.map((row) => [row.id, toFlow(row)]));
      return groups.flatMap((group) => {
        const flow = examples.get(group.exampleId);
        return flow
          ? {
              flow,
              count: group.count,
              flowNames: group.flowNames,
              isProtected: Boolean(group.isProtected),
              isReplaced: Boolean(group.isReplaced),
              hasExecutionsInProgress: Boolean(group.isRunning),
            }
          : [];
      });
    },
  };
}

type Inserted = 'is made' | 'was made before' | 'has no flows' | 'is another job';

/** What tells two requests for a job apart. All that match are named by what they match, for they may be others when it is asked again. */
function requestHashOf(job: NewBulkJob, flowIds: string[]): string {
  const { world, action, startsAgainAt, filter, madeFrom, caller, includesProtected } = job;
  const picked = filter === undefined && madeFrom === undefined ? [...flowIds].sort() : null;
  const request = [
    world.account,
    world.region,
    action,
    caller.reason ?? null,
    startsAgainAt ?? null,
    filter ?? null,
    madeFrom?.id ?? null,
    madeFrom?.as ?? null,
    picked,
    includesProtected,
  ];
  return createHash('sha256').update(JSON.stringify(request)).digest('hex');
}

/** SQLite's plan for putting flows into groups, for the test that it reads no others. */
export async function groupsPlan(reader: PrismaClient, world: World): Promise<string[]> {
  const steps = await reader.$queryRaw<
    { detail: string }[]
  >`EXPLAIN QUERY PLAN ${groupsOf(world, ['one', 'two'], undefined)}`;
  return steps.map(({ detail }) => detail);
}

/**
 * The flows of a job that one made from it takes. What was refused for what the flow is and how it stood is refused again as long as
 * that is so.
 */
function itemsFor(jobId: string, as: BulkFollowUp): Prisma.Sql {
  const which =
    as === 'retry'
      ? Prisma.sql`(state = 'failed' OR state = 'refused' AND (
          errorName NOT IN ('ConflictException', 'ResourceNotFoundException', 'UnsupportedOperationException')
          OR EXISTS (SELECT 1 FROM "Flow" f WHERE f.id = flowId AND max(f.statusChangedAt, f.lastUpdatedAt) > at)))`
      : Prisma.sql`state = 'changed' AND beforeStatus <> afterStatus
          AND EXISTS (SELECT 1 FROM "Flow" f WHERE f.id = flowId AND f.statusChangedAt = at)`;
  return Prisma.sql`FROM "BulkItem" WHERE jobId = ${jobId} AND ${which}`;
}

/** These flows (each named once) of a world, as `f`: each looked up by its id, for SQLite would rather go through all of the world. */
function flowsOf({ account, region }: World, flowIds: string[]): Prisma.Sql {
  return Prisma.sql`json_each(${JSON.stringify(flowIds)}) AS named CROSS JOIN "Flow" AS f
    ON f.id = named.value AND f.account = ${account} AND f.region = ${region}`;
}

function groupsOf(world: World, flowIds: string[], startsAgainAt: number | undefined): Prisma.Sql {
  return Prisma.sql`
    SELECT count(*) AS count, json_group_array(f.flowName) AS flowNames, min(f.id) AS exampleId, f.flowStatus, f.triggerType,
      ${Prisma.raw(isProtected)} AS isProtected,
      f.liveName IS NULL AND EXISTS (SELECT 1 FROM "Flow" o WHERE o.account = f.account AND o.region = f.region
        AND o.liveName = f.flowName) AS isReplaced,
      f.startsAgainAt IS NULL OR coalesce(f.startsAgainAt >= ${startsAgainAt ?? null}, 0) AS isStoppedAsLong,
      EXISTS (SELECT 1 FROM "Execution" e WHERE e.flowId = f.id AND e.executionStatus = 'InProgress') AS isRunning
    FROM ${flowsOf(world, flowIds)}
    GROUP BY f.flowStatus, f.triggerType, isProtected, isReplaced, isStoppedAsLong, isRunning`;
}

interface GroupRow {
  count: unknown;
  /** A JSON array. */
  flowNames: string;
  exampleId: string;
  flowStatus: string;
  triggerType: string;
  isStoppedAsLong: unknown;
  isProtected: unknown;
  isReplaced: unknown;
  isRunning: unknown;
}

type Group = Omit<GroupRow, 'count' | 'flowNames'> & Pick<BulkFlowGroup, 'count' | 'flowNames'>;

const none = { count: 0, flowNames: [] };

function flowNamesIn({ flowNames }: GroupRow): string[] {
  return z.array(z.string()).parse(JSON.parse(flowNames));
}

function toJob(row: Prisma.BulkJobGetPayload<object>): BulkJob {
  const { changed, unchanged, refused, failed, skipped } = row;
  const waiting = row.total - changed - unchanged - refused - failed - skipped;
  return BulkJob.parse({
    id: row.id,
    account: row.account,
    region: row.region,
    action: BulkAction.parse(row.action),
    reason: row.reason ?? undefined,
    startsAgainAt: row.startsAgainAt?.getTime(),
    filter: row.filter ?? undefined,
    madeFrom: row.madeFromId === null ? undefined : { id: row.madeFromId, as: row.madeFromAs },
    by: row.actor,
    via: row.via,
    status: row.status,
    total: row.total,
    counts: { waiting, changed, unchanged, refused, failed, skipped },
    createdAt: row.createdAt.getTime(),
    endedAt: row.endedAt?.getTime(),
    canceledBy: row.canceledBy ?? undefined,
  });
}

function toItem(row: Prisma.BulkItemGetPayload<object>): BulkItem {
  return BulkItem.parse({
    position: row.position,
    flowId: row.flowId,
    flowName: row.flowName,
    state: row.state,
    errorName: row.errorName ?? undefined,
    message: row.message ?? undefined,
    beforeStatus: row.beforeStatus ?? undefined,
    afterStatus: row.afterStatus ?? undefined,
    at: row.at?.getTime(),
    requestId: row.requestId ?? undefined,
  });
}
