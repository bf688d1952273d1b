import {
  ConnectorOperator,
  ConnectorProfileProperties,
  ConnectorType,
  DestinationConnectorProperties,
  SourceConnectorProperties,
  type ConnectorMetadata,
  type ScheduleFrequencyType,
  type SupportedDataTransferType,
  type TriggerType,
  type WriteOperationType,
} from '@/contract/shapes.gen';

/** What AppFlow's documentation says of a connector; what the API's own shapes say (may it be a source?) is read from them. */
interface CatalogueEntry {
  connectorName: string;
  /** Present for what can be a source. */
  source?: {
    destinations: readonly ConnectorType[];
    /** How often a schedule may run at most; every minute unless said. */
    mostOften?: 'HOURLY' | 'DAILY';
    /** Scheduled and OnDemand unless said. */
    triggerTypes?: readonly TriggerType[];
  };
  /** What may be done with records in the destination, where AppFlow lets one choose. */
  writeOperations?: readonly WriteOperationType[];
  privateLink?: 'enabled' | 'endpointUrlRequired';
  connectorMetadata?: ConnectorMetadata;
  dataTransferTypes?: readonly SupportedDataTransferType[];
}

const most = [
  'S3',
  'Snowflake',
  'Redshift',
  'Salesforce',
  'LookoutMetrics',
  'Honeycode',
  'Upsolver',
  'CustomerProfiles',
  'Zendesk',
  'Marketo',
  'CustomConnector',
] as const satisfies ConnectorType[];
const mostButLookoutMetrics = most.filter((connectorType) => connectorType !== 'LookoutMetrics');
const mostAndSap: ConnectorType[] = [...most, 'SAPOData'];
const mostAndEvents: ConnectorType[] = [...most, 'EventBridge'];

/** Every connector type, as AppFlow's user guide describes it (docs/decisions/008 says what is our choice). */
const catalogue: Record<ConnectorType, CatalogueEntry> = {
  Salesforce: {
    connectorName: 'Salesforce',
    source: { destinations: mostAndEvents, triggerTypes: ['Scheduled', 'OnDemand', 'Event'] },
    writeOperations: ['INSERT', 'UPSERT', 'UPDATE', 'DELETE'],
    privateLink: 'enabled',
    connectorMetadata: {
      Salesforce: {
        oAuthScopes: ['api', 'refresh_token', 'id'],
        dataTransferApis: ['AUTOMATIC', 'BULKV2', 'REST_SYNC'],
        oauth2GrantTypesSupported: ['AUTHORIZATION_CODE', 'CLIENT_CREDENTIALS', 'JWT_BEARER'],
      },
    },
  },
  Singular: {
    connectorName: 'Singular',
    source: { destinations: most, mostOften: 'HOURLY' },
    privateLink: 'enabled',
    connectorMetadata: { Singular: {} },
  },
  Slack: {
    connectorName: 'Slack',
    source: { destinations: mostButLookoutMetrics },
    connectorMetadata: {
      Slack: { oAuthScopes: ['channels:history', 'channels:read', 'groups:history', 'groups:read'] },
    },
  },
  Redshift: { connectorName: 'Amazon Redshift', connectorMetadata: { Redshift: {} } },
  S3: {
    connectorName: 'Amazon S3',
    source: { destinations: mostAndSap },
    connectorMetadata: { S3: {} },
  },
  Marketo: {
    connectorName: 'Marketo',
    source: { destinations: most, mostOften: 'HOURLY' },
    connectorMetadata: { Marketo: {} },
  },
  Googleanalytics: {
    connectorName: 'Google Analytics',
    source: {
      destinations: ['S3', 'LookoutMetrics', 'Upsolver', 'CustomConnector'],
      mostOften: 'DAILY',
    },
    connectorMetadata: {
      GoogleAnalytics: { oAuthScopes: ['https://www.googleapis.com/auth/analytics.readonly'] },
    },
  },
  Zendesk: {
    connectorName: 'Zendesk',
    source: { destinations: most },
    writeOperations: ['INSERT', 'UPSERT', 'UPDATE'],
    connectorMetadata: { Zendesk: { oAuthScopes: ['read', 'write'] } },
  },
  Servicenow: {
    connectorName: 'ServiceNow',
    source: { destinations: most },
    connectorMetadata: { ServiceNow: {} },
  },
  Datadog: {
    connectorName: 'Datadog',
    source: { destinations: mostButLookoutMetrics },
    connectorMetadata: { Datadog: {} },
  },
  Trendmicro: {
    connectorName: 'Trend Micro',
    source: { destinations: most, mostOften: 'HOURLY' },
    privateLink: 'enabled',
    connectorMetadata: { Trendmicro: {} },
  },
  Snowflake: {
    connectorName: 'Snowflake',
    privateLink: 'endpointUrlRequired',
    connectorMetadata: {
      Snowflake: {
        supportedRegions: [
          'us-east-1',
          'us-east-2',
          'us-west-2',
          'eu-central-1',
          'eu-west-1',
          'ap-southeast-2',
        ],
      },
    },
  },
  Dynatrace: {
    connectorName: 'Dynatrace',
    source: { destinations: most },
    connectorMetadata: { Dynatrace: {} },
  },
  Infornexus: {
    connectorName: 'Infor Nexus',
    source: { destinations: most },
    connectorMetadata: { InforNexus: {} },
  },
  Amplitude: {
    connectorName: 'Amplitude',
    source: { destinations: ['S3', 'LookoutMetrics', 'CustomConnector'], mostOften: 'DAILY' },
    connectorMetadata: { Amplitude: {} },
  },
  Veeva: {
    connectorName: 'Veeva',
    source: { destinations: most },
    connectorMetadata: { Veeva: {} },
    dataTransferTypes: ['RECORD', 'FILE'],
  },
  EventBridge: { connectorName: 'Amazon EventBridge', connectorMetadata: { EventBridge: {} } },
  LookoutMetrics: { connectorName: 'Amazon Lookout for Metrics' },
  Upsolver: { connectorName: 'Upsolver', connectorMetadata: { Upsolver: {} } },
  Honeycode: { connectorName: 'Amazon Honeycode', connectorMetadata: { Honeycode: {} } },
  CustomerProfiles: {
    connectorName: 'Amazon Connect Customer Profiles',
    connectorMetadata: { CustomerProfiles: {} },
  },
  SAPOData: {
    connectorName: 'SAP OData',
    source: { destinations: ['S3', 'Redshift', 'CustomerProfiles', 'SAPOData', 'CustomConnector'] },
    writeOperations: ['INSERT', 'UPDATE'],
    privateLink: 'endpointUrlRequired',
    connectorMetadata: { SAPOData: {} },
  },
  CustomConnector: {
    connectorName: 'Custom connector',
    source: { destinations: mostAndSap },
    writeOperations: ['INSERT', 'UPSERT', 'UPDATE', 'DELETE'],
  },
  Pardot: {
    connectorName: 'Salesforce Pardot',
    source: { destinations: mostAndEvents },
    connectorMetadata: { Pardot: {} },
  },
};

const frequencies: readonly ScheduleFrequencyType[] = [
  'BYMINUTE',
  'HOURLY',
  'DAILY',
  'WEEKLY',
  'MONTHLY',
  'ONCE',
];

/** What a connector type can do. */
export interface Connector {
  connectorType: ConnectorType;
  /** For people, as AWS writes it. */
  connectorName: string;
  /**
   * The member under which its properties, credentials and operators stand: `GoogleAnalytics` for the type `Googleanalytics`. Where
   * the API has no such member the connector cannot be used in that role.
   */
  member: string;
  canUseAsSource: boolean;
  canUseAsDestination: boolean;
  /** Whether connector profiles of it exist. */
  hasProfiles: boolean;
  supportedDestinations: readonly ConnectorType[];
  supportedTriggerTypes: readonly TriggerType[];
  supportedFrequencies: readonly ScheduleFrequencyType[];
  supportedOperators: readonly string[];
  supportedWriteOperations: readonly WriteOperationType[];
  isPrivateLinkEnabled: boolean;
  isPrivateLinkEndpointUrlRequired: boolean;
  connectorMetadata?: ConnectorMetadata;
  dataTransferTypes: readonly SupportedDataTransferType[];
}

/** The three types that the API writes in another way where they are members. */
const members: Partial<Record<ConnectorType, string>> = {
  Googleanalytics: 'GoogleAnalytics',
  Infornexus: 'InforNexus',
  Servicenow: 'ServiceNow',
};

function connectorFrom(connectorType: ConnectorType): Connector {
  const { connectorName, source, writeOperations, privateLink, connectorMetadata, dataTransferTypes } =
    catalogue[connectorType];
  const member = members[connectorType] ?? connectorType;
  return {
    connectorType,
    connectorName,
    member,
    canUseAsSource: member in SourceConnectorProperties.shape,
    canUseAsDestination: member in DestinationConnectorProperties.shape,
    hasProfiles: member in ConnectorProfileProperties.shape,
    supportedDestinations: source?.destinations ?? [],
    supportedTriggerTypes: source ? (source.triggerTypes ?? ['Scheduled', 'OnDemand']) : [],
    supportedFrequencies: source
      ? frequencies.slice(frequencies.indexOf(source.mostOften ?? 'BYMINUTE'))
      : [],
    supportedOperators: operatorsOf(member),
    supportedWriteOperations: writeOperations ?? ['INSERT'],
    isPrivateLinkEnabled: privateLink !== undefined,
    isPrivateLinkEndpointUrlRequired: privateLink === 'endpointUrlRequired',
    connectorMetadata,
    dataTransferTypes: dataTransferTypes ?? ['RECORD'],
  };
}

function operatorsOf(member: string): readonly string[] {
  return (
    Object.entries(ConnectorOperator.shape)
      .find(([name]) => name === member)?.[1]
      .unwrap().options ?? []
  );
}

/** All connector types, in the API's order. */
export const connectors: readonly Connector[] = ConnectorType.options.map(connectorFrom);

const byType = new Map(connectors.map((connector) => [connector.connectorType, connector]));

export function connectorOf(connectorType: ConnectorType): Connector {
  return byType.get(connectorType) ?? connectorFrom(connectorType);
}
