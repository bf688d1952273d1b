import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { World } from '@/contract/console';
import { SavedViews, type ViewChange } from '@/contract/saved-views';
import { type Asker, callAppFlow } from './call-appflow';
import { readModel } from './read-model';

export function viewsQuery(world: World) {
  return queryOptions({
    queryKey: ['views', world],
    queryFn: async ({ signal }) => (await readModel('/api/views', world, SavedViews, signal)).views,
  });
}

/** The saved views of a world. */
export function useViews(world: World) {
  return useQuery(viewsQuery(world));
}

/** Changes a view. Fails like a call of the API. */
export function useViewChange(asker: Asker) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (change: ViewChange) =>
      (await callAppFlow('/api/views', change, SavedViews, asker)).views,
    onSuccess: async (views) => {
      const { queryKey } = viewsQuery(asker.world);
      // A read that began before would bring the old ones back.
      await client.cancelQueries({ queryKey });
      client.setQueryData(queryKey, views);
    },
    networkMode: 'always',
    retry: false,
  });
}
