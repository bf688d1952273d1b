import { fieldTimeText, timeFromField } from '@/components/ui/field-time';

/** What was chosen for when a flow starts again: not by itself, after a while, or at a date (YYYY-MM-DD) and time (hh:mm). */
export interface Until {
  choice: (typeof untilChoices)[number]['value'];
  date: string;
  time: string;
}

const minuteMs = 60_000;

export const untilChoices = [
  { value: 'never', label: 'Not by itself' },
  { value: '30', label: 'In 30 minutes' },
  { value: '60', label: 'In 1 hour' },
  { value: '240', label: 'In 4 hours' },
  { value: 'tomorrow', label: 'Tomorrow at 09:00' },
  { value: 'at', label: 'At a date and time…' },
] as const;

export const notByItself: Until = { choice: 'never', date: '', time: '' };

/**
 * The chosen time in whole epoch milliseconds; dates and times are in the reader's time zone, unless another is named. Undefined for
 * "not by itself". `now` is the server's time, also between milliseconds.
 */
export function untilAt(
  { choice, date, time }: Until,
  now: number,
  timeZone?: string,
): number | undefined | 'not-a-time' {
  switch (choice) {
    case 'never':
      return undefined;
    case 'tomorrow':
      return timeFromField(`${dayAfter(fieldTimeText(now, timeZone))}T09:00`, timeZone);
    case 'at': {
      const at = timeFromField(`${date}T${time}`, timeZone);
      return at !== undefined && at > now ? at : 'not-a-time';
    }
    default:
      return Math.round(now + Number(choice) * minuteMs);
  }
}

/** "2026-02-01" for "2026-01-31T18:30:00", in whatever time zone that was. */
function dayAfter(fieldTime: string): string {
  const midnight = new Date(`${fieldTime.slice(0, 10)}T00:00Z`);
  midnight.setUTCDate(midnight.getUTCDate() + 1);
  return midnight.toISOString().slice(0, 10);
}
