import { fieldTimeText, timeFromField } from '@/components/ui/field-time';

/** What was chosen for when a flow starts again: not by itself, after a while, at a date (YYYY-MM-DD) and time (hh:mm), or as it was. */
export interface Until {
  choice: (typeof untilChoices)[number]['value'] | 'before';
  date: string;
  time: string;
  /** When it was to start again before this is asked, in epoch milliseconds. */
  before?: number;
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

/** What is chosen at first: as it was before, if that is still to come; otherwise not by itself. */
export function untilAtFirst(before: number | undefined, now: number): Until {
  return before !== undefined && before > now ? { ...notByItself, choice: 'before', before } : notByItself;
}

/**
 * The chosen time in whole epoch milliseconds; dates and times are in the reader's time zone. Undefined for "not by
 * itself". `now` is the server's time, also between milliseconds.
 */
export function untilAt(
  { choice, date, time, before }: Until,
  now: number,
): number | undefined | 'not-a-time' {
  switch (choice) {
    case 'never':
      return undefined;
    case 'before':
      return before !== undefined && before > now ? before : 'not-a-time';
    case 'tomorrow':
      return timeFromField(`${dayAfter(fieldTimeText(now))}T09:00`);
    case 'at': {
      const at = timeFromField(`${date}T${time}`);
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
