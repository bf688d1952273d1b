import { describe, expect, it } from 'vitest';
import { flowRow } from '@/components/words/flow-row.fixture';
import type { FlowDetail } from '@/contract/console';
import { readFlowsQuery } from '@/contract/flows-query';
import { fateOf, holdRows, leftOf, letGo, mergeRows, waitingFor } from './steady-rows';

const rows = (ids: string) => [...ids].map((id) => flowRow({ id, flowName: `flow-${id}` }));
const idsOf = (merged: { id: string }[]) => merged.map(({ id }) => id).join('');

describe('mergeRows', () => {
  it.each([
    ['', 'abc', 'abc'],
    ['abc', 'abc', 'abc'],
    ['abc', 'ac', 'abc'],
    ['abc', 'bc', 'abc'],
    ['abc', 'ab', 'abc'],
    ['abcd', 'ad', 'abcd'],
    ['abcd', '', 'abcd'],
    ['ac', 'abc', 'abc'],
    ['abc', 'axc', 'abxc'],
    ['abc', 'cxa', 'cxab'],
  ])('%s and then %s shows %s', (shown, incoming, merged) =>
    expect(idsOf(mergeRows(rows(shown), rows(incoming)))).toBe(merged),
  );

  it('takes what is newest of a row', () => {
    const [newest] = mergeRows(rows('a'), [flowRow({ id: 'a', flowStatus: 'Suspended' })]);
    expect(newest?.flowStatus).toBe('Suspended');
  });
});

describe('rows that are held', () => {
  it.each([
    ['abc', 'abc'],
    ['abc', 'xabc'],
    ['abc', 'cba'],
    ['abc', 'ac'],
    ['abc', ''],
  ])('%s and then %s stay as they are', (shown, incoming) =>
    expect(idsOf(holdRows(rows(shown), rows(incoming)))).toBe(shown),
  );

  it('show what is newest of each', () => {
    const [newest] = holdRows(rows('a'), [flowRow({ id: 'a', flowStatus: 'Suspended' })]);
    expect(newest?.flowStatus).toBe('Suspended');
  });

  it.each([
    ['abc', 'abc', undefined],
    ['abc', 'ac', undefined],
    ['abc', 'xabcy', { arrived: 2 }],
    ['abc', 'xa', { arrived: 1 }],
    ['abc', 'cba', { arrived: 0 }],
  ])('%s, of what is now %s, say what waits', (shown, incoming, waiting) =>
    expect(waitingFor(rows(shown), rows(incoming))).toEqual(waiting),
  );
});

describe('rows that left the list', () => {
  it.each([
    ['', 'abc', 'abc', ''],
    ['', 'abc', 'b', 'ac'],
    ['c', 'abc', 'b', 'ca'],
    ['ca', 'abc', 'bc', 'a'],
    ['ca', 'bc', 'b', 'c'],
  ])('are known in their order: after %s, of %s and now %s, %s', (left, shown, incoming, known) =>
    expect(leftOf([...left], rows(shown), rows(incoming)).join('')).toBe(known),
  );

  const many = Array.from({ length: 53 }, (_, index) => flowRow({ id: `f${index}` }));
  const inOrder = many.map(({ id }) => id);

  it('go when more than 50 have left, the first ones first', () => {
    expect(letGo(many, inOrder.slice(3), () => true)).toBe(many);
    expect(letGo(many, inOrder.toReversed(), () => true)).toEqual(many.slice(0, 50));
  });

  it('stay where they have something to say', () => {
    const [, ...without] = many.slice(2);
    expect(letGo(many, inOrder, (id) => id === 'f2')).toEqual([...many.slice(0, 2), ...without]);
  });
});

describe('fateOf', () => {
  const row = flowRow({});
  const listOf = (search: string) => readFlowsQuery(new URLSearchParams(search)).query;
  const query = listOf('status=active');
  const found = (changes: Parameters<typeof flowRow>[0]): FlowDetail => ({
    flow: { ...flowRow(changes), schemaVersion: 1, definition: {} },
    nextRuns: [],
    executions: [],
    hasOlderExecutions: false,
    events: [],
    asOf: 0,
  });

  it('is unknown until someone could look', () => {
    expect(fateOf(row, undefined, query)).toEqual({ flow: row });
  });

  it('tells a deleted flow, also when another has its name', () => {
    expect(fateOf(row, 'none', query)).toEqual({ flow: row, mark: 'gone' });
    expect(fateOf(row, found({ id: 'other' }), query)).toEqual({ flow: row, mark: 'gone' });
    const deleted = fateOf(row, found({ standing: 'deleted', flowStatus: 'Deleted' }), query);
    expect(deleted).toMatchObject({ mark: 'gone', flow: { flowStatus: 'Deleted' } });
  });

  it('tells a flow that the filter no longer takes from one that is on another page', () => {
    expect(fateOf(row, found({ standing: 'stopped-by-people' }), query).mark).toBe('no-match');
    expect(fateOf(row, found({}), query).mark).toBe('moved');
    expect(fateOf(row, found({}), listOf('status=needs-attention')).mark).toBe('no-match');
    expect(fateOf(row, found({}), listOf('connector=Slack')).mark).toBe('no-match');
    expect(fateOf(row, found({}), listOf('trigger=Event')).mark).toBe('no-match');
    expect(fateOf(row, found({}), listOf('')).mark).toBe('moved');
  });
});
