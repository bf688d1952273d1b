import { keepPreviousData, type QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import { FlowsPage, type World } from '@/contract/console';
import { type FlowsQuery, flowsSearch, readable, readFlowsQuery, wholeList } from '@/contract/flows-query';
import type { FlowStatus } from '@/contract/shapes.gen';
import type { LiveEvent } from '@/contract/live';
import './live-meta';
import { pollWhenNotLive, staleUnlessPolled } from './polling';
import { readModel } from './read-model';
import { worldSearch } from './world';

/** The list that a query string asks for; what makes no sense in it counts as not said. `usualSize` is the reader's page size. */
export function flowsQueryFrom(
  search: URLSearchParams,
  usualSize: FlowsQuery['size'] = wholeList.size,
): FlowsQuery {
  const { query } = readFlowsQuery(search);
  return search.has('size') ? query : { ...query, size: usualSize };
}

/** The address of a list, of its own form for each list; the reader's page size goes without saying. */
export function flowsHref(
  world: World,
  query: FlowsQuery,
  usualSize: FlowsQuery['size'] = wholeList.size,
): string {
  const search = flowsSearch(query);
  if (query.size === usualSize) search.delete('size');
  else search.set('size', String(query.size));
  worldSearch(world).forEach((value, name) => search.set(name, value));
  return search.size === 0 ? '/flows' : `/flows?${readable(search)}`;
}

function worldKey(world: World) {
  return ['flows', world] as const;
}

/** Where the page of the list is kept. */
export function flowsKey(world: World, query: FlowsQuery) {
  return [...worldKey(world), query] as const;
}

function flowsOptions(world: World, query: FlowsQuery) {
  return queryOptions({
    queryKey: flowsKey(world, query),
    queryFn: ({ signal }) => readModel('/api/flows', world, FlowsPage, signal, flowsSearch(query)),
    refetchInterval: pollWhenNotLive,
    staleTime: staleUnlessPolled,
    // The data is what the function above has read.
    meta: { concerns: (event, page) => listConcern(event, query, page as FlowsPage | undefined) },
  });
}

/** What moves no count and no flow in a list, unless it is sorted or filtered by runs. */
const onlyRuns = ['StartFlow', 'StartExecution', 'CancelFlowExecutions', 'SimulateExecutions'];
const aboutRuns = ['lastRun', 'nextRun', 'lastResult'];
const soonMs = 2_000;

/** Within how many milliseconds a page of the list is to be read after an event; undefined when it looks the same as before. */
export function listConcern(
  { outcome, flowId, operation, beforeStatus, afterStatus }: LiveEvent,
  { sort, filters }: FlowsQuery,
  page: FlowsPage | undefined,
): number | undefined {
  if (outcome !== 'changed' || flowId === undefined) return undefined;
  const isShown = page === undefined || page.rows.some(({ id }) => id === flowId);
  if (isShown || beforeStatus !== afterStatus) return 0;
  // A failed run can have a flow need attention, an edit can have it match: seldom enough, and on no row that is shown.
  const isAboutRuns = [sort, ...filters.map(({ property }) => property)].some((name) =>
    aboutRuns.includes(name),
  );
  return onlyRuns.includes(operation) && !isAboutRuns ? undefined : soonMs;
}

/** A page of the list, kept up to date while it is looked at; the last page stays until the next one is there. */
export function useFlows(world: World, query: FlowsQuery) {
  return useQuery({
    ...flowsOptions(world, query),
    placeholderData: keepPreviousData,
  });
}

/** When the newest list of a world was read, by the server's clock; 0 before the first. */
export function latestAsOf(client: QueryClient, world: World): number {
  const pages = client.getQueriesData<FlowsPage>({ queryKey: worldKey(world) });
  return Math.max(0, ...pages.map(([, page]) => page?.asOf ?? 0));
}

/** Reads the lists again, after something was done. */
export async function refreshFlows(client: QueryClient, world: World): Promise<void> {
  const queryKey = worldKey(world);
  // A read that began before would bring the old status back.
  await client.cancelQueries({ queryKey });
  await client.invalidateQueries({ queryKey });
}

/** Puts what the service answered about a flow, at this time of the browser's clock, into the lists that were not read since. */
export function showAnswer(
  client: QueryClient,
  world: World,
  { flowName, flowStatus, at }: { flowName: string; flowStatus: FlowStatus; at: number },
): void {
  client.setQueriesData(
    { queryKey: worldKey(world), predicate: ({ state }) => state.dataUpdatedAt < at },
    (page: FlowsPage | undefined) => page && withStatus(page, flowName, flowStatus),
  );
}

function withStatus(page: FlowsPage, flowName: string, flowStatus: FlowStatus): FlowsPage {
  const rows = page.rows.map((row) =>
    row.flowName === flowName && row.standing !== 'deleted' ? { ...row, flowStatus } : row,
  );
  return { ...page, rows };
}
