import { expect, test, vi } from 'vitest';
import { createChangeFeed } from './change-feed';

const here = { account: '111122223333', region: 'eu-west-1' };
const there = { ...here, region: 'us-east-1' };

test('tells of commits in its world, those since the last question too, and many as one', async () => {
  const feed = createChangeFeed();
  const follower = feed.follow(here);
  const waiting = follower?.next(1_000);
  feed.tell([there, here]);
  expect(await waiting).toBe('change');
  feed.tell([here, here]);
  feed.tell([here]);
  expect(await follower?.next(1_000)).toBe('change');
  feed.tell([there]);
  expect(await follower?.next(0)).toBe('quiet');
});

test('wakes all of a world together, at once and then at most every 100 ms', async () => {
  vi.useFakeTimers();
  const feed = createChangeFeed();
  const followers = [feed.follow(here), feed.follow(here)];
  const next = () => Promise.all(followers.map((follower) => Promise.resolve(follower?.next(15_000))));
  const first = next();
  feed.tell([here]);
  expect(await first).toEqual(['change', 'change']);
  let isWoken = false;
  const second = next().finally(() => (isWoken = true));
  feed.tell([here]);
  feed.tell([here]);
  await vi.advanceTimersByTimeAsync(99);
  expect(isWoken).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(await second).toEqual(['change', 'change']);
  vi.useRealTimers();
});

test('says that nothing happened after the time that it is given', async () => {
  vi.useFakeTimers();
  const waiting = createChangeFeed().follow(here)?.next(15_000);
  vi.advanceTimersByTime(15_000);
  expect(await waiting).toBe('quiet');
  vi.useRealTimers();
});

test('who leaves makes room and is not waited for', async () => {
  const feed = createChangeFeed(2);
  const first = feed.follow(here);
  feed.follow(there);
  expect(feed.follow(there)).toBeUndefined();
  const waiting = first?.next(15_000);
  first?.leave();
  first?.leave();
  expect(await waiting).toBe('end');
  expect(feed.followers()).toBe(1);
  expect(feed.follow(there)).toBeDefined();
});

test('an end is for all and for good', async () => {
  const feed = createChangeFeed();
  const waiting = [here, there].map((world) => Promise.resolve(feed.follow(world)?.next(15_000)));
  feed.end();
  expect(await Promise.all(waiting)).toEqual(['end', 'end']);
  expect(feed.follow(here)).toBeUndefined();
  expect(feed.followers()).toBe(0);
});
