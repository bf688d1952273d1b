import { describe, expect, it } from 'vitest';
import { memberOf, propertyFields } from './connector-members';
import { emptyDraft, inputFor, problemsOf, unknownMembers, withValue } from './draft';
import { linesOf, readJson } from './json-lines';
import { readMapping, writeMapping } from './mapping-draft';
import { refusedMembers } from './refused-members';
import { readSchedule, scheduleProblem, writeSchedule } from './schedule-words';

const complete = [
  [['flowName'], 'orders'],
  [['sourceFlowConfig', 'sourceConnectorProperties', 'Salesforce', 'object'], 'Account'],
  [['destinationFlowConfigList', 0, 'destinationConnectorProperties', 'S3', 'bucketName'], 'orders-lake'],
] as const;
const orders = complete.reduce((draft, [path, value]) => withValue(draft, path, value), emptyDraft);

describe('a draft', () => {
  it('is held against the contract’s own shapes', () => {
    expect(problemsOf('CreateFlow', orders)).toEqual([]);
    expect(
      problemsOf('CreateFlow', emptyDraft).map(({ path, isMissing }) => [path.at(-1), isMissing]),
    ).toEqual([
      ['flowName', false],
      ['object', true],
      ['bucketName', true],
    ]);
    expect(problemsOf('CreateFlow', { ...orders, description: 'naïve' })).toMatchObject([
      { path: ['description'], message: expect.stringContaining('regular expression') },
    ]);
    expect(problemsOf('CreateFlow', { ...orders, tasks: 'none' })).toMatchObject([{ path: ['tasks'] }]);
  });

  it('keeps what a change is not about', () => {
    const draft = { ...orders, metadataCatalogConfig: { glueDataCatalog: {} } };
    expect(withValue(draft, ['description'], 'x')).toEqual({ ...draft, description: 'x' });
    expect(withValue(withValue(draft, ['description'], 'x'), ['description'], undefined)).toEqual(draft);
  });

  it('has members that the operation would ignore', () => {
    const draft = withValue(orders, ['triggerConfig', 'triggerTipe'], 'x');
    expect(unknownMembers('CreateFlow', draft)).toEqual([['triggerConfig', 'triggerTipe']]);
    expect(inputFor('UpdateFlow', { ...orders, tags: {}, kmsArn: 'x' })).toEqual(orders);
  });
});

it('knows what to ask about a connector from the API’s shapes', () => {
  expect(memberOf('source', 'Googleanalytics')).toBe('GoogleAnalytics');
  expect(memberOf('destination', 'Slack')).toBeUndefined();
  expect(propertyFields('destination', 'Redshift').map(({ name, isOptional }) => [name, isOptional])).toEqual(
    [
      ['object', false],
      ['intermediateBucketName', false],
      ['bucketPrefix', true],
    ],
  );
});

it.each(['rate(5minutes)', 'rate(1months)', 'cron(0 10 * * ? *)'])('reads and writes %s', (expression) => {
  const schedule = readSchedule(expression);
  expect(writeSchedule(schedule)).toBe(expression);
  expect(scheduleProblem(schedule)).toBeUndefined();
});

it('says what is wrong with a schedule at first sight', () => {
  expect(scheduleProblem({ kind: 'rate', every: '0', unit: 'hours' })).toMatch(/at least 1/);
  expect(scheduleProblem({ kind: 'cron', cron: '0 10 * *' })).toMatch(/Six fields/);
});

describe('a mapping', () => {
  it('reads what it writes, and keeps what else a field’s task says', () => {
    const chosen = { kind: 'chosen', fields: [{ source: 'Id', destination: 'id' }] } as const;
    const before = [{ taskType: 'Map', sourceFields: ['Id'], taskProperties: { SOURCE_DATA_TYPE: 'id' } }];
    const tasks = writeMapping({ ...chosen, fields: [...chosen.fields] }, 'Salesforce', before);
    expect(readMapping(tasks)).toEqual(chosen);
    expect(tasks[1]).toMatchObject({ taskProperties: { SOURCE_DATA_TYPE: 'id' } });
    expect(readMapping(writeMapping({ kind: 'all' }, 'Salesforce', tasks))).toEqual({ kind: 'all' });
  });

  it('leaves alone what the form cannot show', () => {
    expect(readMapping([{ taskType: 'Mask', sourceFields: ['Id'] }])).toEqual({ kind: 'other' });
    expect(readMapping('none')).toMatchObject({ kind: 'other' });
  });
});

it('takes a refusal apart into the parts of the form', () => {
  expect(
    refusedMembers(
      'Create Flow request failed: [Task Validation Error: You must specify a projection task or a MAP_ALL task, ' +
        'destinationFlowConfigList.1.connectorType: connector Slack can not be used as a destination, ' +
        'scheduleExpression rate(1minutes): flows from source connector Marketo run at most once an hour]',
    ).map(({ part }) => part),
  ).toEqual(['mapping', 'destination', 'trigger']);
  expect(refusedMembers('Conflict executing request: Flow with name x already exists.')).toMatchObject([
    { part: 'flow' },
  ]);
});

describe('JSON', () => {
  const text = '{\n  "a": 1,\n  "b": [\n    { "c": "x: {" },\n    { "d": 2 }\n  ]\n}';

  it('finds the line of a member, or of what it would belong in', () => {
    const lineOf = linesOf(text);
    expect(lineOf(['a'])).toBe(2);
    expect(lineOf(['b', 0, 'c'])).toBe(4);
    expect(lineOf(['b', 1])).toBe(5);
    expect(lineOf(['b', 1, 'e'])).toBe(5);
    expect(lineOf(['z'])).toBe(1);
  });

  it('finds the line where a text stops being JSON', () => {
    expect(readJson(text)).toMatchObject({ value: { a: 1 } });
    expect(readJson('{\n  "a": 1,\n  b: 2\n}')).toMatchObject({ error: { line: 3 } });
    expect(readJson('{\n  "a": 1')).toMatchObject({ error: { line: 2 } });
  });
});
