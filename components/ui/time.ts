const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

function amount(spanMs: number): string {
  if (spanMs < minute) return `${Math.floor(spanMs / second)} s`;
  if (spanMs < hour) return `${Math.floor(spanMs / minute)} min`;
  if (spanMs < 2 * day) return `${Math.floor(spanMs / hour)} h`;
  return `${Math.floor(spanMs / day)} d`;
}

/** "2 h ago", "in 4 min", "just now"; both in epoch milliseconds, `asOf` being the server's own time. */
export function relativeText(at: number, asOf: number): string {
  const spanMs = Math.abs(asOf - at);
  if (spanMs < 3 * second) return at > asOf ? 'now' : 'just now';
  return at > asOf ? `in ${amount(spanMs)}` : `${amount(spanMs)} ago`;
}

/** "0.4 s", "12 s", "3 min 5 s", "1 h 2 min": how long something took, in milliseconds. */
export function durationText(spanMs: number): string {
  if (spanMs < 10 * second) return `${(spanMs / second).toFixed(1)} s`;
  if (spanMs < minute) return `${Math.round(spanMs / second)} s`;
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

/** "2026-11-24 10:42:07" in that time zone, by default the reader's own. */
export function dateTimeText(at: number, timeZone?: string): string {
  const part = partsOf(at, timeZone);
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}:${part('second')}`;
}

/** "10:42:07" in that time zone, by default the reader's own. */
export function clockText(at: number, timeZone?: string): string {
  return dateTimeText(at, timeZone).slice(11);
}

/** "UTC" or "UTC+2": what a time zone is called at that moment. */
export function zoneText(at: number, timeZone?: string): string {
  return partsOf(at, timeZone)('timeZoneName').replace('GMT', 'UTC');
}
