import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import { FlowDetail, type World } from '@/contract/console';
import './live-meta';
import { pollWhenNotLive, staleUnlessPolled } from './polling';
import { readModel } from './read-model';

function readFlow(world: World, flowName: string, signal?: AbortSignal): Promise<FlowDetail> {
  return readModel(`/api/flows/${encodeURIComponent(flowName)}`, world, FlowDetail, signal);
}

/** A flow with its runs and events; fails with ReadError. */
export function flowQuery(world: World, flowName: string) {
  return queryOptions({
    queryKey: ['flow', world, flowName],
    queryFn: ({ signal }) => readFlow(world, flowName, signal),
    refetchInterval: pollWhenNotLive,
    staleTime: staleUnlessPolled,
    // Refused attempts too: the page tells of them.
    meta: { concerns: (event) => (event.flowName === flowName ? 0 : undefined) },
  });
}

/** The flow of that name as it is now; a read that fails leaves what was read before. */
export function useFlow(world: World, flowName: string) {
  return useQuery(flowQuery(world, flowName));
}

/** The flow as it is from now on; fails with ReadError. By a request of its own: a read that began before would tell how it was. */
export async function readFlowAnew(client: QueryClient, world: World, flowName: string): Promise<FlowDetail> {
  const { queryKey } = flowQuery(world, flowName);
  // Otherwise it would also bring that back to the page.
  await client.cancelQueries({ queryKey, exact: true });
  const detail = await readFlow(world, flowName);
  client.setQueryData(queryKey, (known) => (known && known.asOf > detail.asOf ? known : detail));
  return detail;
}
