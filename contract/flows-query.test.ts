import { expect, test } from 'vitest';
import { type FlowFilter, flowsSearch, readFlowsQuery, searchAtMost, wholeList } from './flows-query';

function written(...filters: FlowFilter[]): string {
  return flowsSearch({ ...wholeList, filters }).toString();
}

test.each<FlowFilter>([
  { property: 'tag', key: 'team', operator: '!~', values: ['data'] },
  { property: 'tag', key: 'valid.from', operator: '=', values: ['2026'] },
  { property: 'tag', key: 'up.to', operator: '~', values: ['a,b'] },
  { property: 'tagged', operator: '=', values: ['a,b', 'c', '50%', '%2C', '%25'] },
  { property: 'lastRun', operator: 'from', values: ['-1h'] },
  { property: 'q', operator: '!~', values: ['a,b'] },
])('%j is read as it was written', (filter) => {
  expect(readFlowsQuery(new URLSearchParams(written(filter)))).toEqual({
    query: { ...wholeList, filters: [filter] },
    senseless: [],
  });
});

test('several values stand between commas', () => {
  expect(written({ property: 'status', operator: '=', values: ['draft', 'errored'] })).toBe(
    'status=draft%2Cerrored',
  );
});

test('filters in any writing fit into an address that is as long as it may be', () => {
  const filter: FlowFilter = { property: 'name', operator: '~', values: ['流'.repeat(256)] };
  expect(written(filter, filter, filter, filter).length).toBeLessThan(searchAtMost);
});
