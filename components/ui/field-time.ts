import { zoneOfReader } from '@/components/words/time';

/** A time as `<input type="datetime-local">` has it, "2026-11-24T10:42:07", in a time zone; by default the reader's. */
export function fieldTimeText(at: number, timeZone = zoneOfReader()): string {
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone })
    .format(at)
    .replace(' ', 'T');
}

/** The time, in epoch milliseconds, that a field of that kind holds; undefined when it holds none. */
export function timeFromField(text: string, timeZone = zoneOfReader()): number | undefined {
  const asUtc = Date.parse(`${text}Z`);
  if (Number.isNaN(asUtc)) return undefined;
  // A zone's distance from UTC depends on the time that is looked for: the second look is right but in the hour of a change.
  const shiftAt = (at: number) =>
    Date.parse(`${fieldTimeText(at, timeZone)}Z`) - Math.floor(at / 1_000) * 1_000;
  const near = asUtc - shiftAt(asUtc);
  return asUtc - shiftAt(near);
}
