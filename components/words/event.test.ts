import { expect, it } from 'vitest';
import { operations } from '@/contract/operations';
import { deedInWords } from './event';

const stop = { operation: 'StopFlow', outcome: 'changed', flowName: 'orders' } as const;

it.each([
  [stop, 'stopped orders'],
  [{ ...stop, reason: 'INC-1' }, 'stopped orders: INC-1'],
  [{ ...stop, outcome: 'unchanged', reason: 'INC-1' }, 'stopped orders, which changed nothing: INC-1'],
  [{ ...stop, outcome: 'refused' }, 'tried to stop orders'],
  [{ ...stop, operation: 'StartAgain', reason: '2 h late' }, 'started orders again: 2 h late'],
  [
    { ...stop, operation: 'EndExecution', beforeStatus: 'Active', afterStatus: 'Suspended' },
    'suspended orders because its runs failed',
  ],
  [
    { ...stop, operation: 'ChangeStatus', beforeStatus: 'Active', afterStatus: 'Errored' },
    'set orders to Errored',
  ],
  [{ ...stop, operation: 'Unheard', bulkJobId: 'b' }, 'did Unheard on orders'],
  [
    { operation: 'CreateBulkJob', outcome: 'changed', bulkJobId: 'b', detail: 'stop 2 flows' },
    'began the bulk action orders',
  ],
  [
    { operation: 'ChangeWorld', outcome: 'changed', detail: 'colour: red' },
    'changed the settings of orders: colour: red',
  ],
  [{ ...stop, operation: 'TagResource', detail: '+ team=crm' }, 'tagged orders: + team=crm'],
  [{ ...stop, reason: 'INC-1', detail: 'until\u202E\n noon' }, 'stopped orders: INC-1 · until noon'],
] as const)('%j is told as %s', (event, words) => {
  const [before, after] = deedInWords(event);
  expect(`${before} orders${after}`).toBe(words);
});

it('every operation that is recorded has words', () => {
  const recorded = Object.keys(operations).filter((name) => !/^(Describe|List|Reset)/.test(name));
  const words = recorded.map((operation) => deedInWords({ ...stop, operation })[0]);
  expect(words.filter((text) => text.startsWith('did '))).toEqual([]);
});
