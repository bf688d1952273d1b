import { expect, test } from 'vitest';
import { assertOutput } from './assert-output';

test('assertOutput passes what an operation may answer', () => {
  assertOutput('StopFlow', {
    flowArn: 'arn:aws:appflow:us-east-1:000000000000:flow/a',
    flowStatus: 'Suspended',
  });
  assertOutput('StopFlow', { flowArn: undefined });
  assertOutput('DescribeFlow', { createdAt: 1_700_000_000.5, tags: { team: 'crm' } });
});

test.each([
  ['a value that is not in the enumeration', { flowStatus: 'Stopped' }],
  ['a wrong type', { flowStatus: 1 }],
  ['a member that the API does not have', { executionId: 'x' }],
  ['a null', { flowStatus: null }],
])('assertOutput refuses %s', (_what, output) => {
  expect(() => assertOutput('StopFlow', output)).toThrow('StopFlow answered');
});

test('assertOutput refuses a date', () => {
  expect(() => assertOutput('DescribeFlow', { createdAt: new Date(0) })).toThrow('epoch seconds');
});
