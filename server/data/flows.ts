import type { FlowsQuery, StatusFilter, World, WorldSummary } from '@/contract/console';
import { statusFilters } from '@/contract/console';
import { FlowStatus, TriggerType } from '@/contract/shapes.gen';
import { Prisma, type PrismaClient } from '@/generated/prisma/client';
import type { Flow, FlowDefinition } from '../domain/flow';
import { needsAttention, standingOf } from '../domain/standing';
import { toFlow } from './flow-rows';

export interface DescribedFlow {
  flow: Flow;
  definition: FlowDefinition;
}

/** Reads of flows. Each is of one world, but `worlds`. */
export interface FlowsRepository {
  /** The flow that exists under this name. */
  find(world: World, flowName: string): Promise<DescribedFlow | undefined>;
  /** The flow that exists under this name, or the last deleted one. */
  findLatest(world: World, flowName: string): Promise<DescribedFlow | undefined>;
  /** At most `limit` flows that exist, by name, those after a name. */
  list(world: World, after: string | undefined, limit: number): Promise<Flow[]>;
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

    async list({ account, region }, after, limit) {
      const rows = await reader.flow.findMany({
        where: { account, region, liveName: after === undefined ? { not: null } : { gt: after } },
        orderBy: { liveName: 'asc' },
        take: limit,
        omit: { definition: true },
      });
      return rows.map(toFlow);
    },

    async page(world, query) {
      const where: Prisma.FlowWhereInput = {
        account: world.account,
        region: world.region,
        AND: [ofStatus(query.status), ofText(query.q), ofTrigger(query.trigger), ofConnector(query.connector)],
      };
      const [rows, total] = await Promise.all([
        reader.flow.findMany({
          where,
          orderBy: [...sortedBy(query), { id: 'asc' }],
          skip: (query.page - 1) * query.size,
          take: query.size,
          omit: { definition: true },
        }),
        reader.flow.count({ where }),
      ]);
      return { flows: rows.map(toFlow), total };
    },

    async counts({ account, region }) {
      const groups = await reader.$queryRaw<StandingGroup[]>`
        SELECT flowStatus, triggerType, stoppedByFailures, failedExecutionsInARow > 0 AS failing, count(*) AS flows
        FROM "Flow" WHERE account = ${account} AND region = ${region}
        GROUP BY flowStatus, triggerType, stoppedByFailures, failing`;
      const counts = Object.fromEntries(statusFilters.map((filter) => [filter, 0])) as Record<StatusFilter, number>;
      for (const group of groups) {
        const facts = {
          flowStatus: FlowStatus.parse(group.flowStatus),
          triggerType: TriggerType.parse(group.triggerType),
          stoppedByFailures: Boolean(group.stoppedByFailures),
          failedExecutionsInARow: Number(group.failing),
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
  failing: unknown;
  flows: unknown;
}

function parseDefinition(json: string): FlowDefinition {
  // The writer is the only one to write this column, from input that the contract has validated.
  return JSON.parse(json) as FlowDefinition;
}

function ofStatus(status: FlowsQuery['status']): Prisma.FlowWhereInput {
  switch (status) {
    case undefined:
      return { liveName: { not: null } };
    case 'needs-attention':
      return {
        OR: [
          { flowStatus: 'Errored' },
          { flowStatus: 'Suspended', stoppedByFailures: true },
          { flowStatus: 'Active', failedExecutionsInARow: { gt: 0 } },
        ],
      };
    case 'active':
      return { flowStatus: 'Active', triggerType: { not: 'OnDemand' } };
    case 'on-demand':
      return { flowStatus: 'Active', triggerType: 'OnDemand' };
    case 'stopped-by-people':
      return { flowStatus: 'Suspended', stoppedByFailures: false };
    case 'stopped-by-failures':
      return { flowStatus: 'Suspended', stoppedByFailures: true };
    case 'errored':
      return { flowStatus: 'Errored' };
    case 'draft':
      return { flowStatus: 'Draft' };
    case 'deprecated':
      return { flowStatus: 'Deprecated' };
    case 'deleted':
      return { flowStatus: 'Deleted' };
  }
}

function ofText(text: string): Prisma.FlowWhereInput {
  return text === ''
    ? {}
    : {
        OR: [
          { flowName: { contains: text } },
          { sourceConnectorType: { contains: text } },
          { destinationConnectorType: { contains: text } },
          { statusChangedBy: { contains: text } },
          { statusReason: { contains: text } },
          { tags: { contains: text } },
        ],
      };
}

function ofTrigger(triggerType: FlowsQuery['trigger']): Prisma.FlowWhereInput {
  return triggerType === undefined ? {} : { triggerType };
}

function ofConnector(connector: FlowsQuery['connector']): Prisma.FlowWhereInput {
  return connector === undefined
    ? {}
    : { OR: [{ sourceConnectorType: connector }, { destinationConnectorType: connector }] };
}

function sortedBy({ sort, order }: FlowsQuery): Prisma.FlowOrderByWithRelationInput[] {
  switch (sort) {
    case 'name':
      return [{ flowName: order }];
    case 'status':
      return [{ flowStatus: order }, { flowName: 'asc' }];
    case 'trigger':
      return [{ triggerType: order }, { flowName: 'asc' }];
    case 'source':
      return [{ sourceConnectorType: order }, { destinationConnectorType: order }, { flowName: 'asc' }];
    case 'lastRun':
      return [{ lastExecutionAt: { sort: order, nulls: 'last' } }, { flowName: 'asc' }];
    case 'updated':
      return [{ lastUpdatedAt: order }, { flowName: 'asc' }];
  }
}
