import { expect, test } from 'vitest';
import type { BulkGroup } from '@/contract/bulk';
import {
  bulkGroupsInWords,
  bulkItemInWords,
  bulkQuestionInWords,
  bulkWhyInWords,
  otherNamesInWords,
  someNamesInWords,
  thatMatchInWords,
} from './bulk';

test.each([
  [{ total: 30, totalIsExact: true }, '30 that match'],
  [{ total: 12_480, totalIsExact: true }, '12,480 that match'],
  [{ total: 1_000, totalIsExact: false }, '1,000+ that match'],
  [{ total: 2, totalIsExact: false, looked: 40_000 }, 'that match'],
  [undefined, 'that match'],
])('of %j it says all %s: never a number that is not known', (matches, words) => {
  expect(thatMatchInWords(matches)).toBe(words);
});

test.each([
  [8, 8, 'Stop 8 flows?'],
  [2, 8, 'Stop 2 of 8 flows?'],
  [0, 1, 'Stop 1 flow?'],
])('a stop that changes %i of %i flows asks: %s', (changing, total, words) => {
  expect(bulkQuestionInWords('stop', changing, total)).toBe(words);
});

test.each([
  [1, ['a'], 'a', undefined],
  [2, ['a', 'b'], 'a and b', undefined],
  [3, ['a', 'b', 'c'], 'a, b and c', undefined],
  [4, ['a', 'b', 'c', 'd'], 'a and 3 others', 'b, c and d'],
  [1_503, ['a', 'b', 'c'], 'a and 1,502 others', 'b, c and 1,500 more'],
])('a group of %i flows is in short those of %j: %s, the others: %s', (count, flowNames, short, others) => {
  expect(someNamesInWords({ count, flowNames })).toBe(short);
  expect(otherNamesInWords({ count, flowNames })).toBe(others);
});

test.each([
  ['UnsupportedOperationException', undefined, 'It runs on demand, so there is no schedule to stop.'],
  ['ConflictException', 'Draft', 'It is a draft, it was never started. Nothing is running.'],
  ['ConflictException', 'Deprecated', 'It is deprecated, so it can be neither started nor stopped.'],
  ['ResourceNotFoundException', undefined, 'It was deleted.'],
  ['ConflictException', 'Suspended', 'in its own words'],
  ['ServiceQuotaExceededException', 'Active', 'in its own words'],
  [undefined, undefined, 'in its own words'],
] as const)(
  'a stop that was refused with %s of a flow that was %s says: %s',
  (errorName, beforeStatus, words) => {
    expect(bulkWhyInWords('stop', { errorName, beforeStatus, message: 'in its own words' })).toBe(words);
  },
);

const group: BulkGroup = {
  state: 'unchanged',
  flowStatus: 'Active',
  triggerType: 'Scheduled',
  isProtected: false,
  count: 2,
  flowNames: ['leads', 'orders'],
};

test('flows of which the same is said count together, protected ones apart', () => {
  const groups: BulkGroup[] = [
    group,
    { ...group, flowStatus: 'Suspended', count: 1 },
    { ...group, triggerType: 'OnDemand', isProtected: true },
  ];
  expect(bulkGroupsInWords('cancel', groups).map(({ text }) => text)).toEqual([
    '3 flows have no run in progress: nothing changes.',
    '2 flows have no run in progress: nothing changes.',
  ]);
});

test.each([
  [true, '2 flows are stopped already until an earlier time: this one counts.'],
  [false, '2 flows are stopped already until a time: that no longer counts.'],
])(
  'a stop of flows that were stopped before says what becomes of their time (until: %s)',
  (hasUntil, words) => {
    const stopped: BulkGroup = { ...group, state: 'changed', flowStatus: 'Suspended' };
    expect(bulkGroupsInWords('stop', [stopped], hasUntil)).toMatchObject([{ text: words }]);
  },
);

test('a flow of which only the time was changed is not said to be stopped', () => {
  const suspended = { state: 'changed', beforeStatus: 'Suspended', afterStatus: 'Suspended' } as const;
  expect(bulkItemInWords('stop', suspended)).toBe('Time changed');
  expect(bulkItemInWords('stop', { ...suspended, beforeStatus: 'Active' })).toBe('Stopped');
});
