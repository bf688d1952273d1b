import { expect, it } from 'vitest';
import { tagChanges, tagKeyProblem, tagsOf, tagsProblem, tagValueProblem } from './tag-rows';

const row = (id: number, key: string, value = '') => ({ id, key, value });

it('says what the API would refuse of a key or a value', () => {
  expect(tagKeyProblem(row(0, 'team'), [])).toBeUndefined();
  expect(tagKeyProblem(row(0, 'aws:team'), [])).toMatch(/aws:/);
  expect(tagKeyProblem(row(0, 'team!'), [])).toMatch(/only/);
  expect(tagKeyProblem(row(0, 'k'.repeat(129)), [])).toMatch(/128/);
  expect(tagKeyProblem(row(1, 'team'), [row(0, 'team'), row(1, 'team')])).toMatch(/above/);
  expect(tagKeyProblem(row(0, '', 'crm'), [])).toMatch(/needs a key/);
  expect(tagValueProblem(row(0, 'team', 'c r m @ 1'))).toBeUndefined();
  expect(tagValueProblem(row(0, 'team', '#'))).toMatch(/only/);
});

it('leaves out a row that nobody filled in', () => {
  expect(tagsOf([row(0, 'team', 'crm'), row(1, '')])).toEqual({ team: 'crm' });
  expect(tagsProblem([row(0, 'team', 'crm'), row(1, '')])).toBeUndefined();
});

it('refuses more tags than a flow may have', () => {
  expect(
    tagsProblem(
      Array.from({ length: 51 }, (_, id) =>
        row(
          id,
          `k${id}`.replace(/\d/g, (d) => 'abcdefghij'[Number(d)] ?? ''),
        ),
      ),
    ),
  ).toMatch(/50/);
});

it('finds what is to be said to TagResource and UntagResource', () => {
  expect(tagChanges({ a: '1', b: '2', c: '' }, { a: '1', b: '3', d: '' })).toEqual({
    tags: { b: '3', d: '' },
    tagKeys: ['c'],
  });
});
