import { useSearchParams } from 'next/navigation';
import { useCallback, useMemo } from 'react';
import type { ActivityQuery } from '@/contract/activity';
import type { World } from '@/contract/console';
import { activityQueryFrom, activitySearch } from '@/queries/activity';
import { addressNow, worldFrom, worldSearch } from '@/queries/world';

/** What the activity shows: all of it stands in the URL. */
export interface ActivityView {
  world: World;
  query: ActivityQuery;
  change: (changes: Partial<ActivityQuery>) => void;
}

/** The view that the address bar names. A change writes it there without asking the server for the page anew. */
export function useActivityView(): ActivityView {
  const params = useSearchParams().toString();
  const { world, query } = useMemo(() => {
    const search = new URLSearchParams(params);
    return { world: worldFrom(search), query: activityQueryFrom(search) };
  }, [params]);

  const change = useCallback<ActivityView['change']>(
    (changes) => {
      const before = addressNow('/activity', world);
      const search = activitySearch({ ...(before ? activityQueryFrom(before) : query), ...changes });
      worldSearch(world).forEach((value, name) => search.set(name, value));
      window.history.pushState(null, '', search.size === 0 ? '/activity' : `/activity?${search}`);
    },
    [query, world],
  );
  return useMemo(() => ({ world, query, change }), [world, query, change]);
}
