import { expect, it } from 'vitest';
import { emptyDraft, problemsOf, withValue } from './draft';
import { fieldLabels, memberOfField } from './form-fields';

it('what an empty form lacks goes by the labels of its fields', () => {
  const labels = fieldLabels(emptyDraft);
  const members = problemsOf('CreateFlow', emptyDraft).map(({ path }) => memberOfField(path));
  expect([...new Set(members)].map((member) => labels.get(member))).toEqual([
    'Name',
    'Object of the source',
    'Bucket of the destination',
  ]);
});

it('what the form has no field for has no label', () => {
  const draft = withValue(emptyDraft, ['tasks'], [{ taskType: 'Merge' }]);
  const labels = fieldLabels(draft);
  expect(['kmsArn', 'tasks', 'tasks.1.sourceFields'].map((member) => labels.get(member))).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(labels.get(memberOfField(['tags', 'tier!']))).toBe('Tags');
});
