import { expect, test } from 'vitest';
import { activityQueryFrom, activitySearch } from '@/queries/activity';
import { queryOf, tokensOf } from './filter-tokens';

test('what the URL asks for is in the filter, and back', () => {
  const search = new URLSearchParams('flow=orders*&operation=StopFlow&outcome=refused&who=Ana');
  const query = activityQueryFrom(search);
  const tokens = tokensOf(query);
  expect(tokens).toEqual([
    { propertyKey: 'flow', operator: '^', value: 'orders' },
    { propertyKey: 'operation', operator: '=', value: 'StopFlow' },
    { propertyKey: 'outcome', operator: '=', value: 'refused' },
    { propertyKey: 'who', operator: '=', value: 'Ana' },
  ]);
  expect(activitySearch(queryOf(tokens)).toString()).toBe(search.toString());
});

test('words without a property are the beginning of a flow, or a request id', () => {
  const free = (value: string) => activitySearch(queryOf([{ operator: '=', value }])).toString();
  expect(free('orders')).toBe('flow=orders*');
  expect(free('07a21620-7cfc-44b5-aec8-344084de4299')).toBe('requestId=07a21620-7cfc-44b5-aec8-344084de4299');
});

test('the last word on a property counts, and what is no outcome is none', () => {
  const say = (propertyKey: string, value: string) => ({ propertyKey, operator: '=', value });
  expect(queryOf([say('who', 'Ana'), say('who', 'Bob'), say('outcome', 'maybe')])).toMatchObject({
    who: 'Bob',
  });
  expect(activitySearch(queryOf([say('outcome', 'maybe')])).size).toBe(0);
});

test('what makes no sense in the URL counts as not said', () => {
  expect(activityQueryFrom(new URLSearchParams('outcome=maybe&from=yesterday&since=1h&x=y&flow='))).toEqual({
    since: '1h',
  });
});
