import { useSearchParams } from 'next/navigation';
import { useCallback, useMemo } from 'react';
import type { World } from '@/contract/console';
import { type FlowsQuery, withoutPlace } from '@/contract/flows-query';
import { flowsHref, flowsQueryFrom } from '@/queries/flows';
import { useRememberList } from '@/queries/last-list';
import { worldFrom } from '@/queries/world';

/** What the list shows: all of it stands in the URL. */
export interface FlowsView {
  world: World;
  query: FlowsQuery;
  /** The name of a view that the URL asks for and that does not exist. */
  missingView: string | undefined;
  /** Changes what is shown; anything but the page itself leads to the first page. `size` is the reader's own, where that changes too. */
  change: (changes: Partial<FlowsQuery>, history?: 'push' | 'replace', size?: FlowsQuery['size']) => void;
}

/** The view that the address bar names. A change writes it there without asking the server for the page anew. */
export function useFlowsView(usualSize: FlowsQuery['size']): FlowsView {
  const params = useSearchParams().toString();
  const { world, query, missingView } = useMemo(() => {
    const search = new URLSearchParams(params);
    return {
      world: worldFrom(search),
      query: flowsQueryFrom(search, usualSize),
      missingView: search.get('view') ?? undefined,
    };
  }, [params, usualSize]);
  useRememberList(flowsHref(world, query, usualSize));

  const change = useCallback<FlowsView['change']>(
    (changes, history = 'push', size = usualSize) => {
      const url = flowsHref(world, { ...withoutPlace(query), ...changes }, size);
      if (history === 'push') window.history.pushState(null, '', url);
      else window.history.replaceState(null, '', url);
    },
    [query, world, usualSize],
  );
  return useMemo(() => ({ world, query, missingView, change }), [world, query, missingView, change]);
}
