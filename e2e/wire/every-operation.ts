import type { OperationName } from '@/contract/operations';
import { flowRequest, region } from '../fixtures';
import { connectorRequest, profileRequest } from './conformance/connector-requests';

const flowName = 'orders';
const connectorLabel = 'stripe';
const connectorProfileName = 'crm';

/** A request of each operation, with the values of JSON alone, in an order in which an account without anything can send them all. */
export function everyOperation(account: string): { operation: OperationName; input: object }[] {
  const resourceArn = `arn:aws:appflow:${region}:${account}:flow/${flowName}`;
  return [
    { operation: 'RegisterConnector', input: connectorRequest(connectorLabel) },
    { operation: 'ListConnectors', input: {} },
    { operation: 'DescribeConnectors', input: { maxResults: 100 } },
    { operation: 'DescribeConnector', input: { connectorType: 'CustomConnector', connectorLabel } },
    { operation: 'UpdateConnectorRegistration', input: { connectorLabel, description: 'Payouts' } },
    { operation: 'CreateConnectorProfile', input: profileRequest(connectorProfileName) },
    { operation: 'DescribeConnectorProfiles', input: {} },
    { operation: 'UpdateConnectorProfile', input: profileUpdate() },
    { operation: 'ListConnectorEntities', input: { connectorProfileName } },
    {
      operation: 'DescribeConnectorEntity',
      input: { connectorProfileName, connectorEntityName: 'Account' },
    },
    { operation: 'ResetConnectorMetadataCache', input: { connectorProfileName } },
    { operation: 'CreateFlow', input: flowRequest(flowName, 'Scheduled') },
    { operation: 'DescribeFlow', input: { flowName } },
    { operation: 'ListFlows', input: {} },
    { operation: 'UpdateFlow', input: flowRequest(flowName, 'Scheduled') },
    { operation: 'TagResource', input: { resourceArn, tags: { team: 'crm', 'a+b': 'sum' } } },
    { operation: 'UntagResource', input: { resourceArn, tagKeys: ['a+b'] } },
    { operation: 'ListTagsForResource', input: { resourceArn } },
    { operation: 'StartFlow', input: { flowName } },
    { operation: 'CancelFlowExecutions', input: { flowName } },
    { operation: 'DescribeFlowExecutionRecords', input: { flowName } },
    { operation: 'StopFlow', input: { flowName } },
    { operation: 'DeleteFlow', input: { flowName } },
    { operation: 'DeleteConnectorProfile', input: { connectorProfileName } },
    { operation: 'UnregisterConnector', input: { connectorLabel } },
  ];
}

function profileUpdate() {
  const { connectionMode, connectorProfileConfig } = profileRequest(connectorProfileName);
  return { connectorProfileName, connectionMode, connectorProfileConfig };
}
