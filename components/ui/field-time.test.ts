import { expect, test } from 'vitest';
import { fieldTimeText, timeFromField } from './field-time';

test.each([
  ['UTC', '2026-11-24T10:42:07', '2026-11-24T10:42:07.000Z'],
  ['Europe/Berlin', '2026-11-24T10:42:07', '2026-11-24T09:42:07.000Z'],
  ['Europe/Berlin', '2026-07-01T00:00:00', '2026-06-30T22:00:00.000Z'],
  ['America/New_York', '2026-03-08T12:00:00', '2026-03-08T16:00:00.000Z'],
  ['Asia/Kolkata', '2026-01-01T05:30:00', '2026-01-01T00:00:00.000Z'],
])('in %s, %s is %s', (timeZone, text, iso) => {
  expect(timeFromField(text, timeZone)).toBe(Date.parse(iso));
  expect(fieldTimeText(Date.parse(iso), timeZone)).toBe(text);
});

test('a field without a time has none; minutes are enough', () => {
  expect(timeFromField('', 'UTC')).toBeUndefined();
  expect(timeFromField('2026-01-01T10:00', 'UTC')).toBe(Date.UTC(2026, 0, 1, 10));
});
