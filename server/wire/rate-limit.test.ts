import { expect, test } from 'vitest';
import { createRateLimit } from './rate-limit';

test('an account has so many requests a second, and gets them back as time goes by; others are not concerned', () => {
  const time = { now: 1_000_000 };
  const admits = createRateLimit(4, { now: () => time.now });
  const asked = (account: string, count: number) => Array.from({ length: count }, () => admits(account));
  expect(asked('111122223333', 5)).toEqual([true, true, true, true, false]);
  expect(admits('444455556666')).toBe(true);
  time.now += 249;
  expect(admits('111122223333')).toBe(false);
  time.now += 1;
  expect(asked('111122223333', 2)).toEqual([true, false]);
  time.now += 3_600_000;
  expect(asked('111122223333', 5)).toEqual([true, true, true, true, false]);
});

test('without a limit everything is admitted', () => {
  const admits = createRateLimit(undefined, { now: () => 0 });
  expect(Array.from({ length: 1_000 }, () => admits('111122223333'))).not.toContain(false);
});
