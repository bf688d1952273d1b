import type { Query, QueryClient } from '@tanstack/react-query';

/** A query is read anew at most so often, and for a slow one reading takes at most a third of the time. */
const paceMs = 250;

interface Reading {
  /** When it is read next, by performance.now(); undefined when nothing is to be read. */
  due: number | undefined;
  timer?: ReturnType<typeof setTimeout>;
  notBefore: number;
  isUnderWay: boolean;
}

const startedAt = new WeakMap<Query, number>();

/** Since when (performance.now()) a query is being read because it was out of date; undefined when it is not. */
export function readingSince(query: Query): number | undefined {
  return startedAt.get(query);
}

export interface Refresher {
  /** Reads a query anew within so many milliseconds; many wishes are one read. In a hidden tab it waits until someone looks. */
  want(query: Query, withinMs: number): void;
  stop(): void;
}

export function createRefresher(client: QueryClient): Refresher {
  const readings = new WeakMap<Query, Reading>();
  let isStopped = false;

  function want(query: Query, withinMs: number): void {
    const reading: Reading = readings.get(query) ?? { due: undefined, notBefore: 0, isUnderWay: false };
    readings.set(query, reading);
    const due = Math.max(performance.now() + withinMs, reading.notBefore);
    if (reading.due !== undefined && reading.due <= due) return;
    reading.due = due;
    // What is being read may have been read before the change: the read after it is planned when it ends.
    if (!reading.isUnderWay) plan(query, reading, due);
  }

  function plan(query: Query, reading: Reading, due: number): void {
    clearTimeout(reading.timer);
    reading.timer = setTimeout(() => void read(query, reading), due - performance.now());
  }

  async function read(query: Query, reading: Reading): Promise<void> {
    if (isStopped) return;
    reading.due = undefined;
    if (document.visibilityState === 'hidden') {
      query.invalidate();
      return;
    }
    const start = performance.now();
    reading.isUnderWay = true;
    startedAt.set(query, start);
    await readAnew(client, query);
    startedAt.delete(query);
    reading.isUnderWay = false;
    const end = performance.now();
    reading.notBefore = Math.max(start + paceMs, end + 2 * (end - start));
    planAgain(query, reading);
  }

  /** What came while it was being read. */
  function planAgain(query: Query, reading: Reading): void {
    if (reading.due !== undefined) plan(query, reading, Math.max(reading.due, reading.notBefore));
  }

  return {
    want,
    stop() {
      isStopped = true;
    },
  };
}

async function readAnew(client: QueryClient, { queryKey, state }: Query): Promise<void> {
  const filters = { queryKey, exact: true, type: 'active' } as const;
  if (state.fetchStatus !== 'idle') await client.refetchQueries(filters, { cancelRefetch: false });
  await client.refetchQueries(filters, { cancelRefetch: false });
}
