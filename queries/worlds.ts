import { queryOptions, useQuery } from '@tanstack/react-query';
import { FlowsPage, type World } from '@/contract/console';
import { readModel } from './read-model';

const Worlds = FlowsPage.pick({ worlds: true });

function worldsQuery(world: World) {
  return queryOptions({
    queryKey: ['worlds', world],
    queryFn: ({ signal }) =>
      readModel('/api/flows', world, Worlds, signal, new URLSearchParams({ size: '25' })),
  });
}

/** The worlds that have flows, read when the switch opens. */
export function useWorlds(world: World) {
  return useQuery(worldsQuery(world));
}
