import { expect, it } from 'vitest';
import type { LiveEvent } from '@/contract/live';
import { overviewConcern } from './overview';

const stop: LiveEvent = {
  id: 1,
  at: 1,
  flowName: 'orders',
  flowId: 'id',
  operation: 'StopFlow',
  outcome: 'changed',
  beforeStatus: 'Active',
  afterStatus: 'Suspended',
  by: 'Ana',
  requestId: 'r',
};

it('the overview is read at once for a change, soon for a run, and not for what changed nothing', () => {
  expect(overviewConcern(stop)).toBe(0);
  expect(overviewConcern({ ...stop, operation: 'ChangeWorld', flowId: undefined })).toBe(0);
  const run = { ...stop, operation: 'EndExecution', executionId: 'e' };
  expect(overviewConcern({ ...run, beforeStatus: 'Active', afterStatus: 'Active' })).toBe(2_000);
  // The run that was one failure too many stops the flow.
  expect(overviewConcern(run)).toBe(0);
  expect(overviewConcern({ ...stop, outcome: 'refused' })).toBeUndefined();
  expect(overviewConcern({ ...stop, outcome: 'unchanged' })).toBeUndefined();
});
