import type { DestinationFlowConfig, SourceFlowConfig } from '@/contract/shapes.gen';

type SourceProperties = SourceFlowConfig['sourceConnectorProperties'];
type DestinationProperties = DestinationFlowConfig['destinationConnectorProperties'];

function from(
  connectorType: SourceFlowConfig['connectorType'],
  sourceConnectorProperties: SourceProperties,
): SourceFlowConfig {
  const profile =
    connectorType === 'S3' ? {} : { connectorProfileName: `${connectorType.toLowerCase()}-production` };
  return { connectorType, ...profile, sourceConnectorProperties };
}

function to(
  connectorType: DestinationFlowConfig['connectorType'],
  destinationConnectorProperties: DestinationProperties,
): DestinationFlowConfig {
  return { connectorType, destinationConnectorProperties };
}

/** Sources as CreateFlow takes them, by what is read. */
export const source = {
  amplitude: (object: string) => from('Amplitude', { Amplitude: { object } }),
  custom: (entityName: string) => from('CustomConnector', { CustomConnector: { entityName } }),
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
