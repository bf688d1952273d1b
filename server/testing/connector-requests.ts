import type {
  CreateConnectorProfileRequest,
  CreateFlowRequest,
  RegisterConnectorRequest,
} from '@/contract/shapes.gen';
import { flowRequest } from './open-test-services';

/** A CreateConnectorProfile request for Salesforce. */
export function profileRequest(connectorProfileName: string): CreateConnectorProfileRequest {
  return {
    connectorProfileName,
    connectorType: 'Salesforce',
    connectionMode: 'Public',
    connectorProfileConfig: {
      connectorProfileProperties: { Salesforce: { instanceUrl: 'https://acme.my.salesforce.example' } },
      connectorProfileCredentials: {
        Salesforce: { accessToken: 'hush-token', refreshToken: 'hush-refresh' },
      },
    },
  };
}

/** A CreateFlow request for a flow that reads Salesforce through a connector profile. */
export function flowThrough(flowName: string, connectorProfileName: string): CreateFlowRequest {
  const request = flowRequest(flowName, 'OnDemand');
  return { ...request, sourceFlowConfig: { ...request.sourceFlowConfig, connectorProfileName } };
}

/** A RegisterConnector request, with a Lambda function of a name. */
export function connectorRequest(
  connectorLabel: string,
  lambda = 'appflow-connector',
): RegisterConnectorRequest & { connectorLabel: string } {
  return {
    connectorLabel,
    connectorProvisioningType: 'LAMBDA',
    connectorProvisioningConfig: {
      lambda: { lambdaArn: `arn:aws:lambda:eu-west-1:111122223333:function:${lambda}` },
    },
  };
}

/** A CreateConnectorProfile request for a registered connector. */
export function customProfileRequest(
  connectorProfileName: string,
  connectorLabel: string,
): CreateConnectorProfileRequest {
  return {
    connectorProfileName,
    connectorType: 'CustomConnector',
    connectorLabel,
    connectionMode: 'Public',
    connectorProfileConfig: { connectorProfileProperties: { CustomConnector: {} } },
  };
}
