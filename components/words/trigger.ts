import type { TriggerType } from '@/contract/shapes.gen';

export interface Trigger {
  triggerType: TriggerType;
  scheduleExpression?: string | undefined;
}

/** When a flow runs: "Every 5 minutes", "Every day at 06:00 UTC", "On event", "On demand". */
export function triggerInWords({ triggerType, scheduleExpression }: Trigger): string {
  if (triggerType === 'OnDemand') return 'On demand';
  if (triggerType === 'Event') return 'On event';
  if (scheduleExpression === undefined) return 'On a schedule';
  return rateInWords(scheduleExpression) ?? cronInWords(scheduleExpression) ?? scheduleExpression;
}

/** The trigger's kind alone, for filters: "Scheduled", "On event", "On demand". */
export function triggerTypeInWords(triggerType: TriggerType): string {
  return { Scheduled: 'Scheduled', Event: 'On event', OnDemand: 'On demand' }[triggerType];
}

function every(count: number, unit: string): string {
  return count === 1 ? `Every ${unit}` : `Every ${count} ${unit}s`;
}

function rateInWords(expression: string): string | undefined {
  const [, count, unit] = /^rate\(\s*(\d+)\s*(minute|hour|day|week|month)s?\s*\)$/i.exec(expression) ?? [];
  return count && unit ? every(Number(count), unit.toLowerCase()) : undefined;
}

const weekdays: Record<string, string> = {
  SUN: 'Sunday',
  MON: 'Monday',
  TUE: 'Tuesday',
  WED: 'Wednesday',
  THU: 'Thursday',
  FRI: 'Friday',
  SAT: 'Saturday',
};
const weekdayNumbers = Object.keys(weekdays);

/** Only the forms people write by hand; anything else is clearer as the expression itself. */
function cronInWords(expression: string): string | undefined {
  const fields = /^cron\((.*)\)$/i.exec(expression)?.[1]?.trim().split(/\s+/);
  if (fields?.length !== 6) return undefined;
  const [minutes = '', hours = '', dayOfMonth = '', month = '', dayOfWeek = '', year = ''] = fields;
  if (month !== '*' || year !== '*') return undefined;
  const anyDay = /^[*?]$/.test(dayOfMonth) && /^[*?]$/.test(dayOfWeek);

  if (anyDay && hours === '*') return minutesInWords(minutes);
  const [, stepHours] = /^(?:0|\*)\/(\d+)$/.exec(hours) ?? [];
  if (anyDay && stepHours && minutes === '0') return every(Number(stepHours), 'hour');

  if (!/^\d+$/.test(minutes) || !/^\d+$/.test(hours)) return undefined;
  const time = `${hours.padStart(2, '0')}:${minutes.padStart(2, '0')} UTC`;
  if (anyDay) return `Every day at ${time}`;
  if (/^[*?]$/.test(dayOfMonth)) return weekdayInWords(dayOfWeek, time);
  if (/^[*?]$/.test(dayOfWeek) && /^\d+$/.test(dayOfMonth))
    return `On day ${dayOfMonth} of the month at ${time}`;
  if (/^[*?]$/.test(dayOfWeek) && dayOfMonth === 'L') return `On the last day of the month at ${time}`;
  return undefined;
}

function minutesInWords(minutes: string): string | undefined {
  const [, step] = /^(?:0|\*)\/(\d+)$/.exec(minutes) ?? [];
  if (step) return every(Number(step), 'minute');
  if (minutes === '*') return 'Every minute';
  if (minutes === '0') return 'Every hour';
  return /^\d+$/.test(minutes) ? `Every hour at :${minutes.padStart(2, '0')}` : undefined;
}

function weekdayInWords(dayOfWeek: string, time: string): string | undefined {
  if (/^(MON-FRI|2-6)$/i.test(dayOfWeek)) return `Weekdays at ${time}`;
  // AWS counts the days of the week from 1, Sunday.
  const name = /^[1-7]$/.test(dayOfWeek) ? weekdayNumbers[Number(dayOfWeek) - 1] : dayOfWeek.toUpperCase();
  const weekday = name === undefined ? undefined : weekdays[name];
  return weekday && `Every ${weekday} at ${time}`;
}
