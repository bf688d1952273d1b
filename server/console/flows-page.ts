import type { FlowsPage, FlowsQuery, Viewer, World } from '@/contract/console';
import { services } from '../context';
import { toFlowRow } from './flow-row';
import { checkMayRead } from './viewer';

/** The page of the list that a query asks for, with the counts of the whole world. Throws what checkMayRead throws. */
export async function readFlowsPage(viewer: Viewer, world: World, query: FlowsQuery): Promise<FlowsPage> {
  checkMayRead(viewer, world);
  const { data, clock } = services();
  const [{ flows, total }, counts, connectors, worlds] = await Promise.all([
    data.flows.page(world, query),
    data.flows.counts(world),
    data.flows.connectors(world),
    data.flows.worlds(),
  ]);
  const asOf = clock.now();
  const here = worlds.find(({ account, region }) => account === world.account && region === world.region);
  return {
    rows: flows.map((flow) => toFlowRow(flow, asOf)),
    total,
    existing: here?.flows ?? 0,
    counts,
    connectors,
    worlds: viewer.auth === 'open' ? worlds : worlds.filter(({ account }) => account === world.account),
    asOf,
  };
}
