import { expect, test } from 'vitest';
import { assertOutput } from '@/contract/assert-output';
import { connectorOf, connectors } from './catalogue';
import { connectorConfiguration, connectorDetail } from './configuration';

test('Salesforce is as the example in the API reference has it', () => {
  expect(connectorConfiguration(connectorOf('Salesforce'))).toMatchObject({
    canUseAsSource: true,
    canUseAsDestination: true,
    isPrivateLinkEnabled: true,
    isPrivateLinkEndpointUrlRequired: false,
    supportedSchedulingFrequencies: ['BYMINUTE', 'HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY', 'ONCE'],
    supportedTriggerTypes: ['Scheduled', 'OnDemand', 'Event'],
    connectorMetadata: { Salesforce: { oAuthScopes: ['api', 'refresh_token', 'id'] } },
  });
  expect([...connectorOf('Salesforce').supportedDestinations].sort()).toEqual([
    'CustomConnector',
    'CustomerProfiles',
    'EventBridge',
    'Honeycode',
    'LookoutMetrics',
    'Marketo',
    'Redshift',
    'S3',
    'Salesforce',
    'Snowflake',
    'Upsolver',
    'Zendesk',
  ]);
});

test.each(connectors)('$connectorType: what is said of it agrees with the API', (connector) => {
  expect(connector.canUseAsSource || connector.canUseAsDestination).toBe(true);
  expect(connector.supportedTriggerTypes.length > 0).toBe(connector.canUseAsSource);
  for (const destination of connector.supportedDestinations) {
    expect(connectorOf(destination).canUseAsDestination, destination).toBe(true);
  }
  expect(Object.keys(connector.connectorMetadata ?? { [connector.member]: {} })).toEqual([connector.member]);
  expect(() => {
    assertOutput('DescribeConnector', { connectorConfiguration: connectorConfiguration(connector) });
    assertOutput('ListConnectors', { connectors: [connectorDetail(connector)] });
  }).not.toThrow();
});

test('the member of a type is written as the API writes it', () => {
  expect(connectorOf('Googleanalytics').member).toBe('GoogleAnalytics');
  expect(connectorOf('Servicenow').member).toBe('ServiceNow');
  expect(connectorOf('Infornexus').member).toBe('InforNexus');
  expect(connectorOf('Salesforce').supportedOperators).toContain('PROJECTION');
});
