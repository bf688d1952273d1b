import { queryOptions, useQuery } from '@tanstack/react-query';
import type { World } from '@/contract/console';
import type { LiveEvent } from '@/contract/live';
import { Overview } from '@/contract/overview';
import './live-meta';
import { pollWhenNotLive, staleUnlessPolled } from './polling';
import { readModel } from './read-model';

/** The fleet of a world at a glance; fails with ReadError. */
export function overviewQuery(world: World) {
  return queryOptions({
    queryKey: ['overview', world],
    queryFn: ({ signal }) => readModel('/api/overview', world, Overview, signal),
    refetchInterval: pollWhenNotLive,
    staleTime: staleUnlessPolled,
    meta: { concerns: overviewConcern },
  });
}

/** Runs come all day long, and the overview shows how many: soon is soon enough. */
const runsSoonMs = 2_000;

/** Within how many milliseconds the overview is to be read after an event; undefined when it looks the same as before. */
export function overviewConcern({
  outcome,
  beforeStatus,
  afterStatus,
  executionId,
}: LiveEvent): number | undefined {
  if (outcome !== 'changed') return undefined;
  return executionId !== undefined && beforeStatus === afterStatus ? runsSoonMs : 0;
}

/** The overview as it is now; a read that fails leaves what was read before. */
export function useOverview(world: World) {
  return useQuery(overviewQuery(world));
}
