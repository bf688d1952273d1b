import { expect, it } from 'vitest';
import { flowsQueryFrom, flowsSearch } from './flows';

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
