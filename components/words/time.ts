import { duration } from '@/contract/duration';

const second = 1000;
const day = 24 * 60 * 60 * second;

let readersZone: string | undefined;

/** From now on times are told in this time zone where none is named; undefined is the browser's own. */
export function tellTimesIn(timeZone: string | undefined): void {
  readersZone = timeZone;
}

/** The time zone of the reader: the one that was chosen, or undefined for the browser's own. */
export function zoneOfReader(): string | undefined {
  return readersZone;
}

const formats = {
  time: { timeStyle: 'medium' },
  day: { day: 'numeric', month: 'short' },
  exact: {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'shortOffset',
  },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Kept, as they are slow to make: for the times of a list they took a quarter of the time that the page took. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(format: keyof typeof formats, timeZone: string | undefined): Intl.DateTimeFormat {
  const key = `${format} ${timeZone}`;
  const kept = formatters.get(key) ?? new Intl.DateTimeFormat('en-GB', { ...formats[format], timeZone });
  formatters.set(key, kept);
  return kept;
}

/** How long ago something was: "just now", "2 h ago". Times are epoch milliseconds. */
export function ago(at: number, now: number): string {
  return now - at < 5 * second ? 'just now' : `${duration(now - at)} ago`;
}

/** When something is due: "in 4 min", "due now", "late 25 min". Times are epoch milliseconds. */
export function due(at: number, now: number): string {
  const ahead = at - now;
  if (ahead >= second) return `in ${duration(ahead)}`;
  return ahead > -30 * second ? 'due now' : `late ${duration(-ahead)}`;
}

/** The time of day with seconds, in the reader's time zone unless another is named: "10:42:07". */
export function timeOfDay(at: number, timeZone = readersZone): string {
  return formatter('time', timeZone).format(at);
}

function partsOf(at: number, timeZone: string | undefined): (type: Intl.DateTimeFormatPartTypes) => string {
  const parts = formatter('exact', timeZone).formatToParts(at);
  return (type) => parts.find((part) => part.type === type)?.value ?? '';
}

/** "2026-11-24 10:42:07" in a time zone that stands beside it; by default the reader's own. */
export function sortableTimeText(at: number, timeZone = readersZone): string {
  const part = partsOf(at, timeZone);
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}:${part('second')}`;
}

/** "UTC" or "UTC+2": what a time zone is called at that moment; by default the reader's own. */
export function zoneText(at: number, timeZone = readersZone): string {
  // Engines differ: GMT, GMT+0 and UTC are all said of the same zone.
  return partsOf(at, timeZone)('timeZoneName').replace('GMT', 'UTC').replace(/\+0$/, '');
}

/** Date, time and zone, for hovers and details: "2026-11-24 10:42:07 UTC". */
export function exactTime(at: number, timeZone = readersZone): string {
  return `${sortableTimeText(at, timeZone)} ${zoneText(at, timeZone)}`;
}

/** A point in time inside a sentence: "at 10:42:07" today, "on 23 Nov at 10:42" on another day. */
export function atTime(at: number, now: number, timeZone = readersZone): string {
  const dayOf = (time: number) => formatter('day', timeZone).format(time);
  if (Math.abs(now - at) < day && dayOf(at) === dayOf(now)) return `at ${timeOfDay(at, timeZone)}`;
  return `on ${dayOf(at)} at ${timeOfDay(at, timeZone).slice(0, 5)}`;
}

/** A point in time to come: "18:00" today, "25 Nov 09:00" on another day. */
export function comingTime(at: number, now: number, timeZone?: string): string {
  return atTime(at, now, timeZone)
    .replace(/^at (\d\d:\d\d):\d\d$/, '$1')
    .replace(/^on (.*) at /, '$1 ');
}
