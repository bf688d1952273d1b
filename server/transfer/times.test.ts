import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ExecutionDetails, FlowList } from '@/contract/shapes.gen';
import { withTimesPrinted, withTimesRead } from './times';

const read = (mostRecentExecutionTime: unknown) =>
  withTimesRead(ExecutionDetails, { mostRecentExecutionTime });

test.each([
  ['2024-05-02T10:21:33.123000+00:00', 1_714_645_293.123],
  ['2024-05-02T12:21:33.123456+02:00', 1_714_645_293.123456],
  ['2024-05-02T04:51:33-05:30', 1_714_645_293],
  ['2024-05-02T10:21:33Z', 1_714_645_293],
  ['1969-12-31T23:59:59.500000+00:00', -0.5],
  [1_714_645_293.5, 1_714_645_293.5],
])('reads %s as epoch seconds', (time, epochSeconds) => {
  expect(read(time)).toEqual({ mostRecentExecutionTime: epochSeconds });
});

test.each(['yesterday', '2024-05-02', '2024-05-02T10:21:33', '2024-02-30T10:00:00Z', ''])(
  'refuses %j, which is no time with an offset',
  (time) => {
    expect(() => read(time)).toThrow(/^".*" is not a time such as 2026-01-15T12:00:00\+00:00\.$/);
  },
);

test('prints times as the AWS CLI does, in the order of the schema and without what it does not have', () => {
  const flows = [
    { createdAt: 1_714_645_293.123, other: 1, flowName: 'orders', lastUpdatedAt: 1_714_645_293 },
  ];
  expect(JSON.stringify(withTimesPrinted(FlowList, flows))).toBe(
    '[{"flowName":"orders","createdAt":"2024-05-02T10:21:33.123000+00:00","lastUpdatedAt":"2024-05-02T10:21:33+00:00"}]',
  );
});

test('what is printed of any time reads as what is printed again', () => {
  const seconds = fc.double({ min: -62_135_596_800, max: 253_402_300_799, noNaN: true });
  fc.assert(
    fc.property(seconds, (mostRecentExecutionTime) => {
      const printed = withTimesPrinted(ExecutionDetails, { mostRecentExecutionTime });
      expect(withTimesPrinted(ExecutionDetails, withTimesRead(ExecutionDetails, printed))).toEqual(printed);
    }),
  );
});

test('members with names that mean something to JavaScript are unknown members', () => {
  const json: unknown = JSON.parse('{"__proto__": {"mostRecentExecutionTime": 1}, "constructor": 1}');
  expect(withTimesRead(ExecutionDetails, json)).toEqual({});
});
