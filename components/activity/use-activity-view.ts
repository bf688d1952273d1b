import { useSearchParams } from 'next/navigation';
import { useCallback, useMemo } from 'react';
import type { ActivityQuery } from '@/contract/activity';
import type { World } from '@/contract/console';
import { activityQueryFrom, activitySearch } from '@/queries/activity';
import { worldFrom, worldSearch } from '@/queries/world';

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
      // A change right before this one is in the address sooner than on the page.
      const before = new URLSearchParams(window.location.search);
      const search = activitySearch({ ...activityQueryFrom(before), ...changes });
      worldSearch(world).forEach((value, name) => search.set(name, value));
      window.history.pushState(null, '', search.size === 0 ? '/activity' : `/activity?${search}`);
    },
    [world],
  );
  return useMemo(() => ({ world, query, change }), [world, query, change]);
}
