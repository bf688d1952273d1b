import { expect, test } from 'vitest';
import type { ScheduledTriggerProperties, SourceFlowConfig } from '@/contract/shapes.gen';
import { definitionProblems, type CheckedDefinition } from './definition-problems';

const now = Date.UTC(2026, 0, 15, 12);
const hour = 3_600;
const nowS = now / 1_000;

const good: CheckedDefinition = {
  triggerConfig: { triggerType: 'OnDemand' },
  sourceFlowConfig: {
    connectorType: 'Salesforce',
    sourceConnectorProperties: { Salesforce: { object: 'Account' } },
  },
  destinationFlowConfigList: [
    { connectorType: 'S3', destinationConnectorProperties: { S3: { bucketName: 'lake' } } },
  ],
  tasks: [{ taskType: 'Map_all', sourceFields: [] }],
};
const marketo: SourceFlowConfig = {
  connectorType: 'Marketo',
  sourceConnectorProperties: { Marketo: { object: 'leads' } },
};
const scheduled = (
  schedule: Partial<ScheduledTriggerProperties>,
  more: Partial<CheckedDefinition> = {},
): CheckedDefinition => ({
  ...good,
  ...more,
  triggerConfig: {
    triggerType: 'Scheduled',
    triggerProperties: { Scheduled: { scheduleExpression: 'rate(1hours)', ...schedule } },
  },
});

test.each<[string, CheckedDefinition]>([
  ['on demand', good],
  ['scheduled', scheduled({})],
  ['scheduled to start in the past', scheduled({ scheduleStartTime: nowS - 30 * hour })],
  ['scheduled to run once', scheduled({ scheduleEndTime: nowS + hour })],
  ['scheduled as often as the source allows', scheduled({}, { sourceFlowConfig: marketo })],
  ['first from the past on', scheduled({ dataPullMode: 'Incremental', firstExecutionFrom: nowS - hour })],
  [
    'to Lookout for Metrics, which has no properties',
    {
      ...good,
      destinationFlowConfigList: [
        { connectorType: 'LookoutMetrics', destinationConnectorProperties: { LookoutMetrics: {} } },
      ],
    },
  ],
])('a definition %s is good', (_case, definition) => {
  expect(definitionProblems(definition, now)).toEqual([]);
});

const projection = { taskType: 'Filter' as const, sourceFields: ['Id'] };

test.each<[string, CheckedDefinition]>([
  ['Task Validation Error: You must specify a projection task or a MAP_ALL task', { ...good, tasks: [] }],
  [
    'Task Validation Error: tasks.1.connectorOperator has operators of Zendesk, but the source connector is Salesforce',
    { ...good, tasks: [{ ...projection, connectorOperator: { Zendesk: 'PROJECTION' } }] },
  ],
  [
    'sourceFlowConfig.connectorType: connector Redshift can not be used as a source',
    { ...good, sourceFlowConfig: { connectorType: 'Redshift', sourceConnectorProperties: {} } },
  ],
  [
    'sourceFlowConfig.sourceConnectorProperties.GoogleAnalytics is required for the connector type Googleanalytics',
    { ...good, sourceFlowConfig: { connectorType: 'Googleanalytics', sourceConnectorProperties: {} } },
  ],
  [
    'sourceFlowConfig.sourceConnectorProperties has Marketo, but the connector type is Salesforce',
    {
      ...good,
      sourceFlowConfig: {
        connectorType: 'Salesforce',
        sourceConnectorProperties: { Salesforce: { object: 'Account' }, Marketo: { object: 'leads' } },
      },
    },
  ],
  ['destinationFlowConfigList must name a destination', { ...good, destinationFlowConfigList: [] }],
  [
    'destinationFlowConfigList.1.connectorType: connector Slack can not be used as a destination',
    {
      ...good,
      destinationFlowConfigList: [{ connectorType: 'Slack', destinationConnectorProperties: {} }],
    },
  ],
  [
    'destinationFlowConfigList.1.connectorType: connector SAPOData is no destination for Salesforce',
    {
      ...good,
      destinationFlowConfigList: [
        {
          connectorType: 'SAPOData',
          destinationConnectorProperties: { SAPOData: { objectPath: '/sap/opu/x' } },
        },
      ],
    },
  ],
  [
    'destinationFlowConfigList.1.destinationConnectorProperties.S3 is required for the connector type S3',
    { ...good, destinationFlowConfigList: [{ connectorType: 'S3', destinationConnectorProperties: {} }] },
  ],
  [
    'destinationFlowConfigList.1: connector Zendesk does not support the write operation DELETE',
    {
      ...good,
      destinationFlowConfigList: [
        {
          connectorType: 'Zendesk',
          destinationConnectorProperties: { Zendesk: { object: 'tickets', writeOperationType: 'DELETE' } },
        },
      ],
    },
  ],
  [
    'triggerConfig.triggerType: source connector Marketo does not support the trigger type Event, only Scheduled and OnDemand',
    { ...good, sourceFlowConfig: marketo, triggerConfig: { triggerType: 'Event' } },
  ],
  [
    'triggerConfig.triggerProperties.Scheduled is required for the trigger type Scheduled',
    { ...good, triggerConfig: { triggerType: 'Scheduled' } },
  ],
  [
    'scheduleExpression cron(0 0 30 2 ? *) is neither of the form rate(5minutes) nor cron(0 10 * * ? *)',
    scheduled({ scheduleExpression: 'cron(0 0 30 2 ? *)' }),
  ],
  [
    'scheduleExpression rate(5minutes): flows from source connector Marketo run at most once an hour',
    scheduled({ scheduleExpression: 'rate(5minutes)' }, { sourceFlowConfig: marketo }),
  ],
  [
    'scheduleEndTime must be after scheduleStartTime',
    scheduled({ scheduleStartTime: nowS + hour, scheduleEndTime: nowS + hour }),
  ],
  ['scheduleEndTime must be in the future', scheduled({ scheduleEndTime: nowS - 1 })],
  [
    'scheduleExpression cron(0 0 1 * ? *) is never due between scheduleStartTime and scheduleEndTime',
    scheduled({ scheduleExpression: 'cron(0 0 1 * ? *)', scheduleEndTime: nowS + hour }),
  ],
  [
    'scheduleExpression rate(1hours) is never due between scheduleStartTime and scheduleEndTime',
    scheduled({ scheduleEndTime: nowS + hour - 1 }),
  ],
  [
    'firstExecutionFrom is for the data pull mode Incremental only',
    scheduled({ dataPullMode: 'Complete', firstExecutionFrom: nowS - hour }),
  ],
  [
    'firstExecutionFrom must not be after the schedule starts',
    scheduled({ scheduleStartTime: nowS + hour, firstExecutionFrom: nowS + 2 * hour }),
  ],
])('%s', (problem, definition) => {
  expect(definitionProblems(definition, now)).toEqual([problem]);
});

test('all problems are told at once', () => {
  const definition = scheduled({ scheduleEndTime: nowS - 1 }, { tasks: [], destinationFlowConfigList: [] });
  expect(definitionProblems(definition, now)).toHaveLength(3);
});
