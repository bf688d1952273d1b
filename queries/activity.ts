import {
  type InfiniteData,
  infiniteQueryOptions,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { ActivityPage, ActivityQuery } from '@/contract/activity';
import type { World } from '@/contract/console';
import { pollMs } from './polling';
import { readModel } from './read-model';
import { worldSearch } from './world';

/** The activity that a query string asks for; what makes no sense in it counts as not said. */
export function activityQueryFrom(search: URLSearchParams): ActivityQuery {
  const sensible = Object.entries(ActivityQuery.shape).flatMap(([name, schema]) => {
    const said = search.get(name);
    const read = schema.safeParse(said ?? undefined);
    return said !== null && read.success ? [[name, read.data]] : [];
  });
  return ActivityQuery.parse(Object.fromEntries(sensible));
}

/** The parameters that ask for an activity, in the schema's order, so that one has one address. */
export function activitySearch(query: ActivityQuery): URLSearchParams {
  const all = ActivityQuery.keyof().options.map((name) => [name, query[name]] as const);
  return new URLSearchParams(all.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

/** Where the file of all that match is. */
export function activityExportHref(kind: 'csv' | 'jsonl', world: World, query: ActivityQuery): string {
  const search = new URLSearchParams([...activitySearch(query), ...worldSearch(world)]);
  return `/api/activity.${kind}${search.size === 0 ? '' : `?${search}`}`;
}

/** Where the pages that were read are kept, the newest first. */
export function activityKey(world: World, query: ActivityQuery) {
  return ['activity', world, query] as const;
}

/** What the server has read, as the first of the pages. */
export function firstActivityPage(page: ActivityPage): InfiniteData<ActivityPage, number> {
  return { pages: [page], pageParams: [0] };
}

function read(world: World, query: ActivityQuery, place: Record<string, number>, signal: AbortSignal) {
  const search = activitySearch(query);
  Object.entries(place).forEach(([name, id]) => search.set(name, String(id)));
  return readModel('/api/activity', world, ActivityPage, signal, search);
}

function activityOptions(world: World, query: ActivityQuery) {
  return infiniteQueryOptions({
    queryKey: activityKey(world, query),
    queryFn: ({ pageParam, signal }) =>
      read(world, query, pageParam > 0 ? { before: pageParam } : {}, signal),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
    // What is being read stays where it is: new events are told of, and shown when someone wants them.
    staleTime: Infinity,
  });
}

/** Events, as many pages as were asked for. */
export function useActivity(world: World, query: ActivityQuery) {
  return useInfiniteQuery(activityOptions(world, query));
}

/** Events that came after those on screen (`head` is the newest event's id when they were read), looked for every two seconds. */
export function useNewActivity(world: World, query: ActivityQuery, head: number | undefined) {
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: ['activity-new', world, query, head],
    queryFn: ({ signal }) => read(world, query, { after: head ?? 0 }, signal),
    enabled: head !== undefined,
    refetchInterval: pollMs,
  });
  const { queryKey } = activityOptions(world, query);

  /** Puts the new events above the others; when there are too many to have come with one read, begins anew. */
  const show = async () => {
    if (data === undefined) return;
    if (data.next !== undefined) {
      await client.resetQueries({ queryKey });
      return;
    }
    client.setQueryData(queryKey, (old) => {
      const [first, ...rest] = old?.pages ?? [];
      if (old === undefined || first === undefined) return old;
      return {
        ...old,
        pages: [{ ...first, rows: [...data.rows, ...first.rows], head: data.head, asOf: data.asOf }, ...rest],
      };
    });
  };
  return { count: data?.rows.length ?? 0, isMore: data?.next !== undefined, asOf: data?.asOf, show };
}
