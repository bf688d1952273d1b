import { expect, it } from 'vitest';
import { flowHref, flowNameOf, searchOf, worldFrom, worldHref } from './world';

const elsewhere = { account: '123456789012', region: 'eu-west-1' };
const usual = { account: '000000000000', region: 'us-east-1' };

it('reads the world of a query string, part by part', () => {
  expect(worldFrom(new URLSearchParams('account=123456789012&region=eu-west-1'))).toEqual(elsewhere);
  expect(worldFrom(new URLSearchParams('region=eu-west-1'))).toEqual({ ...usual, region: 'eu-west-1' });
  expect(worldFrom(new URLSearchParams('account=12&region=nowhere'))).toEqual(usual);
});

it('takes the first of a repeated parameter', () => {
  const search = searchOf({ account: ['123456789012', '000000000000'], q: undefined });
  expect(search.toString()).toBe('account=123456789012&account=000000000000');
  expect(worldFrom(search).account).toBe('123456789012');
});

it('keeps the world in addresses, but for the usual one', () => {
  expect(worldHref('/flows', usual)).toBe('/flows');
  expect(worldHref('/flows', elsewhere)).toBe('/flows?account=123456789012&region=eu-west-1');
  expect(flowHref('odd!name@with#signs', usual)).toBe('/flows/odd!name%40with%23signs');
});

it('finds nothing under a malformed address', () => {
  expect(flowNameOf('odd!name%40with%23signs')).toBe('odd!name@with#signs');
  expect(flowNameOf('%E0%A4%A')).toBe('%E0%A4%A');
});
