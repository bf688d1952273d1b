import { expect, it } from 'vitest';
import { sortableTimeText, tookText, zoneText } from './time';

const at = Date.UTC(2026, 10, 24, 23, 42, 7);

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

it('writes a time so that it sorts, in the zone that stands beside it', () => {
  expect(sortableTimeText(at, 'UTC')).toBe('2026-11-24 23:42:07');
  expect(sortableTimeText(at, 'Europe/Berlin')).toBe('2026-11-25 00:42:07');
  expect(zoneText(at, 'UTC')).toBe('UTC');
  expect(zoneText(at, 'Asia/Kolkata')).toBe('UTC+5:30');
});
