import { defaultWorld } from '@/contract/console';
import type { ConnectorProfileProperties, ConnectorType } from '@/contract/shapes.gen';
import type { ConnectorMoment, ConnectorProfileMoment, Moment } from '@/server/data/replay';
import { customLabels } from './connectors';
import { demoFlows } from './flows';
import { atWork, DAY_MS } from './times';

/** Before the oldest flow. */
const CREATED_DAYS_AGO = 400;
/** As long as a deployment takes for one of them. */
const EACH_MS = 2_300;

const caller = { actor: 'terraform-deploy', via: 'terraform' };

/** What the company's connector profiles say of the applications they lead to. */
const propertiesByType: Partial<Record<ConnectorType, ConnectorProfileProperties>> = {
  Amplitude: { Amplitude: {} },
  CustomConnector: { CustomConnector: {} },
  Datadog: { Datadog: { instanceUrl: 'https://api.datadoghq.example' } },
  Dynatrace: { Dynatrace: { instanceUrl: 'https://acme.dynatrace.example' } },
  Googleanalytics: { GoogleAnalytics: {} },
  Infornexus: { InforNexus: { instanceUrl: 'https://network.infornexus.example' } },
  Marketo: { Marketo: { instanceUrl: 'https://acme.mktorest.example' } },
  Pardot: { Pardot: { instanceUrl: 'https://pi.pardot.example', businessUnitId: '0Uv000000000001' } },
  Redshift: {
    Redshift: {
      databaseUrl: 'jdbc:redshift://acme.redshift.example:5439/warehouse',
      bucketName: 'acme-appflow-staging',
      roleArn: 'arn:aws:iam::000000000000:role/appflow-redshift',
    },
  },
  SAPOData: {
    SAPOData: {
      applicationHostUrl: 'https://sap.acme.example',
      applicationServicePath: '/sap/opu/odata/iwfnd/catalogservice;v=2',
      portNumber: 443,
      clientNumber: '100',
      logonLanguage: 'EN',
    },
  },
  Salesforce: {
    Salesforce: { instanceUrl: 'https://acme.my.salesforce.example', isSandboxEnvironment: false },
  },
  Servicenow: { ServiceNow: { instanceUrl: 'https://acme.service-now.example' } },
  Singular: { Singular: {} },
  Slack: { Slack: { instanceUrl: 'https://acme.slack.example' } },
  Snowflake: {
    Snowflake: {
      warehouse: 'LOADING',
      stage: 'ANALYTICS.PUBLIC.APPFLOW',
      bucketName: 'acme-appflow-staging',
      accountName: 'acme',
      region: 'us-east-1',
    },
  },
  Trendmicro: { Trendmicro: {} },
  Veeva: { Veeva: { instanceUrl: 'https://acme-clinical.veevavault.example' } },
  Zendesk: { Zendesk: { instanceUrl: 'https://acme.zendesk.example' } },
};

/** The custom connectors and connector profiles that the demo's flows use, made long before them. */
export function demoConnections(now: number): Moment[] {
  const at = atWork(now - CREATED_DAYS_AGO * DAY_MS);
  return [
    ...customLabels.map((label) => registration(label, at)),
    ...[...profilesInUse()].map(([name, connectorType]) => profile(name, connectorType, at)),
  ].map((moment, index) => ({ ...moment, at: at + index * EACH_MS }));
}

function registration(connectorLabel: string, at: number): ConnectorMoment {
  const lambdaArn = `arn:aws:lambda:us-east-1:${defaultWorld.account}:function:appflow-${connectorLabel.toLowerCase()}`;
  return {
    at,
    world: defaultWorld,
    caller,
    connectorLabel,
    command: {
      operation: 'RegisterConnector',
      id: `connector-${connectorLabel.toLowerCase()}`,
      description: `Our connector for ${connectorLabel}`,
      connectorProvisioningConfig: { lambda: { lambdaArn } },
    },
  };
}

function profile(
  connectorProfileName: string,
  connectorType: ConnectorType,
  at: number,
): ConnectorProfileMoment {
  return {
    at,
    world: defaultWorld,
    caller,
    connectorProfileName,
    command: {
      operation: 'CreateConnectorProfile',
      id: `profile-${connectorProfileName}`,
      connectorType,
      connectorLabel: customLabels.find((label) => connectorProfileName.startsWith(label.toLowerCase())),
      connectionMode: 'Public',
      connectorProfileProperties: propertiesByType[connectorType] ?? {},
      credentialsFor: [],
    },
  };
}

function profilesInUse(): Map<string, ConnectorType> {
  const profiles = new Map<string, ConnectorType>();
  for (const { connectorProfileName, connectorType } of demoFlows.flatMap(({ from, to }) => [from, to])) {
    if (connectorProfileName !== undefined) {
      profiles.set(connectorProfileName, connectorType);
    }
  }
  return profiles;
}
