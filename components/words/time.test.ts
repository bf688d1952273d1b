import { describe, expect, it } from 'vitest';
import { duration } from '@/contract/duration';
import { ago, atTime, due, exactTime, sortableTimeText, timeOfDay, zoneText } from './time';

const now = Date.UTC(2026, 10, 24, 10, 42, 7);
const s = 1000;
const min = 60 * s;
const h = 60 * min;

describe('duration', () => {
  it.each([
    [-5, '0 s'],
    [40 * s, '40 s'],
    [59.9 * min, '59 min'],
    [2 * h, '2 h'],
    [47 * h, '47 h'],
    [48 * h, '2 d'],
    [400 * 24 * h, '400 d'],
  ])('%d ms is %s', (milliseconds, words) => expect(duration(milliseconds)).toBe(words));
});

describe('ago and due', () => {
  it.each([
    [now, 'just now'],
    [now + 3 * s, 'just now'],
    [now - 12 * s, '12 s ago'],
    [now - 2 * h, '2 h ago'],
  ])('%d was %s', (at, words) => expect(ago(at, now)).toBe(words));

  it.each([
    [now + 4 * min, 'in 4 min'],
    [now + 20 * s, 'in 20 s'],
    [now, 'due now'],
    [now - 29 * s, 'due now'],
    [now - 25 * min, 'late 25 min'],
  ])('%d is %s', (at, words) => expect(due(at, now)).toBe(words));
});

describe('points in time', () => {
  it('are exact where they stand alone', () => {
    expect(timeOfDay(now, 'UTC')).toBe('10:42:07');
    expect(exactTime(now, 'UTC')).toBe('2026-11-24 10:42:07 UTC');
  });

  it('sort where they stand in a column, in the zone that stands beside them', () => {
    const at = Date.UTC(2026, 10, 24, 23, 42, 7);
    expect(sortableTimeText(at, 'UTC')).toBe('2026-11-24 23:42:07');
    expect(sortableTimeText(at, 'Europe/Berlin')).toBe('2026-11-25 00:42:07');
    expect(zoneText(at, 'UTC')).toBe('UTC');
    expect(zoneText(at, 'Asia/Kolkata')).toBe('UTC+5:30');
  });

  it('name the day only when it is not today', () => {
    expect(atTime(now - h, now, 'UTC')).toBe('at 09:42:07');
    expect(atTime(now - 12 * h, now, 'UTC')).toBe('on 23 Nov at 22:42');
    expect(atTime(now - 365 * 24 * h, now, 'UTC')).toBe('on 24 Nov at 10:42');
  });
});
