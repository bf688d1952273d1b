import { afterEach, expect, test } from 'vitest';
import { tellTimesIn } from '@/components/words/time';
import { notByItself, untilAt, untilAtFirst } from './until';

const now = Date.parse('2026-01-31T18:30Z');

afterEach(() => tellTimesIn(undefined));

test('a choice is a time to come', () => {
  expect(untilAt(notByItself, now)).toBeUndefined();
  expect(untilAt({ ...notByItself, choice: '240' }, now)).toBe(Date.parse('2026-01-31T22:30Z'));
  expect(untilAt({ ...notByItself, choice: '30' }, now + 0.4)).toBe(Date.parse('2026-01-31T19:00Z'));
});

test.each([
  ['UTC', '2026-02-01T09:00Z', '2026-02-02T07:15Z'],
  ['America/New_York', '2026-02-01T14:00Z', '2026-02-02T12:15Z'],
  // There it is the first of February already.
  ['Asia/Tokyo', '2026-02-02T00:00Z', '2026-02-01T22:15Z'],
])('dates and times are told in %s, when the reader chose that', (timeZone, tomorrow, at) => {
  tellTimesIn(timeZone);
  expect(untilAt({ ...notByItself, choice: 'tomorrow' }, now)).toBe(Date.parse(tomorrow));
  expect(untilAt({ choice: 'at', date: '2026-02-02', time: '07:15' }, now)).toBe(Date.parse(at));
});

test('tomorrow at nine is at nine when the clocks change that night', () => {
  tellTimesIn('Europe/Berlin');
  const saturday = Date.parse('2026-03-28T20:00Z');
  expect(untilAt({ ...notByItself, choice: 'tomorrow' }, saturday)).toBe(Date.parse('2026-03-29T07:00Z'));
});

test('what was said before stays chosen while it is to come', () => {
  expect(untilAtFirst(undefined, now)).toEqual(notByItself);
  expect(untilAtFirst(now, now)).toEqual(notByItself);
  const until = untilAtFirst(now + 1, now);
  expect(untilAt(until, now)).toBe(now + 1);
  expect(untilAt(until, now + 1)).toBe('not-a-time');
});

test.each([
  ['', ''],
  ['2026-02-02', ''],
  ['2026-01-31', '18:30'],
  ['2025-02-02', '07:15'],
])('%j %j is no time to come', (date, time) => {
  tellTimesIn('UTC');
  expect(untilAt({ choice: 'at', date, time }, now)).toBe('not-a-time');
});
