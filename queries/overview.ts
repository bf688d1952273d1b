import { queryOptions, useQuery } from '@tanstack/react-query';
import type { World } from '@/contract/console';
import { Overview } from '@/contract/overview';
import { pollMs } from './polling';
import { readModel } from './read-model';

/** The fleet of a world at a glance; fails with ReadError. */
export function overviewQuery(world: World) {
  return queryOptions({
    queryKey: ['overview', world],
    queryFn: ({ signal }) => readModel('/api/overview', world, Overview, signal),
    refetchInterval: pollMs,
  });
}

/** The overview as it is now; a read that fails leaves what was read before. */
export function useOverview(world: World) {
  return useQuery(overviewQuery(world));
}
