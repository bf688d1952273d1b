import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { createRefresher } from './refresher';

const visibility = { visibilityState: 'visible' };

beforeEach(() => {
  vi.useFakeTimers();
  visibility.visibilityState = 'visible';
  vi.stubGlobal('document', visibility);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A query on screen whose reads end when they are told to. */
function shownQuery() {
  const client = new QueryClient();
  const reads: (() => void)[] = [];
  const observer = new QueryObserver<unknown>(client, {
    queryKey: ['list'],
    queryFn: () => new Promise<number>((resolve) => reads.push(() => resolve(reads.length))),
    initialData: 0,
    staleTime: Infinity,
  });
  onTestFinished(observer.subscribe(() => undefined));
  const refresher = createRefresher(client);
  const answer = async () => {
    reads.at(-1)?.();
    await vi.advanceTimersByTimeAsync(0);
  };
  return { ...refresher, query: observer.getCurrentQuery(), reads, answer };
}

it('reads at once, and then at most every 250 ms whatever comes', async () => {
  const { want, query, reads, answer } = shownQuery();
  want(query, 0);
  await vi.advanceTimersByTimeAsync(0);
  expect(reads).toHaveLength(1);
  await answer();
  for (let count = 0; count < 500; count += 1) want(query, 0);
  await vi.advanceTimersByTimeAsync(249);
  expect(reads).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(reads).toHaveLength(2);
});

it('reads once more after what was under way when the change came, and leaves a slow server time', async () => {
  const { want, query, reads, answer } = shownQuery();
  want(query, 0);
  await vi.advanceTimersByTimeAsync(1_000);
  want(query, 0);
  await vi.advanceTimersByTimeAsync(0);
  expect(reads).toHaveLength(1);
  await answer();
  await vi.advanceTimersByTimeAsync(1_999);
  expect(reads).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(reads).toHaveLength(2);
});

it('what may wait waits, unless something comes that may not', async () => {
  const { want, query, reads } = shownQuery();
  want(query, 2_000);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(reads).toHaveLength(0);
  want(query, 0);
  await vi.advanceTimersByTimeAsync(0);
  expect(reads).toHaveLength(1);
});

it('a hidden tab only remembers that it is out of date', async () => {
  const { want, query, reads } = shownQuery();
  visibility.visibilityState = 'hidden';
  want(query, 0);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(reads).toHaveLength(0);
  expect(query.state.isInvalidated).toBe(true);
});
