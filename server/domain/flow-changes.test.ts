import { describe, expect, it } from 'vitest';
import { flowRequest } from '../testing/open-test-services';
import type { Flow, FlowDefinition } from './flow';
import { changesInWords } from './flow-changes';

const definition = flowRequest('orders', 'Scheduled') as unknown as FlowDefinition;
const stopped = { flowStatus: 'Suspended', tags: { team: 'crm' } } as unknown as Flow;
const [nine, noon] = [Date.UTC(2026, 10, 28, 9), Date.UTC(2026, 10, 28, 12)];

it.each<[Partial<Flow>, Partial<Flow>, string | undefined]>([
  [{}, {}, undefined],
  [{}, { tags: { team: 'crm', protected: 'true' } }, '+ protected=true'],
  [{}, { tags: {} }, '− team=crm'],
  [{}, { tags: { team: 'sales', constructor: 'x' } }, '+ constructor=x, team: crm → sales'],
  [{}, { startsAgainAt: nine }, 'until 2026-11-28T09:00Z'],
  [{ startsAgainAt: nine }, { startsAgainAt: noon }, 'until 2026-11-28T12:00Z instead of 2026-11-28T09:00Z'],
  [{ startsAgainAt: nine }, {}, 'no longer starts again at 2026-11-28T09:00Z'],
  [{ startsAgainAt: nine }, { flowStatus: 'Active' }, undefined],
])('from %j to %j: %s', (before, after, words) => {
  expect(changesInWords({ ...stopped, ...before }, { ...stopped, ...after })).toBe(words);
});

const mapped = (...fields: string[]): FlowDefinition['tasks'] => [
  { taskType: 'Filter', sourceFields: fields, connectorOperator: { Salesforce: 'PROJECTION' } },
  ...fields.map((field) => ({
    taskType: 'Map' as const,
    sourceFields: [field],
    destinationField: field.toLowerCase(),
  })),
];
const toBucket = (bucketName: string): FlowDefinition['destinationFlowConfigList'] => [
  { connectorType: 'S3', destinationConnectorProperties: { S3: { bucketName } } },
];
const scheduled = (more: object): Partial<FlowDefinition> => ({
  triggerConfig: {
    triggerType: 'Scheduled',
    triggerProperties: { Scheduled: { scheduleExpression: 'rate(5minutes)', ...more } },
  },
});

describe('an update tells the members that differ', () => {
  const updated = (before: Partial<FlowDefinition>, after: Partial<FlowDefinition>) =>
    changesInWords(stopped, stopped, {
      before: { ...definition, ...before },
      after: { ...definition, ...after },
    });

  it.each<[Partial<FlowDefinition>, Partial<FlowDefinition>, string | undefined]>([
    [{}, {}, undefined],
    [{}, { destinationFlowConfigList: toBucket('lake-2') }, 'bucketName: orders-lake → lake-2'],
    [
      {},
      {
        ...scheduled({ dataPullMode: 'Complete', timezone: 'UTC', scheduleOffset: 1 }),
        description: 'Daily',
      },
      'dataPullMode: none → Complete; timezone: none → UTC; scheduleOffset: none → 1; and 1 more',
    ],
    [{}, { description: 'Daily' }, 'description: none → Daily'],
    [{ description: 'Daily' }, { description: '' }, 'description: Daily → ""'],
    [{}, scheduled({ scheduleStartTime: nine / 1_000 }), 'scheduleStartTime: none → 2026-11-28T09:00Z'],
    [{}, scheduled({ scheduleStartTime: 9e15 }), 'scheduleStartTime: none → 9000000000000000000'],
    [
      { tasks: mapped('Id', 'Name') },
      { tasks: mapped('Id', 'Email') },
      'tasks: + Email → email, − Name → name',
    ],
    [{ tasks: mapped('Id', 'Name') }, { tasks: mapped('Name', 'Id') }, 'tasks'],
    [
      { tasks: mapped('Id') },
      { tasks: mapped('A', 'B', 'Id', 'C', 'D') },
      'tasks: + A → a, + B → b, + C → c, and 1 more',
    ],
  ])('from %j to %j: %s', (before, after, words) => {
    expect(updated(before, after)).toBe(words);
  });

  it('a member that both ends have goes with its end', () => {
    const both = (object: string): Partial<FlowDefinition> => ({
      sourceFlowConfig: {
        connectorType: 'Salesforce',
        sourceConnectorProperties: { Salesforce: { object } },
      },
      destinationFlowConfigList: [
        { connectorType: 'Salesforce', destinationConnectorProperties: { Salesforce: { object } } },
      ],
    });
    expect(updated(both('Account'), both('Lead'))).toBe(
      'source object: Account → Lead; destination object: Account → Lead',
    );
  });

  it('no text is longer than 300 code points, nor a value than 40', () => {
    expect(updated({}, { description: '𝄞'.repeat(50) })).toBe(`description: none → ${'𝄞'.repeat(39)}…`);
    const tags = Object.fromEntries(
      Array.from({ length: 50 }, (_, index) => [`key-${index}`, '𝄞'.repeat(20)]),
    );
    const words = changesInWords(stopped, { ...stopped, tags }) ?? '';
    expect([...words]).toHaveLength(300);
    expect(words).toMatch(/^\+ key-0=𝄞.*…$/u);
  });
});
