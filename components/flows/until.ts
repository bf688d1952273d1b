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

/** The chosen time in whole epoch milliseconds, in the reader's time zone; undefined for "not by itself". `now` is the server's time, also between milliseconds. */
export function untilAt({ choice, date, time }: Until, now: number): number | undefined | 'not-a-time' {
  switch (choice) {
    case 'never':
      return undefined;
    case 'tomorrow': {
      const tomorrow = new Date(now);
      tomorrow.setDate(tomorrow.getDate() + 1);
      return tomorrow.setHours(9, 0, 0, 0);
    }
    case 'at': {
      const at = new Date(`${date}T${time}`).getTime();
      return at > now ? at : 'not-a-time';
    }
    default:
      return Math.round(now + Number(choice) * minuteMs);
  }
}
