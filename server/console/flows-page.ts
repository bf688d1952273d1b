import type { FlowsPage, Viewer, World } from '@/contract/console';
import type { FlowsQuery } from '@/contract/flows-query';
import { services } from '../context';
import { toFlowRow } from './flow-row';
import { checkMayRead } from './viewer';

/** The page of the list that a query asks for, with the counts of the whole world. Throws what checkMayRead throws. */
export async function readFlowsPage(viewer: Viewer, world: World, query: FlowsQuery): Promise<FlowsPage> {
  checkMayRead(viewer, world);
  const { data, clock } = services();
  const asOf = clock.now();
  const { flows, ...slice } = await data.flows.page(world, query, asOf);
  const worlds = data.flows.worlds();
  const here = worlds.find(({ account, region }) => account === world.account && region === world.region);
  return {
    ...slice,
    rows: flows.map((flow) => toFlowRow(flow, asOf)),
    existing: here?.flows ?? 0,
    counts: data.flows.counts(world),
    worlds: viewer.auth === 'open' ? worlds : worlds.filter(({ account }) => account === world.account),
    asOf,
  };
}
