import { describe, expect, it } from 'vitest';
import { triggerInWords, triggerTypeInWords } from './trigger';

describe('triggerInWords', () => {
  it('says what starts a flow that has no schedule', () => {
    expect(triggerInWords({ triggerType: 'OnDemand' })).toBe('On demand');
    expect(triggerInWords({ triggerType: 'Event' })).toBe('On event');
    expect(triggerInWords({ triggerType: 'Scheduled' })).toBe('On a schedule');
  });

  it.each([
    ['rate(5minutes)', 'Every 5 minutes'],
    ['rate(1 hours)', 'Every hour'],
    ['rate(1days)', 'Every day'],
    ['cron(0 6 * * ? *)', 'Every day at 06:00 UTC'],
    ['cron(30 22 ? * MON-FRI *)', 'Weekdays at 22:30 UTC'],
    ['cron(0 8 ? * mon *)', 'Every Monday at 08:00 UTC'],
    ['cron(0 8 ? * 1 *)', 'Every Sunday at 08:00 UTC'],
    ['cron(0 2 1 * ? *)', 'On day 1 of the month at 02:00 UTC'],
    ['cron(0 2 L * ? *)', 'On the last day of the month at 02:00 UTC'],
    ['cron(0/15 * * * ? *)', 'Every 15 minutes'],
    ['cron(* * * * ? *)', 'Every minute'],
    ['cron(0 * * * ? *)', 'Every hour'],
    ['cron(5 * * * ? *)', 'Every hour at :05'],
    ['cron(0 */6 * * ? *)', 'Every 6 hours'],
  ])('%s is %s', (scheduleExpression, words) =>
    expect(triggerInWords({ triggerType: 'Scheduled', scheduleExpression })).toBe(words),
  );

  it.each([
    'cron(0 6 ? * MON#2 *)',
    'cron(0 6 * 3 ? *)',
    'cron(1,31 * * * ? *)',
    'cron(0 9-17 * * ? *)',
    'cron(0 6)',
    'rate(many)',
    'constructor',
    'cron(0 6 ? * constructor *)',
  ])('leaves %s as it is', (scheduleExpression) =>
    expect(triggerInWords({ triggerType: 'Scheduled', scheduleExpression })).toBe(scheduleExpression),
  );
});

it('triggerTypeInWords names the kind alone', () => {
  expect(triggerTypeInWords('Event')).toBe('On event');
});
