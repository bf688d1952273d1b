import { describe, expect, it } from 'vitest';
import { flowRow } from '@/components/words/flow-row.fixture';
import type { FlowsPage } from '@/contract/console';
import { flowsSearch, readable, readFlowsQuery, wholeList } from '@/contract/flows-query';
import type { LiveEvent } from '@/contract/live';
import { flowsQueryFrom, listConcern } from './flows';

it('an empty query string asks for the whole list', () => {
  expect(flowsQueryFrom(new URLSearchParams())).toEqual(wholeList);
  expect(flowsSearch(wholeList).toString()).toBe('');
});

it('says again what was said, for people to read', () => {
  const said =
    'q=orders&q!=test&name~=a&name!~=b&status=draft,errored&trigger!=Event&source=S3,Slack&connector=S3&lastResult=None' +
    '&lastRun.from=-1h&lastRun.to=2026-01-15T10:00&by=Ana&reason~=INC-1&tag.team=data&tag.a.b!=c&tagged=team' +
    '&sort=lastRun&order=desc&page=2&size=25&after=abc&skip=25';
  expect(readable(flowsSearch(flowsQueryFrom(new URLSearchParams(said))))).toBe(said);
});

it('leaves out what makes no sense and keeps the rest', () => {
  const said = new URLSearchParams(
    'q=a&status=asleep&size=7&page=0&sort=__proto__&order=up&trigger=&account=x&lastRun=1&lastRun.from=soon&tag=x&tag.=x' +
      '&name.from=1&constructor=1&tagged~=x',
  );
  expect(flowsQueryFrom(said)).toEqual({
    ...wholeList,
    filters: [{ property: 'q', operator: '~', values: ['a'] }],
  });
  const { senseless } = readFlowsQuery(new URLSearchParams('status=draft,asleep&colour=red&q=a&page=x'));
  expect(senseless).toEqual([
    { name: 'status', value: 'draft,asleep' },
    { name: 'colour', value: 'red' },
    { name: 'page', value: 'x' },
  ]);
});

describe('listConcern', () => {
  const page: FlowsPage = {
    rows: [flowRow({ id: 'shown' })],
    total: 1,
    totalIsExact: true,
    hasNext: false,
    hasPrevious: false,
    existing: 1,
    counts: {} as FlowsPage['counts'],
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
    listConcern(event(changes), { ...wholeList, ...query }, page);

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
