import type { ConnectorType, DestinationFlowConfig, SourceFlowConfig } from '@/contract/shapes.gen';
import { connectorOf } from '@/server/domain/connectors/catalogue';

type SourceProperties = SourceFlowConfig['sourceConnectorProperties'];
type DestinationProperties = DestinationFlowConfig['destinationConnectorProperties'];

/** The custom connectors that the company registered. */
export const customLabels = ['Eloqua', 'GitHub', 'HubSpot', 'NetSuite', 'Stripe', 'Workday'] as const;
type CustomLabel = (typeof customLabels)[number];

/** The profile that flows of a connector use; what is of AWS itself needs none. */
function profileOf(connectorType: ConnectorType, label?: string): { connectorProfileName?: string } {
  return connectorOf(connectorType).hasProfiles
    ? { connectorProfileName: `${(label ?? connectorType).toLowerCase()}-production` }
    : {};
}

function from(
  connectorType: ConnectorType,
  sourceConnectorProperties: SourceProperties,
  label?: string,
): SourceFlowConfig {
  return { connectorType, ...profileOf(connectorType, label), sourceConnectorProperties };
}

function to(
  connectorType: ConnectorType,
  destinationConnectorProperties: DestinationProperties,
): DestinationFlowConfig {
  return { connectorType, ...profileOf(connectorType), destinationConnectorProperties };
}

/** Sources as CreateFlow takes them, by what is read. */
export const source = {
  amplitude: (object: string) => from('Amplitude', { Amplitude: { object } }),
  custom: (label: CustomLabel, entityName: string) =>
    from('CustomConnector', { CustomConnector: { entityName } }, label),
  datadog: (object: string) => from('Datadog', { Datadog: { object } }),
  dynatrace: (object: string) => from('Dynatrace', { Dynatrace: { object } }),
  googleAnalytics: (object: string) => from('Googleanalytics', { GoogleAnalytics: { object } }),
  inforNexus: (object: string) => from('Infornexus', { InforNexus: { object } }),
  marketo: (object: string) => from('Marketo', { Marketo: { object } }),
  pardot: (object: string) => from('Pardot', { Pardot: { object } }),
  s3: (bucketName: string, bucketPrefix: string) => from('S3', { S3: { bucketName, bucketPrefix } }),
  salesforce: (object: string) =>
    from('Salesforce', { Salesforce: { object, enableDynamicFieldUpdate: false } }),
  sap: (objectPath: string) => from('SAPOData', { SAPOData: { objectPath } }),
  serviceNow: (object: string) => from('Servicenow', { ServiceNow: { object } }),
  singular: (object: string) => from('Singular', { Singular: { object } }),
  slack: (object: string) => from('Slack', { Slack: { object } }),
  trendmicro: (object: string) => from('Trendmicro', { Trendmicro: { object } }),
  veeva: (object: string) => from('Veeva', { Veeva: { object } }),
  zendesk: (object: string) => from('Zendesk', { Zendesk: { object } }),
};

const intermediateBucketName = 'acme-appflow-staging';

/** Destinations as CreateFlow takes them, by what is written. */
export const destination = {
  customerProfiles: (domainName: string) => to('CustomerProfiles', { CustomerProfiles: { domainName } }),
  eventBridge: (object: string) => to('EventBridge', { EventBridge: { object } }),
  lookoutMetrics: () => to('LookoutMetrics', { LookoutMetrics: {} }),
  marketo: (object: string) => to('Marketo', { Marketo: { object } }),
  redshift: (object: string) => to('Redshift', { Redshift: { object, intermediateBucketName } }),
  s3: (bucketName: string, bucketPrefix: string) =>
    to('S3', { S3: { bucketName, bucketPrefix, s3OutputFormatConfig: { fileType: 'PARQUET' } } }),
  salesforce: (object: string) =>
    to('Salesforce', { Salesforce: { object, writeOperationType: 'UPSERT', idFieldNames: ['Id'] } }),
  snowflake: (object: string) => to('Snowflake', { Snowflake: { object, intermediateBucketName } }),
  upsolver: (bucketName: string) =>
    to('Upsolver', {
      Upsolver: { bucketName, s3OutputFormatConfig: { prefixConfig: { prefixType: 'PATH' } } },
    }),
  zendesk: (object: string) => to('Zendesk', { Zendesk: { object, writeOperationType: 'UPSERT' } }),
};
