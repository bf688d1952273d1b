import { Cron } from 'croner';
import type { ScheduledTriggerProperties } from '@/contract/shapes.gen';

const MINUTE_MS = 60_000;
const PERIOD_MS = {
  minute: MINUTE_MS,
  hour: 60 * MINUTE_MS,
  day: 1_440 * MINUTE_MS,
  week: 10_080 * MINUTE_MS,
};

/** Before any flow was. */
const EARLIEST = new Date(0);

type Recurrence =
  { every: 'period'; periodMs: number } | { every: 'months'; months: number } | { every: 'cron'; cron: Cron };

/** Whether AppFlow could run by this expression: `rate(5minutes)`, `rate(1months)`, `cron(0 10 * * ? *)`; no 30th of February. */
export function isScheduleExpression(scheduleExpression: string): boolean {
  const recurrence = parse(scheduleExpression);
  return recurrence?.every === 'cron' ? recurrence.cron.nextRun(EARLIEST) !== null : recurrence !== undefined;
}

/** Whether the expression ever has two runs in less than `periodMs`. Patterns repeat by the day, so a day with runs tells. */
export function runsMoreOftenThan(scheduleExpression: string, periodMs: number): boolean {
  const recurrence = parse(scheduleExpression);
  switch (recurrence?.every) {
    case 'period':
      return recurrence.periodMs < periodMs;
    case 'cron': {
      const first = recurrence.cron.nextRun(EARLIEST);
      let last = first;
      while (first && last && last.getTime() - first.getTime() < PERIOD_MS.day) {
        const next = recurrence.cron.nextRun(last);
        if (next && next.getTime() - last.getTime() < periodMs) {
          return true;
        }
        last = next;
      }
      return false;
    }
    default:
      return false;
  }
}

/**
 * When a flow that was activated at `activatedAt` runs next after `now` (both epoch milliseconds), or undefined when it never does.
 * Times count in UTC from scheduleStartTime (epoch seconds; the activation when there is none) plus scheduleOffset (seconds)
 * to scheduleEndTime; `timezone` is a label only.
 */
export function nextRunAt(
  schedule: ScheduledTriggerProperties,
  activatedAt: number,
  now: number,
): number | undefined {
  const recurrence = parse(schedule.scheduleExpression);
  if (!recurrence) {
    return undefined;
  }
  const { scheduleStartTime, scheduleEndTime, scheduleOffset = 0 } = schedule;
  const offsetMs = scheduleOffset * 1_000;
  // The wire's seconds may have fractions beyond a millisecond.
  const startAt = scheduleStartTime === undefined ? activatedAt : Math.round(scheduleStartTime * 1_000);
  const dueAt = nextDueAt(recurrence, startAt, now - offsetMs);
  const runAt = dueAt === undefined ? undefined : dueAt + offsetMs;
  const endAt = scheduleEndTime === undefined ? Infinity : Math.round(scheduleEndTime * 1_000);
  return runAt === undefined || runAt > endAt ? undefined : runAt;
}

/** The next `count` times at most, in the same terms as nextRunAt. */
export function nextRunsAt(
  schedule: ScheduledTriggerProperties,
  activatedAt: number,
  now: number,
  count: number,
): number[] {
  const times: number[] = [];
  while (times.length < count) {
    const next = nextRunAt(schedule, activatedAt, times.at(-1) ?? now);
    if (next === undefined) {
      break;
    }
    times.push(next);
  }
  return times;
}

function nextDueAt(recurrence: Recurrence, startAt: number, after: number): number | undefined {
  switch (recurrence.every) {
    case 'cron':
      // The pattern's own next time is strictly later, so a start that is due itself is found from just before it.
      return recurrence.cron.nextRun(new Date(Math.max(after, startAt - 1)))?.getTime();
    case 'period':
      return after < startAt
        ? startAt
        : startAt + (Math.floor((after - startAt) / recurrence.periodMs) + 1) * recurrence.periodMs;
    case 'months': {
      const start = new Date(startAt);
      const elapsed =
        (new Date(after).getUTCFullYear() - start.getUTCFullYear()) * 12 +
        new Date(after).getUTCMonth() -
        start.getUTCMonth();
      let step = Math.max(0, Math.floor(elapsed / recurrence.months) - 1);
      while (plusMonths(startAt, step * recurrence.months) <= after) {
        step += 1;
      }
      return plusMonths(startAt, step * recurrence.months);
    }
  }
}

/** The same day and time some months later; the last day of the month where it has no such day. */
function plusMonths(at: number, months: number): number {
  const date = new Date(at);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, lastDay));
  return date.getTime();
}

function parse(scheduleExpression: string): Recurrence | undefined {
  const rate = /^rate\(\s*([1-9]\d{0,5})\s*(minute|hour|day|week|month)s?\s*\)$/.exec(scheduleExpression);
  if (rate) {
    const count = Number(rate[1]);
    const unit = rate[2];
    if (unit === 'minute' || unit === 'hour' || unit === 'day' || unit === 'week') {
      return { every: 'period', periodMs: count * PERIOD_MS[unit] };
    }
    return { every: 'months', months: count };
  }
  const cron = /^cron\(([^()]{1,250})\)$/.exec(scheduleExpression)?.[1]?.trim();
  if (cron === undefined || cron.split(/\s+/).length !== 6) {
    return undefined;
  }
  try {
    // AWS has six fields from minutes to years and counts weekdays from 1 = Sunday; croner takes seconds first.
    return {
      every: 'cron',
      cron: new Cron(`0 ${cron}`, {
        timezone: 'UTC',
        paused: true,
        alternativeWeekdays: true,
        // As AWS, which writes every half hour as 0/30.
        sloppyRanges: true,
      }),
    };
  } catch {
    return undefined;
  }
}
