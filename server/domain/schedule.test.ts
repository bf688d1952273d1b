import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isScheduleExpression, nextRunAt } from './schedule';

const at = (text: string) => Date.parse(`${text}Z`);
const seconds = (text: string) => at(text) / 1_000;
const next = (scheduleExpression: string, now: string, activated = '2026-01-15T12:00:00', more = {}) => {
  const runAt = nextRunAt({ scheduleExpression, ...more }, at(activated), at(now));
  return runAt === undefined ? undefined : new Date(runAt).toISOString().slice(0, 19);
};

test.each([
  ['rate(5minutes)', '2026-01-15T12:07:30', '2026-01-15T12:10:00'],
  ['rate(1minute)', '2026-01-15T12:00:00', '2026-01-15T12:01:00'],
  ['rate(1 hours)', '2026-01-15T13:00:00', '2026-01-15T14:00:00'],
  ['rate(2days)', '2026-01-16T00:00:00', '2026-01-17T12:00:00'],
  ['rate(1weeks)', '2026-01-16T00:00:00', '2026-01-22T12:00:00'],
  ['rate(1months)', '2026-01-16T00:00:00', '2026-02-15T12:00:00'],
  ['cron(0 10 * * ? *)', '2026-01-15T12:00:00', '2026-01-16T10:00:00'],
  ['cron(15 12 ? * MON *)', '2026-01-15T12:00:00', '2026-01-19T12:15:00'],
  // AWS counts weekdays from 1 = Sunday.
  ['cron(15 12 ? * 2 *)', '2026-01-15T12:00:00', '2026-01-19T12:15:00'],
  ['cron(0 8 1 * ? *)', '2026-01-15T12:00:00', '2026-02-01T08:00:00'],
  ['cron(0/30 * * * ? 2030)', '2026-01-15T12:00:00', '2030-01-01T00:00:00'],
])('%s runs after %s at %s', (expression, now, expected) => {
  expect(next(expression, now)).toBe(expected);
});

test('a start to come is the first run, also to the second; one that passed sets the rhythm', () => {
  const start = { scheduleStartTime: seconds('2026-02-01T09:00:00') };
  expect(next('rate(1hours)', '2026-01-15T12:00:00', undefined, start)).toBe('2026-02-01T09:00:00');
  expect(next('rate(1hours)', '2026-02-01T09:00:00', undefined, start)).toBe('2026-02-01T10:00:00');
  expect(next('rate(1hours)', '2026-02-03T11:59:59', undefined, start)).toBe('2026-02-03T12:00:00');
});

test('an offset comes on top, a timezone moves nothing', () => {
  const schedule = { scheduleOffset: 120, timezone: 'America/New_York' };
  expect(next('rate(5minutes)', '2026-01-15T12:06:00', undefined, schedule)).toBe('2026-01-15T12:07:00');
  expect(next('rate(5minutes)', '2026-01-15T12:07:00', undefined, schedule)).toBe('2026-01-15T12:12:00');
  expect(next('cron(0 10 * * ? *)', '2026-01-15T12:00:00', undefined, schedule)).toBe('2026-01-16T10:02:00');
});

test('nothing runs after the end', () => {
  const schedule = { scheduleEndTime: seconds('2026-01-15T12:10:00') };
  expect(next('rate(5minutes)', '2026-01-15T12:06:00', undefined, schedule)).toBe('2026-01-15T12:10:00');
  expect(next('rate(5minutes)', '2026-01-15T12:10:00', undefined, schedule)).toBeUndefined();
});

test('a day that a month lacks is its last one, and comes back', () => {
  const months = ['2026-01-31T12:00:00', '2026-02-28T12:00:00', '2026-03-31T12:00:00', '2026-04-30T12:00:00'];
  months.slice(1).forEach((expected, index) => {
    expect(next('rate(1months)', months[index] ?? '', '2026-01-31T12:00:00')).toBe(expected);
  });
});

test.each([
  '',
  'whenever',
  'rate(0minutes)',
  'rate(-5minutes)',
  'rate(5)',
  'rate(5 fortnights)',
  'cron()',
  'cron(61 * * * ? *)',
  'cron(* * * * *)',
  'cron(0 10 * * ? * *)',
  'RATE(5minutes)',
  'rate(5minutes) ',
])('is no schedule: "%s"', (expression) => {
  expect(isScheduleExpression(expression)).toBe(false);
  expect(next(expression, '2026-01-15T12:00:00')).toBeUndefined();
});

test('the next run is always to come, never after the end, and asking just before it gives it again', () => {
  const expressions = fc.constantFrom(
    'rate(5minutes)',
    'rate(7hours)',
    'rate(3months)',
    'cron(0 10 ? * MON-FRI *)',
  );
  const times = fc.integer({ min: at('2026-01-01T00:00:00'), max: at('2027-01-01T00:00:00') });
  const offsets = fc.integer({ min: 0, max: 3_600 });
  fc.assert(
    fc.property(
      expressions,
      times,
      times,
      times,
      offsets,
      (scheduleExpression, activated, now, end, scheduleOffset) => {
        const schedule = { scheduleExpression, scheduleOffset, scheduleEndTime: end / 1_000 };
        const runAt = nextRunAt(schedule, activated, now);
        if (runAt !== undefined) {
          expect(runAt).toBeGreaterThan(now);
          expect(runAt).toBeLessThanOrEqual(end);
          expect(nextRunAt(schedule, activated, runAt - 1)).toBe(runAt);
        }
      },
    ),
  );
});
