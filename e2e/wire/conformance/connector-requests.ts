import type {
  CreateConnectorProfileCommandInput,
  CreateFlowCommandInput,
  RegisterConnectorCommandInput,
} from '@aws-sdk/client-appflow';
import { flowRequest, region } from '../../fixtures';

/** In the place of a credential, an object, an entity, a path or a function: the application refuses, or it fails. */
export const refuses = 'sluice-connector-authentication-error';
export const fails = 'sluice-connector-server-error';

/** A CreateConnectorProfile request for Salesforce. */
export function profileRequest(
  connectorProfileName: string,
  accessToken = 'hush',
): CreateConnectorProfileCommandInput {
  return {
    connectorProfileName,
    connectorType: 'Salesforce',
    connectionMode: 'Public',
    connectorProfileConfig: {
      connectorProfileProperties: { Salesforce: { instanceUrl: 'https://acme.my.salesforce.example' } },
      connectorProfileCredentials: { Salesforce: { accessToken } },
    },
  };
}

/** A CreateConnectorProfile request for a connector that is registered under a label. */
export function customProfileRequest(
  connectorProfileName: string,
  connectorLabel: string,
): CreateConnectorProfileCommandInput {
  return {
    connectorProfileName,
    connectorType: 'CustomConnector',
    connectorLabel,
    connectionMode: 'Public',
    connectorProfileConfig: { connectorProfileProperties: { CustomConnector: {} } },
  };
}

/** A RegisterConnector request; its function has the label's name unless said. */
export function connectorRequest(
  connectorLabel: string,
  lambda = connectorLabel,
): RegisterConnectorCommandInput {
  return {
    connectorLabel,
    connectorProvisioningType: 'LAMBDA',
    connectorProvisioningConfig: {
      lambda: { lambdaArn: `arn:aws:lambda:${region}:000000000000:function:${lambda}` },
    },
  };
}

/** A CreateFlow request for an on-demand flow that reads an object of Salesforce, through a profile if it is named. */
export function flowOf(
  flowName: string,
  { object = 'Account', connectorProfileName }: { object?: string; connectorProfileName?: string },
): CreateFlowCommandInput {
  return {
    ...flowRequest(flowName, 'OnDemand'),
    sourceFlowConfig: {
      connectorType: 'Salesforce',
      connectorProfileName,
      sourceConnectorProperties: { Salesforce: { object } },
    },
  };
}
