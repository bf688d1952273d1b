import { createHash } from 'node:crypto';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
const WORK_BEGINS_MS = 8 * HOUR_MS;
const WORKDAY_MS = 9.5 * HOUR_MS;
/** What somebody did in these last hours stays there, whatever the time of day: somebody tries Sluice now. */
const RECENT_HOURS = 12;
/** By how much what is said to be hours ago is longer ago than that, at most. */
const SPREAD_MS = 20 * MINUTE_MS;

/** A number from 0 to below 1 that looks arbitrary, the same for the same parts. */
export function fractionOf(...parts: (string | number)[]): number {
  return createHash('sha256').update(parts.join(' ')).digest().readUInt32BE() / 2 ** 32;
}

/** About so many hours before `now`, at a minute and second of its own, the same for the same flow. */
export function hoursBefore(now: number, hours: number, flowName: string): number {
  return Math.round(now - hours * HOUR_MS - fractionOf(flowName, hours) * SPREAD_MS);
}

/** When somebody did what they did about so many hours before `now`: at work, unless it was only just now. */
export function deedAt(now: number, hours: number, flowName: string): number {
  const at = hoursBefore(now, hours, flowName);
  return hours > RECENT_HOURS ? atWork(at) : at;
}

/**
 * The time moved back to a weekday between 8:00 and 17:30 UTC: all the time from one beginning of work to the next is pressed into the
 * hours of work, so that what came after something else still does.
 */
export function atWork(at: number): number {
  const begins = beginningOfWork(at);
  const next = beginningAfter(begins);
  return begins + Math.floor(((at - begins) / (next - begins)) * WORKDAY_MS);
}

function beginningOfWork(at: number): number {
  const begins = Math.floor((at - WORK_BEGINS_MS) / DAY_MS) * DAY_MS + WORK_BEGINS_MS;
  return isWeekday(begins) ? begins : beginningOfWork(begins - 1);
}

function beginningAfter(begins: number): number {
  const next = begins + DAY_MS;
  return isWeekday(next) ? next : beginningAfter(next);
}

function isWeekday(at: number): boolean {
  const day = new Date(at).getUTCDay();
  return day !== 0 && day !== 6;
}
