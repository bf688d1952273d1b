export const rateUnits = ['minutes', 'hours', 'days', 'weeks', 'months'] as const;
export type RateUnit = (typeof rateUnits)[number];

/** A schedule expression as the form shows it. */
export type ScheduleDraft = { kind: 'rate'; every: string; unit: RateUnit } | { kind: 'cron'; cron: string };

/** Reads `rate(5minutes)` and `cron(0 10 * * ? *)`; anything else is shown as it is, as a cron expression to mend. */
export function readSchedule(expression: string): ScheduleDraft {
  const rate = /^rate\(\s*(\d*)\s*(minute|hour|day|week|month)s?\s*\)$/.exec(expression);
  const unit = rateUnits.find((candidate) => candidate === `${rate?.[2]}s`);
  if (rate && unit) return { kind: 'rate', every: rate[1] ?? '', unit };
  return { kind: 'cron', cron: /^cron\((.*)\)$/.exec(expression)?.[1] ?? expression };
}

/** The expression that the API takes. */
export function writeSchedule(schedule: ScheduleDraft): string {
  return schedule.kind === 'rate' ? `rate(${schedule.every}${schedule.unit})` : `cron(${schedule.cron})`;
}

/** What is wrong with a schedule at first sight; the service looks closer. */
export function scheduleProblem(schedule: ScheduleDraft): string | undefined {
  if (schedule.kind === 'rate') {
    return /^[1-9]\d{0,5}$/.test(schedule.every) ? undefined : 'Give a whole number of at least 1.';
  }
  return schedule.cron.trim().split(/\s+/).length === 6
    ? undefined
    : 'Six fields: minutes, hours, day of month, month, day of week, year; one of the days is a question mark.';
}
