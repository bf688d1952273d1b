import type { FlowsQuery, StatusFilter, World, WorldSummary } from '@/contract/console';
import { statusFilters } from '@/contract/console';
import { FlowStatus, TriggerType } from '@/contract/shapes.gen';
import { Prisma, type PrismaClient } from '@/generated/prisma/client';
import type { DueFlow, Flow, FlowDefinition } from '../domain/flow';
import { needsAttention, standingOf } from '../domain/standing';
import { parseDefinition, toFlow } from './flow-rows';

export interface DescribedFlow {
  flow: Flow;
  definition: FlowDefinition;
}

/** Reads of flows. Each is of one world, but `all`, those for the runner, and `worlds`. */
export interface FlowsRepository {
  /** The flow that exists under this name. */
  find(world: World, flowName: string): Promise<DescribedFlow | undefined>;
  /** The flow that exists under this name, or the last deleted one. */
  findLatest(world: World, flowName: string): Promise<DescribedFlow | undefined>;
  /** Every flow that exists, in an account and a region where they are given, by account, region and name; as of one moment. */
  all(world: Partial<World>): Promise<DescribedFlow[]>;
  /** At most `limit` flows that exist, by name, those after a name. */
  list(world: World, after: string | undefined, limit: number): Promise<Flow[]>;
  /** Flows with a run to come that the service itself begins, the next first. */
  withNextRun(limit: number): Promise<DueFlow[]>;
  /** Flows that are stopped until a time, the next to start again first. */
  toStartAgain(limit: number): Promise<DueFlow[]>;
  /** The page of the list that a query asks for, and how many flows match in all. */
  page(world: World, query: FlowsQuery): Promise<{ flows: Flow[]; total: number }>;
  /** How many flows each filter by status finds in the whole world. */
  counts(world: World): Promise<Record<StatusFilter, number>>;
  /** Sources and destinations of the world's flows, sorted, each once. */
  connectors(world: World): Promise<string[]>;
  /** The worlds where flows exist. */
  worlds(): Promise<WorldSummary[]>;
}

export function flowsRepository(reader: PrismaClient): FlowsRepository {
  async function dueBy(column: 'nextRunAt' | 'startsAgainAt', limit: number): Promise<DueFlow[]> {
    const rows = await reader.flow.findMany({
      where: { [column]: { not: null } },
      orderBy: { [column]: 'asc' },
      take: limit,
      select: { account: true, region: true, flowName: true, nextRunAt: true, startsAgainAt: true },
    });
    return rows.map(({ account, region, flowName, ...times }) => ({
      world: { account, region },
      flowName,
      at: Number(times[column]),
    }));
  }

  return {
    async find({ account, region }, flowName) {
      const row = await reader.flow.findUnique({
        where: { account_region_liveName: { account, region, liveName: flowName } },
      });
      return row ? { flow: toFlow(row), definition: parseDefinition(row.definition) } : undefined;
    },

    async findLatest({ account, region }, flowName) {
      const row = await reader.flow.findFirst({
        where: { account, region, flowName },
        orderBy: [{ liveName: { sort: 'asc', nulls: 'last' } }, { statusChangedAt: 'desc' }],
      });
      return row ? { flow: toFlow(row), definition: parseDefinition(row.definition) } : undefined;
    },

    async all({ account, region }) {
      const rows = await reader.flow.findMany({
        where: { account, region, liveName: { not: null } },
        orderBy: [{ account: 'asc' }, { region: 'asc' }, { liveName: 'asc' }],
      });
      return rows.map((row) => ({ flow: toFlow(row), definition: parseDefinition(row.definition) }));
    },

    async list({ account, region }, after, limit) {
      const rows = await reader.flow.findMany({
        where: { account, region, liveName: after === undefined ? { not: null } : { gt: after } },
        orderBy: { liveName: 'asc' },
        take: limit,
        omit: { definition: true },
      });
      return rows.map(toFlow);
    },

    withNextRun: (limit) => dueBy('nextRunAt', limit),

    toStartAgain: (limit) => dueBy('startsAgainAt', limit),

    async page(world, query) {
      const matching = Prisma.sql`FROM "Flow" WHERE account = ${world.account} AND region = ${world.region}
        AND ${ofStatus(query.status)} AND ${ofText(query.q)} AND ${ofTrigger(query.trigger)} AND ${ofConnector(query.connector)}`;
      const [ids, totals] = await Promise.all([
        reader.$queryRaw<{ id: string }[]>`SELECT id ${matching} ORDER BY ${sortedBy(query)}, id
          LIMIT ${query.size} OFFSET ${(query.page - 1) * query.size}`,
        reader.$queryRaw<{ total: unknown }[]>`SELECT count(*) AS total ${matching}`,
      ]);
      const rows = await reader.flow.findMany({
        where: { id: { in: ids.map(({ id }) => id) } },
        omit: { definition: true },
      });
      const flows = new Map(rows.map((row) => [row.id, toFlow(row)]));
      return {
        flows: ids.flatMap(({ id }) => flows.get(id) ?? []),
        total: Number(totals[0]?.total),
      };
    },

    async counts({ account, region }) {
      const groups = await reader.$queryRaw<StandingGroup[]>`
        SELECT flowStatus, triggerType, stoppedByFailures, failedExecutionsInARow, count(*) AS flows
        FROM "Flow" WHERE account = ${account} AND region = ${region}
        GROUP BY flowStatus, triggerType, stoppedByFailures, failedExecutionsInARow`;
      const counts = Object.fromEntries(statusFilters.map((filter) => [filter, 0])) as Record<
        StatusFilter,
        number
      >;
      for (const group of groups) {
        const facts = {
          flowStatus: FlowStatus.parse(group.flowStatus),
          triggerType: TriggerType.parse(group.triggerType),
          stoppedByFailures: Boolean(group.stoppedByFailures),
          failedExecutionsInARow: Number(group.failedExecutionsInARow),
        };
        counts[standingOf(facts)] += Number(group.flows);
        if (needsAttention(facts)) {
          counts['needs-attention'] += Number(group.flows);
        }
      }
      return counts;
    },

    async connectors({ account, region }) {
      const rows = await reader.$queryRaw<{ connector: string }[]>`
        SELECT sourceConnectorType AS connector FROM "Flow" WHERE account = ${account} AND region = ${region}
        UNION SELECT destinationConnectorType FROM "Flow" WHERE account = ${account} AND region = ${region}
        ORDER BY connector`;
      return rows.map(({ connector }) => connector);
    },

    async worlds() {
      const groups = await reader.flow.groupBy({
        by: ['account', 'region'],
        where: { liveName: { not: null } },
        _count: { _all: true },
        orderBy: [{ account: 'asc' }, { region: 'asc' }],
      });
      return groups.map(({ account, region, _count }) => ({ account, region, flows: _count._all }));
    },
  };
}

interface StandingGroup {
  flowStatus: string;
  triggerType: string;
  stoppedByFailures: unknown;
  failedExecutionsInARow: unknown;
  flows: unknown;
}

function ofStatus(status: FlowsQuery['status']): Prisma.Sql {
  switch (status) {
    case undefined:
      return Prisma.sql`liveName IS NOT NULL`;
    case 'needs-attention':
      return Prisma.sql`(flowStatus = 'Errored' OR (flowStatus = 'Suspended' AND stoppedByFailures)
        OR (flowStatus = 'Active' AND failedExecutionsInARow > 0))`;
    case 'active':
      return Prisma.sql`flowStatus = 'Active' AND triggerType <> 'OnDemand'`;
    case 'on-demand':
      return Prisma.sql`flowStatus = 'Active' AND triggerType = 'OnDemand'`;
    case 'stopped-by-people':
      return Prisma.sql`flowStatus = 'Suspended' AND NOT stoppedByFailures`;
    case 'stopped-by-failures':
      return Prisma.sql`flowStatus = 'Suspended' AND stoppedByFailures`;
    case 'errored':
      return Prisma.sql`flowStatus = 'Errored'`;
    case 'draft':
      return Prisma.sql`flowStatus = 'Draft'`;
    case 'deprecated':
      return Prisma.sql`flowStatus = 'Deprecated'`;
    case 'deleted':
      return Prisma.sql`flowStatus = 'Deleted'`;
  }
}

/** By instr, because LIKE would take % and _, which names have, for wildcards. */
function ofText(text: string): Prisma.Sql {
  return text === ''
    ? Prisma.sql`true`
    : Prisma.sql`instr(lower(flowName || char(10) || sourceConnectorType || char(10) || destinationConnectorType || char(10)
        || statusChangedBy || char(10) || coalesce(statusReason, '') || char(10) || tags), lower(${text})) > 0`;
}

function ofTrigger(triggerType: FlowsQuery['trigger']): Prisma.Sql {
  return triggerType === undefined ? Prisma.sql`true` : Prisma.sql`triggerType = ${triggerType}`;
}

function ofConnector(connector: FlowsQuery['connector']): Prisma.Sql {
  return connector === undefined
    ? Prisma.sql`true`
    : Prisma.sql`(sourceConnectorType = ${connector} OR destinationConnectorType = ${connector})`;
}

function sortedBy({ sort, order }: FlowsQuery): Prisma.Sql {
  const direction = order === 'asc' ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  switch (sort) {
    case 'name':
      return Prisma.sql`flowName ${direction}`;
    case 'status':
      return Prisma.sql`flowStatus ${direction}, flowName`;
    case 'trigger':
      return Prisma.sql`triggerType ${direction}, flowName`;
    case 'source':
      return Prisma.sql`sourceConnectorType ${direction}, destinationConnectorType ${direction}, flowName`;
    case 'lastRun':
      return Prisma.sql`lastExecutionAt ${direction} NULLS LAST, flowName`;
    case 'updated':
      return Prisma.sql`lastUpdatedAt ${direction}, flowName`;
  }
}
