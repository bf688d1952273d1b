import {
  type InfiniteData,
  infiniteQueryOptions,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useMemo } from 'react';
import { ActivityPage, ActivityQuery, type ActivityRow, isRoutine } from '@/contract/activity';
import type { World } from '@/contract/console';
import type { LiveEvent } from '@/contract/live';
import './live-meta';
import { pollWhenNotLive, staleUnlessPolled } from './polling';
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

/** Within how many milliseconds new events are to be read after an event; undefined when it does not match for certain. */
export function activityConcern(event: LiveEvent, query: ActivityQuery): number | undefined {
  const { flow, operation, outcome, job, who, requestId, runs } = query;
  // A page for one request shows its runs too.
  const isShown = runs === 'shown' || requestId !== undefined || !isRoutine(event);
  const isOfFlow =
    flow === undefined ||
    (flow.endsWith('*') ? event.flowName?.startsWith(flow.slice(0, -1)) : event.flowName === flow);
  const isAsked = [
    [operation, event.operation],
    [outcome, event.outcome],
    [job, event.bulkJobId],
    [who, event.by],
    [requestId, event.requestId],
  ].every(([asked, is]) => asked === undefined || asked === is);
  return isShown && isOfFlow && isAsked ? 0 : undefined;
}

/** So many rows stay of what came by itself: a page that is open all day does not grow for ever. */
const rowsKept = 200;

/** Events that came after those on screen, kept up to date. */
export function useNewActivity(world: World, query: ActivityQuery) {
  const client = useQueryClient();
  const { queryKey } = activityOptions(world, query);
  const shown = useActivity(world, query).data?.pages[0];
  const newKey = useMemo(() => ['activity-new', world, query] as const, [world, query]);
  const { data } = useQuery({
    queryKey: newKey,
    queryFn: ({ signal }) =>
      read(world, query, { after: client.getQueryData(queryKey)?.pages[0]?.head ?? 0 }, signal),
    enabled: shown !== undefined,
    refetchInterval: pollWhenNotLive,
    staleTime: staleUnlessPolled,
    meta: { concerns: (event) => activityConcern(event, query) },
  });
  const rows = shown && data ? notIn(shown, data.rows) : [];

  /** Puts the new events above the others; when there are too many to have come with one read, begins anew. */
  const show = async () => {
    if (data === undefined) return;
    if (data.next !== undefined) {
      await client.resetQueries({ queryKey });
      await client.invalidateQueries({ queryKey: newKey });
      return;
    }
    client.setQueryData(queryKey, (old) => old && withNew(old, rows, data));
  };
  return { count: rows.length, isMore: rows.length > 0 && data?.next !== undefined, asOf: data?.asOf, show };
}

/** What is shown already is new no more: it came with a read that had begun before. */
function notIn(shown: ActivityPage, rows: ActivityRow[]): ActivityRow[] {
  const known = new Set(shown.rows.map(({ id }) => id));
  return rows.filter(({ id }) => id > shown.head && !known.has(id));
}

function withNew<Param>(
  old: InfiniteData<ActivityPage, Param>,
  newRows: ActivityRow[],
  read: ActivityPage,
): InfiniteData<ActivityPage, Param> {
  const [first, ...rest] = old.pages;
  if (first === undefined) return old;
  // The head was asked for before the rows.
  const head = Math.max(read.head, ...newRows.map(({ id }) => id));
  const page = { ...first, rows: [...notIn(first, newRows), ...first.rows], head, asOf: read.asOf };
  const last = page.rows[rowsKept - 1];
  const isTooLong = rest.length === 0 && page.rows.length > rowsKept && last !== undefined;
  const kept = isTooLong
    ? { ...page, rows: page.rows.slice(0, rowsKept), next: last.id, lookedBackTo: undefined }
    : page;
  return { ...old, pages: [kept, ...rest] };
}
