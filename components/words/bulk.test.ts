import { expect, test } from 'vitest';
import { thatMatchInWords } from './bulk';

test.each([
  [{ total: 30, totalIsExact: true }, '30 that match'],
  [{ total: 12_480, totalIsExact: true }, '12,480 that match'],
  [{ total: 1_000, totalIsExact: false }, '1,000+ that match'],
  [{ total: 2, totalIsExact: false, looked: 40_000 }, 'that match'],
  [undefined, 'that match'],
])('of %j it says all %s: never a number that is not known', (matches, words) => {
  expect(thatMatchInWords(matches)).toBe(words);
});
