import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { usualSettings, WorldSettings, WorldsRead } from '@/contract/activity';
import { FlowsPage, type World } from '@/contract/console';
import { type Asker, callAppFlow } from './call-appflow';
import { readModel } from './read-model';
import { isSameWorld } from './world';

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

/** Where the settings of all worlds are kept; the layout fills it, so that the strip knows its world in the first markup. */
export const worldsKey = ['world-settings'] as const;

/** All worlds that have settings; read again when something that uses them appears. */
export function useNamedWorlds(world: World): WorldsRead['worlds'] {
  const { data } = useQuery({
    queryKey: worldsKey,
    queryFn: ({ signal }) => readModel('/api/worlds', world, WorldsRead, signal),
  });
  return data?.worlds ?? [];
}

/** What people have set for a world: its name, its colour, and whether a reason must be given; the usual where they set nothing. */
export function useWorldSettings(world: World): WorldSettings {
  const worlds = useNamedWorlds(world);
  return worlds.find((named) => isSameWorld(named, world)) ?? usualSettings;
}

/** Sets a world's name, colour and rule, then reads all of them again. Fails like a call of the API. */
export function useChangeWorld() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ settings, ...asker }: Asker & { settings: WorldSettings }) =>
      callAppFlow('/api/worlds', settings, WorldSettings, asker, { method: 'PUT' }),
    onSuccess: () => client.invalidateQueries({ queryKey: worldsKey }),
    networkMode: 'always',
    retry: false,
  });
}
