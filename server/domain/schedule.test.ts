import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isScheduleExpression, nextRunAt, nextRunsAt, runsMoreOftenThan } from './schedule';

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
  ['cron(15 12 ? * 1 *)', '2026-01-15T12:00:00', '2026-01-18T12:15:00'],
  ['cron(15 12 ? * 7 *)', '2026-01-15T12:00:00', '2026-01-17T12:15:00'],
  ['cron(0 6 ? * 2-6 *)', '2026-01-16T06:00:00', '2026-01-19T06:00:00'],
  ['cron(0 6 ? * MON-FRI *)', '2026-01-16T06:00:00', '2026-01-19T06:00:00'],
  ['cron(0 6 ? * MON,WED *)', '2026-01-15T12:00:00', '2026-01-19T06:00:00'],
  // The last day, the weekday next to a day, the last Friday, the first Monday.
  ['cron(0 8 L * ? *)', '2026-01-15T12:00:00', '2026-01-31T08:00:00'],
  ['cron(0 8 15W * ? *)', '2026-01-15T12:00:00', '2026-02-16T08:00:00'],
  ['cron(0 8 ? * 6L *)', '2026-01-15T12:00:00', '2026-01-30T08:00:00'],
  ['cron(0 8 ? * 2#1 *)', '2026-01-15T12:00:00', '2026-02-02T08:00:00'],
  ['cron(0 8 31 * ? *)', '2026-01-31T08:00:00', '2026-03-31T08:00:00'],
  ['cron(0 8 29 FEB ? *)', '2026-01-15T12:00:00', '2028-02-29T08:00:00'],
  ['cron(0/15 8-17 ? * MON-FRI *)', '2026-01-16T17:45:00', '2026-01-19T08:00:00'],
  ['cron(0 0 1 1 ? 2027-2028)', '2027-06-01T00:00:00', '2028-01-01T00:00:00'],
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

test('a cron schedule does not run before its start, but can at it', () => {
  const start = { scheduleStartTime: seconds('2026-02-01T10:00:00') };
  expect(next('cron(0 10 * * ? *)', '2026-01-15T12:00:00', undefined, start)).toBe('2026-02-01T10:00:00');
  const later = { scheduleStartTime: seconds('2026-02-01T10:00:01') };
  expect(next('cron(0 10 * * ? *)', '2026-01-15T12:00:00', undefined, later)).toBe('2026-02-02T10:00:00');
});

test('a start at a fraction of a second is one of whole milliseconds', () => {
  const schedule = { scheduleExpression: 'rate(5minutes)', scheduleStartTime: 1_700_000_000.123_4 };
  expect(nextRunAt(schedule, 0, 0)).toBe(1_700_000_000_123);
});

test.each(['cron(0 0 30 2 ? *)', 'cron(0 0 31 4,6,9,11 ? *)'])(
  '%s, a date that never comes, is no schedule',
  (expression) => {
    expect(isScheduleExpression(expression)).toBe(false);
    expect(next(expression, '2026-01-15T12:00:00')).toBeUndefined();
  },
);

test('a year that is over is a schedule without a next run', () => {
  expect(isScheduleExpression('cron(0 0 1 1 ? 2020)')).toBe(true);
  expect(next('cron(0 0 1 1 ? 2020)', '2026-01-15T12:00:00')).toBeUndefined();
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

test('a leap day comes back in leap years, and months are counted from the start whatever the step', () => {
  expect(next('rate(12months)', '2026-03-01T00:00:00', '2024-02-29T12:00:00')).toBe('2027-02-28T12:00:00');
  expect(next('rate(12months)', '2027-03-01T00:00:00', '2024-02-29T12:00:00')).toBe('2028-02-29T12:00:00');
  expect(next('rate(3months)', '2026-12-01T00:00:00', '2025-11-30T12:00:00')).toBe('2027-02-28T12:00:00');
});

test.each([
  '',
  'whenever',
  'rate(0minutes)',
  'rate(-5minutes)',
  'rate(5)',
  'rate(5 fortnights)',
  'rate(1.5hours)',
  'rate(05minutes)',
  'rate(1000000minutes)',
  'rate(5minutes',
  'xrate(5minutes)',
  'cron()',
  'cron(61 * * * ? *)',
  'cron(* * * * *)',
  'cron(0 10 * * ? * *)',
  'cron(0 24 * * ? *)',
  'cron(0 10 0 * ? *)',
  'cron(0 10 * 13 ? *)',
  'cron(0 10 ? * 0 *)',
  'cron(0 10 ? * MONDAYS *)',
  'cron(@daily * * * * *)',
  'cron((((((0 10 * * ? *)',
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

test('a rate comes at each whole period from its start and at no other time', () => {
  const period = fc.constantFrom(
    ['minutes', 60_000] as const,
    ['hours', 3_600_000] as const,
    ['days', 86_400_000] as const,
  );
  const start = at('2026-01-01T00:00:00');
  fc.assert(
    fc.property(period, fc.integer({ min: 1, max: 90 }), fc.nat(10 ** 10), ([unit, unitMs], n, elapsed) => {
      const runAt = nextRunAt({ scheduleExpression: `rate(${n}${unit})` }, start, start + elapsed);
      expect(((runAt ?? NaN) - start) % (n * unitMs)).toBe(0);
      expect((runAt ?? NaN) - elapsed - start).toBeGreaterThan(0);
      expect((runAt ?? NaN) - elapsed - start).toBeLessThanOrEqual(n * unitMs);
    }),
  );
});

test('a text that is no schedule is said so, whatever it is, and never throws', () => {
  const fields = fc.array(
    fc.constantFrom('*', '?', '0', '7', '31', 'L', '1W', '2#1', 'MON', '1-3', '*/2', '99', '#', '-'),
    {
      minLength: 6,
      maxLength: 6,
    },
  );
  const texts = fc.oneof(
    fc.string(),
    fields.map((parts) => `cron(${parts.join(' ')})`),
    fc.string().map((text) => `cron(${text})`),
    fc.string().map((text) => `rate(${text})`),
  );
  fc.assert(
    fc.property(texts, (scheduleExpression) => {
      const runAt = nextRunAt({ scheduleExpression }, 0, 0);
      if (!isScheduleExpression(scheduleExpression)) {
        expect(runAt).toBeUndefined();
      }
    }),
  );
});

test('the 29th of February comes', () => {
  expect(isScheduleExpression('cron(0 10 29 2 ? *)')).toBe(true);
});

test.each([
  ['rate(59minutes)', 3_600_000, true],
  ['rate(60minutes)', 3_600_000, false],
  ['rate(1months)', 86_400_000, false],
  ['cron(0/30 * * * ? *)', 3_600_000, true],
  ['cron(0 * * * ? *)', 3_600_000, false],
  ['cron(0,10 6 ? * MON *)', 3_600_000, true],
  ['cron(0 6,18 ? * MON *)', 86_400_000, true],
  ['cron(0 6 ? * MON-FRI *)', 86_400_000, false],
])('%s runs more often than every %i ms: %s', (expression, periodMs, expected) => {
  expect(runsMoreOftenThan(expression, periodMs)).toBe(expected);
});

test('the next runs are as many as asked for, or as there are', () => {
  const schedule = { scheduleExpression: 'rate(1days)', scheduleEndTime: seconds('2026-01-18T00:00:00') };
  const activated = at('2026-01-15T12:00:00');
  const runs = (count: number) =>
    nextRunsAt(schedule, activated, activated, count).map((time) =>
      new Date(time).toISOString().slice(0, 13),
    );
  expect(runs(1)).toEqual(['2026-01-16T12']);
  expect(runs(5)).toEqual(['2026-01-16T12', '2026-01-17T12']);
});
