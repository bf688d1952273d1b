import { zoneOfReader } from '@/components/words/time';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** "0.4 s", "12 s", "3 min 5 s", "1 h 2 min": how long something took, in milliseconds. */
export function tookText(spanMs: number): string {
  if (spanMs < 10 * second) return `${(Math.max(0, spanMs) / second).toFixed(1)} s`;
  if (spanMs < minute) return `${Math.floor(spanMs / second)} s`;
  const [whole, part] = spanMs < hour ? [minute, second] : [hour, minute];
  const [wholeUnit, partUnit] = spanMs < hour ? ['min', 's'] : ['h', 'min'];
  const rest = Math.floor((spanMs % whole) / part);
  return `${Math.floor(spanMs / whole)} ${wholeUnit}${rest === 0 ? '' : ` ${rest} ${partUnit}`}`;
}

function partsOf(at: number, timeZone: string | undefined): (type: Intl.DateTimeFormatPartTypes) => string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZone,
    timeZoneName: 'shortOffset',
  }).formatToParts(at);
  return (type) => parts.find((part) => part.type === type)?.value ?? '';
}

/** "2026-11-24 10:42:07" in a time zone that stands beside it; by default the reader's. */
export function sortableTimeText(at: number, timeZone = zoneOfReader()): string {
  const part = partsOf(at, timeZone);
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}:${part('second')}`;
}

/** "UTC" or "UTC+2": what a time zone is called at that moment; by default the reader's. */
export function zoneText(at: number, timeZone = zoneOfReader()): string {
  // Engines differ: GMT, GMT+0 and UTC are all said of the same zone.
  return partsOf(at, timeZone)('timeZoneName').replace('GMT', 'UTC').replace(/\+0$/, '');
}
