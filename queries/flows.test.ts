import { describe, expect, it } from 'vitest';
import { flowRow } from '@/components/words/flow-row.fixture';
import { type FlowsPage, FlowsQuery } from '@/contract/console';
import type { LiveEvent } from '@/contract/live';
import { flowsQueryFrom, flowsSearch, listConcern } from './flows';

const defaults = { q: '', sort: 'name', order: 'asc', page: 1, size: 50 };

it('an empty query string asks for the whole list', () => {
  expect(flowsQueryFrom(new URLSearchParams())).toEqual(defaults);
  expect(flowsSearch(flowsQueryFrom(new URLSearchParams())).toString()).toBe('');
});

it('says again what was said', () => {
  const said =
    'q=orders&status=stopped-by-people&trigger=Scheduled&connector=S3&sort=lastRun&order=desc&page=2&size=25';
  expect(flowsSearch(flowsQueryFrom(new URLSearchParams(said))).toString()).toBe(said);
});

it('leaves out what makes no sense and keeps the rest', () => {
  const said = new URLSearchParams(
    'q=a&status=asleep&size=7&page=0&sort=__proto__&order=up&trigger=&account=x',
  );
  expect(flowsQueryFrom(said)).toEqual({ ...defaults, q: 'a' });
});

describe('listConcern', () => {
  const page: FlowsPage = {
    rows: [flowRow({ id: 'shown' })],
    total: 1,
    existing: 1,
    counts: {} as FlowsPage['counts'],
    connectors: [],
    worlds: [],
    asOf: 0,
  };
  const event = (changes: Partial<LiveEvent>): LiveEvent => ({
    id: 1,
    at: 0,
    flowName: 'orders',
    flowId: 'other',
    operation: 'StopFlow',
    outcome: 'changed',
    by: 'Ana',
    requestId: 'r',
    ...changes,
  });
  const concern = (changes: Partial<LiveEvent>, query = {}) =>
    listConcern(event(changes), FlowsQuery.parse(query), page);

  it('is at once for a flow that is shown, and for what changes a count', () => {
    expect(concern({ flowId: 'shown', operation: 'EndExecution' })).toBe(0);
    expect(concern({ beforeStatus: 'Active', afterStatus: 'Suspended' })).toBe(0);
    expect(concern({ operation: 'CreateFlow', afterStatus: 'Draft' })).toBe(0);
  });

  it('is none for what changes nothing, or only the runs of a flow that is not shown', () => {
    expect(concern({ flowId: 'shown', outcome: 'refused' })).toBeUndefined();
    expect(concern({ flowId: 'shown', outcome: 'unchanged' })).toBeUndefined();
    expect(concern({ flowId: undefined, flowName: undefined })).toBeUndefined();
    expect(concern({ operation: 'StartExecution' })).toBeUndefined();
  });

  it('is soon where the flow may now match, need attention or have another place', () => {
    expect(concern({ operation: 'EndExecution' })).toBe(2_000);
    expect(concern({ operation: 'UpdateFlow' })).toBe(2_000);
    expect(concern({ operation: 'StartExecution' }, { sort: 'lastRun' })).toBe(2_000);
  });
});
