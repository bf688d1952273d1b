import { expect, it } from 'vitest';
import { tookText } from './time';

it.each([
  [-1, '0.0 s'],
  [420, '0.4 s'],
  [12_900, '12 s'],
  [185_000, '3 min 5 s'],
  [120_000, '2 min'],
  [3_725_000, '1 h 2 min'],
  [90_000_000, '25 h'],
])('%d ms took %s', (spanMs, text) => {
  expect(tookText(spanMs)).toBe(text);
});
