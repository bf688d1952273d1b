import type { QueryClient } from '@tanstack/react-query';
import type { World } from '@/contract/console';
import { flowQuery } from './flow';
import { refreshFlows } from './flows';
import { overviewQuery } from './overview';

/** Reads anew whatever shows a flow, after something was done with it: the lists, its page and the overview. */
export async function readFlowWherever(client: QueryClient, world: World, flowName: string): Promise<void> {
  await Promise.all([
    refreshFlows(client, world),
    client.invalidateQueries({ queryKey: flowQuery(world, flowName).queryKey }),
    client.invalidateQueries({ queryKey: overviewQuery(world).queryKey }),
  ]);
}
