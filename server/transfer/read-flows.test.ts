import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readFlows } from './read-flows';

const fixture = (name: string) => ({
  file: name,
  text: readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8'),
});
const listed = fixture('list-flows.json');
const described = fixture('describe-flow-loop.json');
const world = { account: '210987654321', region: 'eu-central-1' };

const flow = {
  flowArn: 'arn:aws:appflow:eu-west-1:111122223333:flow/orders',
  flowName: 'orders',
  flowStatus: 'Active',
  sourceFlowConfig: { connectorType: 'S3', sourceConnectorProperties: { S3: { bucketName: 'lake' } } },
  destinationFlowConfigList: [
    { connectorType: 'S3', destinationConnectorProperties: { S3: { bucketName: 'pond' } } },
  ],
  triggerConfig: { triggerType: 'OnDemand', triggerProperties: {} },
  tasks: [],
};
const readOne = (more: object, moved = {}) =>
  readFlows([{ file: 'f.json', text: JSON.stringify({ ...flow, ...more }) }], moved);

test('one list-flows output gives every flow, with the little that it says', () => {
  const { flows, notes, refusals } = readFlows([listed]);
  expect({ notes, refusals }).toEqual({ notes: [], refusals: [] });
  expect(flows).toHaveLength(7);
  expect(flows.at(-1)).toEqual({
    file: 'list-flows.json',
    toldBy: 'ListFlows',
    flowArn: 'arn:aws:appflow:eu-central-1:210987654321:flow/hubspot-contacts-to-s3',
    world,
    flowName: 'hubspot-contacts-to-s3',
    definition: {
      description: undefined,
      triggerConfig: { triggerType: 'Scheduled' },
      sourceFlowConfig: { connectorType: 'CustomConnector', sourceConnectorProperties: {} },
      destinationFlowConfigList: [{ connectorType: 'S3', destinationConnectorProperties: {} }],
      tasks: [],
    },
    state: {
      flowStatus: 'Active',
      flowStatusMessage: undefined,
      tags: { team: 'marketing' },
      schemaVersion: 1,
      createdAt: Date.UTC(2025, 6, 7, 7, 7, 7, 700),
      createdBy: 'arn:aws:sts::210987654321:assumed-role/DataPlatformAdmin/j.hoffmann@example.com',
      lastUpdatedAt: Date.UTC(2025, 6, 8, 7, 7, 7, 700),
      lastUpdatedBy: 'arn:aws:sts::210987654321:assumed-role/DataPlatformAdmin/j.hoffmann@example.com',
    },
    lastExecution: {
      executionStatus: 'Successful',
      at: Date.UTC(2026, 0, 15, 7, 0, 12, 345),
      message: undefined,
    },
  });
});

test('what describe-flow says outranks list-flows, in whatever order, and is kept whole', () => {
  for (const files of [
    [listed, described],
    [described, listed],
  ]) {
    const { flows, refusals } = readFlows(files);
    expect(refusals).toEqual([]);
    expect(flows.filter(({ toldBy }) => toldBy === 'ListFlows').map(({ flowName }) => flowName)).toEqual([
      'hubspot-contacts-to-s3',
    ]);
    expect(flows.find(({ flowName }) => flowName === 'salesforce-opportunities-to-redshift')).toMatchObject({
      world,
      definition: {
        kmsArn: 'arn:aws:kms:eu-central-1:210987654321:key/0f5d6a2e-77b1-4c0e-9a55-3f2b8e1c9d10',
        triggerConfig: {
          triggerProperties: {
            Scheduled: {
              scheduleStartTime: Date.UTC(2025, 2, 10, 6) / 1_000,
              firstExecutionFrom: Date.UTC(2025, 1, 8, 6) / 1_000,
              flowErrorDeactivationThreshold: 5,
            },
          },
        },
      },
      state: {
        createdBy: 'terraform',
        schemaVersion: 7,
        tags: { team: 'sales-ops', 'aws:cloudformation:stack-name': 'appflow-crm' },
      },
    });
    expect(flows.find(({ flowName }) => flowName === 'zendesk-tickets-to-s3')).toMatchObject({
      definition: { metadataCatalogConfig: { glueDataCatalog: { tablePrefix: 'zendesk' } } },
      state: { createdAt: Date.UTC(2025, 5, 1, 8) },
    });
  }
});

test('the AWS CLI v1 prints times as numbers: the same flow', () => {
  const { flows, refusals } = readFlows([described, fixture('describe-flow-v1.json')]);
  expect(refusals).toEqual([]);
  expect(flows).toHaveLength(6);
});

test('all outputs may be in one file, in lists too', () => {
  const { flows } = readFlows([{ file: 'all', text: `${listed.text}${described.text}[${listed.text}]` }]);
  expect(flows).toEqual(readFlows([listed, described]).flows.map((each) => ({ ...each, file: 'all' })));
});

test('flows can be moved into another account or region', () => {
  expect(readOne({}, { account: '444455556666' }).flows[0]?.world).toEqual({
    account: '444455556666',
    region: 'eu-west-1',
  });
  expect(readOne({ flowArn: undefined }, world).flows[0]?.world).toEqual(world);
});

test('deleted flows, connector profiles and pages that were not asked for are told of', () => {
  const text = [
    JSON.stringify({ ...flow, flowStatus: 'Deleted' }),
    '{"connectorProfileDetails": [{}, {}]}',
    '{"flows": [], "nextToken": "abc"}',
  ].join('\n');
  expect(readFlows([{ file: 'f.json', text }])).toEqual({
    flows: [],
    refusals: [],
    notes: [
      'f.json: orders: it is deleted, so it is left out.',
      'f.json: connector profiles are left out (2 in what begins in line 2).',
      'f.json: AppFlow had more flows than these: list-flows prints the next ones when it is given the nextToken.',
    ],
  });
  expect(readFlows([{ file: 'f.json', text: `${text}\n{"flows": []}` }]).notes).toHaveLength(2);
});

test.each([
  [{ flowStatus: 'Paused' }, /^f\.json: orders: 1 validation error detected: Value 'Paused' at 'flowStatus'/],
  [{ tasks: undefined }, /^f\.json: orders: 1 validation error detected: Value null at 'tasks'/],
  [{ flowName: 7 }, /^f\.json: what begins in line 1: Value at 'flowName' must be a string, not 7\.$/],
  [{ createdAt: 'noon' }, /^f\.json: orders: "noon" is not a time such as/],
  [{ destinationFlowConfigList: [] }, /^f\.json: orders: it has no destination\.$/],
  [{ flowArn: undefined }, /^f\.json: orders: it has no flowArn: say its account and region/],
  [{ flowName: 'others' }, /^f\.json: others: its flowArn ".*" is not that of a flow of this name\.$/],
])('a flow that cannot be read is refused in one line: %j', (more, line) => {
  const { flows, refusals } = readOne(more);
  expect(flows).toEqual([]);
  expect(refusals).toEqual([expect.stringMatching(line)]);
});

test('every flow that cannot be read is named', () => {
  const text = JSON.stringify({ flows: [flow, { ...flow, flowStatus: 'On' }, 7, { flowName: '?' }, {}] });
  expect(readFlows([{ file: 'f.json', text }]).refusals).toEqual([
    expect.stringMatching(/^f\.json: orders: /),
    'f.json: number 3 of what begins in line 1 is not what list-flows or describe-flow prints.',
    expect.stringMatching(/^f\.json: number 4 of what begins in line 1: \d validation errors detected/),
    'f.json: number 5 of what begins in line 1 is not what list-flows or describe-flow prints.',
  ]);
});

test('a flow that is told of twice is taken once, unless the two contradict each other', () => {
  const one = { file: 'one', text: JSON.stringify(flow) };
  const other = (more: object) => ({ file: 'other', text: JSON.stringify({ ...flow, ...more }) });
  expect(readFlows([one, other({})])).toMatchObject({ flows: [{ file: 'one' }], refusals: [] });
  expect(readFlows([one, other({ flowStatus: 'Deprecated' })]).refusals).toEqual([
    'other: orders: one says something else of it: leave one of the two out.',
  ]);
  const elsewhere = other({ flowArn: 'arn:aws:appflow:us-east-1:111122223333:flow/orders' });
  expect(readFlows([one, elsewhere])).toMatchObject({ flows: [{}, {}], refusals: [] });
  expect(readFlows([one, elsewhere], { region: 'eu-west-1' }).refusals).toEqual([
    'other: orders: one has another flow of this name for the same account and region, ' +
      'arn:aws:appflow:eu-west-1:111122223333:flow/orders.',
  ]);
});

test('a file of nothing but mistakes is not told of without end', () => {
  const { refusals } = readFlows([{ file: 'f.json', text: '{}'.repeat(5_000) }]);
  expect(refusals).toHaveLength(1_001);
});
