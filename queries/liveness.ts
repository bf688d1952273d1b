import { type Query, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { liveState, subscribeToLiveState } from './live-state';
import { pollMs } from './polling';
import { ReadError } from './read-model';
import { readingSince } from './refresher';

const lateAfterMs = 3 * pollMs;
const checkMs = 1_000;

/** Whether what is on screen is how things are now. */
export type Liveness =
  /** The page reads nothing that refreshes itself, or has only just begun. */
  | { state: 'unknown' }
  /** Changes show by themselves, within a second. */
  | { state: 'live' }
  /** Changes are asked for every two seconds, until the stream that tells of them is open again. */
  | { state: 'reconnecting' }
  /** The last read was refused or takes long; `asOf` (epoch milliseconds) is when what is shown was read. */
  | { state: 'behind'; asOf: number }
  /** The server does not answer at all since shortly after `asOf`. */
  | { state: 'gone'; asOf: number };

function refreshesItself(query: Query): boolean {
  return query.observers.some((observer) => Boolean(observer.options.refetchInterval));
}

function hasFailed({ state }: Query): boolean {
  return state.status === 'error' && state.errorUpdatedAt >= state.dataUpdatedAt;
}

function isLate(query: Query, asOf: number): boolean {
  if (liveState() !== 'live') return Date.now() - asOf > lateAfterMs;
  const since = readingSince(query);
  return since !== undefined && performance.now() - since > lateAfterMs;
}

/** Until when what is on screen is known to have been up to date, in epoch milliseconds: nothing need be read for that. */
let liveUntil = 0;

function livenessOf(queries: Query[]): Liveness {
  const shown = queries.filter((query) => refreshesItself(query) && query.state.dataUpdatedAt > 0);
  if (liveState() === 'none') liveUntil = 0;
  const link = { none: 'unknown', live: 'live', lost: 'reconnecting' } as const;
  if (shown.length === 0) return { state: liveState() === 'live' ? 'live' : 'unknown' };
  const newest = shown.reduce((a, b) => (b.state.dataUpdatedAt > a.state.dataUpdatedAt ? b : a));
  const asOf = Math.max(newest.state.dataUpdatedAt, liveUntil);
  if (hasFailed(newest)) {
    const { error } = newest.state;
    return { state: error instanceof ReadError && error.failure === 'no-answer' ? 'gone' : 'behind', asOf };
  }
  if (liveState() === 'live' && readingSince(newest) === undefined) liveUntil = Date.now();
  return isLate(newest, asOf) ? { state: 'behind', asOf } : { state: link[liveState()] };
}

function isSame(a: Liveness, b: Liveness): boolean {
  return a.state === b.state && ('asOf' in a ? a.asOf : 0) === ('asOf' in b ? b.asOf : 0);
}

/** Derived from the stream of changes and the newest successful read of the queries on screen; changes only when the answer does. */
export function useLiveness(): Liveness {
  const client = useQueryClient();
  const [liveness, setLiveness] = useState<Liveness>({ state: 'unknown' });
  useEffect(() => {
    const cache = client.getQueryCache();
    const update = () => {
      // A hidden tab does not read; what it says counts when someone looks at it again.
      if (document.visibilityState === 'hidden') return;
      const next = livenessOf(cache.getAll());
      setLiveness((previous) => (isSame(previous, next) ? previous : next));
    };
    // The cache also tells of queries while a component that uses one is being rendered.
    const unsubscribe = cache.subscribe(() => queueMicrotask(update));
    const unsubscribeFromStream = subscribeToLiveState(update);
    const timer = setInterval(update, checkMs);
    update();
    return () => {
      unsubscribe();
      unsubscribeFromStream();
      clearInterval(timer);
    };
  }, [client]);
  return liveness;
}
