import { expect, test } from 'vitest';
import { notByItself, untilAt } from './until';

const now = new Date(2026, 0, 31, 18, 30).getTime();

test('a choice is a time to come, in the reader’s time zone', () => {
  expect(untilAt(notByItself, now)).toBeUndefined();
  expect(untilAt({ ...notByItself, choice: '240' }, now)).toBe(new Date(2026, 0, 31, 22, 30).getTime());
  expect(untilAt({ ...notByItself, choice: '30' }, now + 0.4)).toBe(new Date(2026, 0, 31, 19).getTime());
  expect(untilAt({ ...notByItself, choice: 'tomorrow' }, now)).toBe(new Date(2026, 1, 1, 9).getTime());
  expect(untilAt({ choice: 'at', date: '2026-02-02', time: '07:15' }, now)).toBe(
    new Date(2026, 1, 2, 7, 15).getTime(),
  );
});

test.each([
  ['', ''],
  ['2026-02-02', ''],
  ['2026-01-31', '18:30'],
  ['2025-02-02', '07:15'],
])('%j %j is no time to come', (date, time) => {
  expect(untilAt({ choice: 'at', date, time }, now)).toBe('not-a-time');
});
