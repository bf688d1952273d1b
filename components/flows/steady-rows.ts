import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { FlowDetail, FlowRow, FlowsPage, World } from '@/contract/console';
import type { FlowsQuery } from '@/contract/flows-query';
import { flowQuery } from '@/queries/flow';
import { ReadError } from '@/queries/read-model';
import { matches } from './matches';
import { rowState } from './row-store';

/** Why a row is still there although the list no longer has it. */
export type RowMark = 'gone' | 'no-match' | 'moved';

export interface ShownRow {
  flow: FlowRow;
  mark?: RowMark;
}

/** The newest rows in their order, with each row that is no longer among them kept where it was. */
export function mergeRows(shown: readonly FlowRow[], incoming: readonly FlowRow[]): FlowRow[] {
  const arrived = new Set(incoming.map(({ id }) => id));
  const merged = [...incoming];
  let above = -1;
  for (const row of shown) {
    if (arrived.has(row.id)) {
      above = merged.findIndex(({ id }) => id === row.id);
    } else {
      above += 1;
      merged.splice(above, 0, row);
    }
  }
  return merged;
}

/** The rows in their places, each as it is newest: nothing comes, goes or moves. */
export function holdRows(shown: readonly FlowRow[], incoming: readonly FlowRow[]): FlowRow[] {
  const newest = new Map(incoming.map((row) => [row.id, row]));
  return shown.map((row) => newest.get(row.id) ?? row);
}

/** What is not shown yet: how many flows have come; none where only the order is another. */
export interface Waiting {
  arrived: number;
}

/** What held rows lack of the newest ones; undefined when it is nothing. */
export function waitingFor(shown: readonly FlowRow[], incoming: readonly FlowRow[]): Waiting | undefined {
  const merged = mergeRows(shown, incoming);
  if (merged.every(({ id }, index) => id === shown[index]?.id)) return undefined;
  return { arrived: merged.length - shown.length };
}

/** So many rows that left the list stay at most: a list of what runs now would grow for ever. */
const keptAtMost = 50;

/** Which rows the list no longer has, in the order in which they left it. */
export function leftOf(
  left: readonly string[],
  shown: readonly FlowRow[],
  incoming: readonly FlowRow[],
): string[] {
  const listed = new Set(incoming.map(({ id }) => id));
  const missing = new Set(shown.map(({ id }) => id).filter((id) => !listed.has(id)));
  return [...new Set([...left, ...missing])].filter((id) => missing.has(id));
}

/** The rows without those that left the list first, where more have left than are kept; who has something to say stays. */
export function letGo(
  shown: readonly FlowRow[],
  left: readonly string[],
  saysNothing: (flowId: string) => boolean,
): readonly FlowRow[] {
  const first = new Set(left.slice(0, -keptAtMost).filter(saysNothing));
  return first.size === 0 ? shown : shown.filter(({ id }) => !first.has(id));
}

/** What became of a row that left the list; no mark while nobody knows. */
export function fateOf(
  row: FlowRow,
  found: FlowDetail | 'none' | undefined,
  query: Pick<FlowsQuery, 'filters'>,
): ShownRow {
  if (found === undefined) return { flow: row };
  // A new flow of the same name is not this one.
  if (found === 'none' || found.flow.id !== row.id) return { flow: row, mark: 'gone' };
  const { flow } = found;
  if (matches(query, flow, found.asOf)) return { flow, mark: 'moved' };
  return { flow, mark: flow.standing === 'deleted' ? 'gone' : 'no-match' };
}

interface Steady {
  view: string;
  incoming: readonly FlowRow[];
  rows: readonly FlowRow[];
  /** The ids of the rows that the list no longer has, in the order in which they left it. */
  left: readonly string[];
  isHeld: boolean;
}

interface SteadyRows {
  rows: ShownRow[];
  /** What held rows do not show yet. */
  waiting: Waiting | undefined;
  showWaiting: () => void;
  dismiss: (flowId: string) => void;
}

const nothing: readonly FlowRow[] = [];

/**
 * The rows to show. While they are held, because someone works in them, none comes, goes or moves; each shows how it is. A row that was shown stays in its place until it is dismissed or the view changes, marked with what
 * became of it; only one that is now on another page goes, and what left first of very many, unless it has something to say.
 */
export function useSteadyRows(
  world: World,
  query: FlowsQuery,
  page: FlowsPage | undefined,
  isFresh: boolean,
  isWorkedIn: boolean,
): SteadyRows {
  const view = JSON.stringify([world, query]);
  const incoming = page?.rows ?? nothing;
  const [steady, setSteady] = useState<Steady>({ view, incoming, rows: incoming, left: [], isHeld: false });
  const isOtherView = steady.view !== view;
  // There is nothing to hold where there are no rows.
  const isHeld = isWorkedIn && !isOtherView && steady.rows.length > 0;

  let current = steady;
  if (isFresh && (isOtherView || steady.incoming !== incoming || steady.isHeld !== isHeld)) {
    const put = isHeld ? holdRows : mergeRows;
    const rows = isOtherView ? incoming : put(steady.rows, incoming);
    const left = leftOf(steady.left, rows, incoming);
    current = { view, incoming, rows: isHeld ? rows : letGo(rows, left, isSilent), left, isHeld };
    setSteady(current);
  } else if (page === undefined && isOtherView) {
    current = { view, incoming, rows: incoming, left: [], isHeld };
    setSteady(current);
  }

  const waiting = useMemo(
    () => (current.isHeld ? waitingFor(current.rows, current.incoming) : undefined),
    [current.isHeld, current.rows, current.incoming],
  );
  const showWaiting = useCallback(() => {
    setSteady((now) => ({ ...now, rows: mergeRows(now.rows, now.incoming) }));
  }, []);

  const vanished = useMemo(() => {
    const listed = new Set(current.incoming.map(({ id }) => id));
    return current.rows.filter(({ id }) => !listed.has(id));
  }, [current.incoming, current.rows]);

  const fates = useQueries({
    queries: vanished.map(({ flowName }) => flowQuery(world, flowName)),
    combine: foundOf,
  });
  const fateById = useMemo(
    () => new Map(vanished.map((row, index) => [row.id, fateOf(row, fates[index], query)])),
    [vanished, fates, query],
  );
  const rows = useMemo(
    () => current.rows.map((flow) => fateById.get(flow.id) ?? { flow }),
    [current.rows, fateById],
  );

  const dismiss = useCallback((flowId: string) => {
    setSteady((now) => ({ ...now, rows: now.rows.filter(({ id }) => id !== flowId) }));
  }, []);

  const movedAway = isHeld
    ? undefined
    : vanished.find(({ id }) => fateById.get(id)?.mark === 'moved' && isSilent(id));
  if (movedAway !== undefined) dismiss(movedAway.id);

  return { rows, waiting, showWaiting, dismiss };
}

function foundOf(reads: UseQueryResult<FlowDetail>[]): (FlowDetail | 'none' | undefined)[] {
  return reads.map(({ data, error }) =>
    error instanceof ReadError && error.failure === 'not-found' ? 'none' : data,
  );
}

function isSilent(flowId: string): boolean {
  const { pending, problem } = rowState(flowId);
  return pending === undefined && problem === undefined;
}
