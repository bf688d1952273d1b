import { expect, it } from 'vitest';
import { ActivityQuery } from '@/contract/activity';
import type { LiveEvent } from '@/contract/live';
import { activityConcern } from './activity';

const stop: LiveEvent = {
  id: 1,
  at: 1,
  flowName: 'orders',
  operation: 'StopFlow',
  outcome: 'refused',
  by: 'Ana',
  bulkJobId: 'job',
  requestId: 'r',
};
const run: LiveEvent = {
  ...stop,
  operation: 'StartExecution',
  beforeStatus: 'Active',
  afterStatus: 'Active',
};

it.each([
  [{}, stop, true],
  [{ flow: 'orders', operation: 'StopFlow', outcome: 'refused', who: 'Ana', job: 'job' }, stop, true],
  [{ flow: 'ord*' }, stop, true],
  [{ flow: 'leads' }, stop, false],
  [{ flow: 'le*' }, stop, false],
  [{ flow: 'o*' }, { ...stop, flowName: undefined }, false],
  [{ who: 'Bob' }, stop, false],
  [{ job: 'other' }, stop, false],
  [{ requestId: 'other' }, stop, false],
  // The event does not say these.
  [{ via: 'console', exception: 'ConflictException', profile: 'crm' }, stop, true],
  [{}, run, false],
  [{ runs: 'shown' }, run, true],
  [{ requestId: 'r' }, run, true],
  [{}, { ...run, operation: 'EndExecution', afterStatus: 'Suspended' } as const, true],
])('a page for %o reads new events after %o: %s', (query, event, isRead) => {
  expect(activityConcern(event, ActivityQuery.parse(query))).toBe(isRead ? 0 : undefined);
});
