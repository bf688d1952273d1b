import { useSearchParams } from 'next/navigation';
import { useCallback, useMemo } from 'react';
import type { FlowsQuery, World } from '@/contract/console';
import { flowsQueryFrom, flowsSearch } from '@/queries/flows';
import { worldFrom, worldSearch } from '@/queries/world';

/** What the list shows: all of it stands in the URL. */
export interface FlowsView {
  world: World;
  query: FlowsQuery;
  /** Changes what is shown; anything but the page itself leads to the first page. */
  change: (changes: Partial<FlowsQuery>, history?: 'push' | 'replace') => void;
}

/** The view that the address bar names. A change writes it there without asking the server for the page anew. */
export function useFlowsView(): FlowsView {
  const params = useSearchParams().toString();
  const { world, query } = useMemo(() => {
    const search = new URLSearchParams(params);
    return { world: worldFrom(search), query: flowsQueryFrom(search) };
  }, [params]);

  const change = useCallback<FlowsView['change']>(
    (changes, history = 'push') => {
      const search = flowsSearch({ ...query, page: 1, ...changes });
      worldSearch(world).forEach((value, name) => search.set(name, value));
      const url = search.size === 0 ? '/flows' : `/flows?${search}`;
      if (history === 'push') window.history.pushState(null, '', url);
      else window.history.replaceState(null, '', url);
    },
    [query, world],
  );
  return useMemo(() => ({ world, query, change }), [world, query, change]);
}
