import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { type ExecutionRow, OlderRuns, type World } from '@/contract/console';
import { readModel } from './read-model';

function olderRunsQuery(world: World, flowName: string, before: ExecutionRow | undefined) {
  return infiniteQueryOptions({
    queryKey: ['older-runs', world, flowName, before?.executionId],
    queryFn: ({ pageParam, signal }) =>
      readModel(
        `/api/flows/${encodeURIComponent(flowName)}/runs`,
        world,
        OlderRuns,
        signal,
        new URLSearchParams(
          pageParam && { startedAt: String(pageParam.startedAt), executionId: pageParam.executionId },
        ),
      ),
    initialPageParam: before,
    getNextPageParam: ({ executions, hasOlderExecutions }) =>
      hasOlderExecutions ? executions.at(-1) : undefined,
    enabled: before !== undefined,
    // What is past does not change.
    staleTime: Infinity,
  });
}

/** The runs before one, page after page; none are read while there is no such run. Fails with ReadError. */
export function useOlderRuns(world: World, flowName: string, before: ExecutionRow | undefined) {
  return useInfiniteQuery(olderRunsQuery(world, flowName, before));
}
