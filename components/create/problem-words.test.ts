import { expect, it } from 'vitest';
import { emptyDraft, type Path, problemsOf, withValue } from './draft';
import { problemInWords } from './problem-words';

const s3 = ['destinationFlowConfigList', 0, 'destinationConnectorProperties', 'S3'];
const schedule = { triggerType: 'Scheduled', triggerProperties: { Scheduled: { scheduleOffset: 99_999 } } };

it.each<[Path, unknown, RegExp]>([
  [['flowName'], '-', /^At least two characters: a letter or digit first/],
  [['flowName'], 'x'.repeat(257), /^At most 256 characters\.$/],
  [['description'], 'naïve', /^Letters without accents/],
  [[...s3, 'bucketName'], 'a', /^At least 3 characters\.$/],
  [['sourceFlowConfig', 'connectorProfileName'], 'a b', /^Letters without accents/],
  [['triggerConfig'], schedule, /^At most 36000\.$/],
  [['triggerConfig', 'triggerType'], 'Hourly', /^One of Scheduled, Event, OnDemand\.$/],
  [['tags'], { 'tier!': 'gold' }, /^Letters, digits and/],
  [['tags'], { tier: 'gold!' }, /^Letters, digits, blanks and/],
  [['tags'], { '': 'gold' }, /^A tag needs a key\.$/],
])('%j of %j is told in plain words', (path, value, words) => {
  const problems = problemsOf('CreateFlow', withValue(emptyDraft, path, value));
  const told = problems
    .filter((problem) => String(problem.path).startsWith(String(path)))
    .map(problemInWords);
  expect(told).toContainEqual(expect.stringMatching(words));
});
