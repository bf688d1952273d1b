import { type Query, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { pollMs } from './polling';
import { ReadError } from './read-model';

const lateAfterMs = 3 * pollMs;
const checkMs = 1_000;

/** Whether what is on screen is how things are now. */
export type Liveness =
  /** The page reads nothing that refreshes itself, or has only just begun. */
  | { state: 'unknown' }
  | { state: 'live' }
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

function livenessOf(queries: Query[], now: number): Liveness {
  const shown = queries.filter((query) => refreshesItself(query) && query.state.dataUpdatedAt > 0);
  if (shown.length === 0) return { state: 'unknown' };
  const newest = shown.reduce((a, b) => (b.state.dataUpdatedAt > a.state.dataUpdatedAt ? b : a));
  const asOf = newest.state.dataUpdatedAt;
  if (hasFailed(newest)) {
    const { error } = newest.state;
    return { state: error instanceof ReadError && error.failure === 'no-answer' ? 'gone' : 'behind', asOf };
  }
  return now - asOf > lateAfterMs ? { state: 'behind', asOf } : { state: 'live' };
}

function isSame(a: Liveness, b: Liveness): boolean {
  return a.state === b.state && ('asOf' in a ? a.asOf : 0) === ('asOf' in b ? b.asOf : 0);
}

/** Derived from the newest successful read of the queries on screen that refresh themselves; changes only when the answer does. */
export function useLiveness(): Liveness {
  const client = useQueryClient();
  const [liveness, setLiveness] = useState<Liveness>({ state: 'unknown' });
  useEffect(() => {
    const cache = client.getQueryCache();
    const update = () => {
      // A hidden tab does not read; what it says counts when someone looks at it again.
      if (document.visibilityState === 'hidden') return;
      const next = livenessOf(cache.getAll(), Date.now());
      setLiveness((previous) => (isSame(previous, next) ? previous : next));
    };
    // The cache also tells of queries while a component that uses one is being rendered.
    const unsubscribe = cache.subscribe(() => queueMicrotask(update));
    const timer = setInterval(update, checkMs);
    update();
    return () => {
      unsubscribe();
      clearInterval(timer);
    };
  }, [client]);
  return liveness;
}
