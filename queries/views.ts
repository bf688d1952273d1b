import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { World } from '@/contract/console';
import { SavedViews, type ViewChange } from '@/contract/saved-views';
import { percentEncoded } from './call-appflow';
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

/** Changes a view; fails with an Error that says what the server answered. */
export function useViewChange(world: World, actor: string | undefined) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (change: ViewChange) => {
      const response = await fetch(`/api/views?${new URLSearchParams(world)}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(actor !== undefined && { 'x-sluice-actor': percentEncoded(actor) }),
        },
        body: JSON.stringify(change),
      });
      const body: unknown = await response.json().catch(() => undefined);
      const views = SavedViews.safeParse(body);
      if (response.ok && views.success) return views.data.views;
      const hasMessage = typeof body === 'object' && body !== null && 'message' in body;
      throw new Error(hasMessage ? String(body.message) : `The server answered ${response.status}.`);
    },
    onSuccess: (views) => client.setQueryData(viewsQuery(world).queryKey, views),
    networkMode: 'always',
    retry: false,
  });
}
