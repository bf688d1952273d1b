import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import { FlowDetail, type World } from '@/contract/console';
import './live-meta';
import { pollWhenNotLive, staleUnlessPolled } from './polling';
import { readModel } from './read-model';

/** A flow with its runs and events; fails with ReadError. */
export function flowQuery(world: World, flowName: string) {
  return queryOptions({
    queryKey: ['flow', world, flowName],
    queryFn: ({ signal }) =>
      readModel(`/api/flows/${encodeURIComponent(flowName)}`, world, FlowDetail, signal),
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

/** The flow as it is from now on; fails with ReadError. */
export async function readFlowAnew(client: QueryClient, world: World, flowName: string): Promise<FlowDetail> {
  const query = flowQuery(world, flowName);
  // A read that began before would be joined, and tell how it was.
  await client.cancelQueries({ queryKey: query.queryKey, exact: true });
  return client.query({ ...query, staleTime: 0 });
}
