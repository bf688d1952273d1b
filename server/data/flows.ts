import type Sqlite from 'better-sqlite3';
import {
  standings,
  type StatusFilter,
  statusFilters,
  type World,
  type WorldSummary,
} from '@/contract/console';
import type { FilterProperty, FlowsQuery } from '@/contract/flows-query';
import type { PrismaClient } from '@/generated/prisma/client';
import type { DueFlow, Flow, FlowDefinition } from '../domain/flow';
import { flowList, type FlowsSlice } from './flow-list';
import { parseDefinition, toFlow } from './flow-rows';
import { flowValues } from './flow-values';

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
  /** The page of the list that a query asks for at `now` (epoch milliseconds), and what is known of the others. */
  page(world: World, query: FlowsQuery, now: number): Promise<FlowsPage>;
  /** The ids of flows that a query finds at `now`, whatever its page and order: all of them, or `limit` of them. */
  matching(world: World, query: FlowsQuery, now: number, limit: number): Promise<string[]>;
  /** How many flows each filter by status finds in the whole world. */
  counts(world: World): Record<StatusFilter, number>;
  /** Some values of a property (of a tag of that key) that occur in the world and contain the text, sorted. */
  values(world: World, property: FilterProperty, key: string | undefined, text: string): string[];
  /** The worlds where flows exist. */
  worlds(): WorldSummary[];
}

export interface FlowsPage extends Omit<FlowsSlice, 'ids'> {
  flows: Flow[];
}

/** `lists` is a connection for reading only, for what is read by SQL of our own. */
export function flowsRepository(reader: PrismaClient, lists: Sqlite.Database): FlowsRepository {
  const list = flowList(lists);
  const countStandings = lists.prepare<string[], { standing: number; needsAttention: number; flows: number }>(
    `SELECT standing, needsAttention, sum(flows) AS flows FROM "FlowTally"
     WHERE world = (SELECT id FROM "FlowWorld" WHERE account = ? AND region = ?) GROUP BY standing, needsAttention`,
  );
  const selectWorlds = lists.prepare<[], WorldSummary>(
    'SELECT account, region, flows FROM "FlowWorld" WHERE flows > 0 ORDER BY account, region',
  );

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

    matching: (world, query, now, limit) => list.matching(world, query, now, limit),

    async page(world, query, now) {
      const { ids, ...slice } = await list.page(world, query, now);
      const rows = await reader.flow.findMany({ where: { id: { in: ids } }, omit: { definition: true } });
      const flows = new Map(rows.map((row) => [row.id, toFlow(row)]));
      return { ...slice, flows: ids.flatMap((id) => flows.get(id) ?? []) };
    },

    counts({ account, region }) {
      const counts = Object.fromEntries(statusFilters.map((filter) => [filter, 0])) as Record<
        StatusFilter,
        number
      >;
      for (const { standing, needsAttention, flows } of countStandings.all(account, region)) {
        const name = standings[standing];
        if (name) counts[name] += flows;
        if (needsAttention) counts['needs-attention'] += flows;
      }
      return counts;
    },

    values: flowValues(lists),

    worlds: () => selectWorlds.all(),
  };
}
