import { useSearchParams } from 'next/navigation';
import { useCallback, useMemo } from 'react';
import { World } from '@/contract/console';
import { type FlowsQuery, type Parameter, readFlowsQuery, withoutPlace } from '@/contract/flows-query';
import { flowsHref, flowsQueryFrom } from '@/queries/flows';
import { useRememberList } from '@/queries/last-list';
import { addressNow, worldFrom } from '@/queries/world';

/** What the list shows: all of it stands in the URL. */
export interface FlowsView {
  world: World;
  query: FlowsQuery;
  /** The name of a view that the URL asks for and that does not exist. */
  missingView: string | undefined;
  /** The parts of the URL that make no sense: the list is shown without them. */
  leftOut: Parameter[];
  /** Takes them out of the URL. */
  forgetLeftOut: () => void;
  /** Changes what is shown; anything but the page itself leads to the first page. `size` is the reader's own, where that changes too. */
  change: (changes: Partial<FlowsQuery>, history?: 'push' | 'replace', size?: FlowsQuery['size']) => void;
}

/** The view that the address bar names. A change writes it there without asking the server for the page anew. */
export function useFlowsView(usualSize: FlowsQuery['size']): FlowsView {
  const params = useSearchParams().toString();
  const { world, query, missingView, leftOut } = useMemo(() => {
    const search = new URLSearchParams(params);
    return {
      world: worldFrom(search),
      query: flowsQueryFrom(search, usualSize),
      missingView: search.get('view') ?? undefined,
      leftOut: [...senselessWorld(search), ...readFlowsQuery(search).senseless],
    };
  }, [params, usualSize]);
  const href = flowsHref(world, query, usualSize);
  useRememberList(href);
  const forgetLeftOut = useCallback(() => window.history.replaceState(null, '', href), [href]);

  const change = useCallback<FlowsView['change']>(
    (changes, history = 'push', size = usualSize) => {
      const search = addressNow('/flows', world);
      const before = search ? flowsQueryFrom(search, usualSize) : query;
      const url = flowsHref(world, { ...withoutPlace(before), ...changes }, size);
      if (history === 'push') window.history.pushState(null, '', url);
      else window.history.replaceState(null, '', url);
    },
    [query, world, usualSize],
  );
  return useMemo(
    () => ({ world, query, missingView, leftOut, forgetLeftOut, change }),
    [world, query, missingView, leftOut, forgetLeftOut, change],
  );
}

/** An account or region that is none: the usual one is shown. */
function senselessWorld(search: URLSearchParams): Parameter[] {
  return (['account', 'region'] as const).flatMap((name) => {
    const value = search.get(name);
    return value === null || World.shape[name].safeParse(value).success ? [] : [{ name, value }];
  });
}
