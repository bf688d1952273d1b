import { describe, expect, test } from 'vitest';
import type { ExceptionName } from '@/contract/errors';
import { operations, type OperationName } from '@/contract/operations';
import type { Context } from '../context';
import { flowArn } from '../domain/arn';
import {
  connectorRequest,
  customProfileRequest,
  flowThrough,
  profileRequest,
} from '../testing/connector-requests';
import { flowRequest, openTestServices, world } from '../testing/open-test-services';
import { cancelFlowExecutions } from './cancel-flow-executions';
import { createConnectorProfile } from './create-connector-profile';
import { createFlow } from './create-flow';
import { deleteConnectorProfile } from './delete-connector-profile';
import { deleteFlow } from './delete-flow';
import { describeConnector } from './describe-connector';
import { describeConnectorEntity } from './describe-connector-entity';
import { describeConnectorProfiles } from './describe-connector-profiles';
import { describeConnectors } from './describe-connectors';
import { describeFlow } from './describe-flow';
import { describeFlowExecutionRecords } from './describe-flow-execution-records';
import { listConnectorEntities } from './list-connector-entities';
import { listConnectors } from './list-connectors';
import { listFlows } from './list-flows';
import { listTagsForResource } from './list-tags-for-resource';
import { registerConnector } from './register-connector';
import { resetConnectorMetadataCache } from './reset-connector-metadata-cache';
import { startFlow } from './start-flow';
import { stopFlow } from './stop-flow';
import { tagResource } from './tag-resource';
import { unregisterConnector } from './unregister-connector';
import { untagResource } from './untag-resource';
import { updateConnectorProfile } from './update-connector-profile';
import { updateConnectorRegistration } from './update-connector-registration';
import { updateFlow } from './update-flow';

const nothing = flowArn(world, 'nothing');
const notOfFlow = 'arn:aws:appflow:eu-west-1:111122223333:connectorprofile/crm';

type Meeting = (ctx: Context) => Promise<unknown>;

const refused = 'sluice-connector-authentication-error';
const broken = 'sluice-connector-server-error';

/** A request for a flow that reads this Salesforce object. */
function flowOf(flowName: string, object: string) {
  const sourceConnectorProperties = { Salesforce: { object } };
  return {
    ...flowRequest(flowName, 'Event'),
    sourceFlowConfig: { connectorType: 'Salesforce' as const, sourceConnectorProperties },
  };
}

/** A request for a profile with credentials that the application refuses. */
function refusedProfile(connectorProfileName: string) {
  const request = profileRequest(connectorProfileName);
  const connectorProfileCredentials = { Salesforce: { accessToken: refused } };
  return {
    ...request,
    connectorProfileConfig: { ...request.connectorProfileConfig, connectorProfileCredentials },
  };
}

/**
 * How a client meets each error that an operation declares, in a world with an active flow, a draft and one that runs on demand,
 * which reads through the profile `crm`, and with the connector `stripe`, of which there is the profile `payouts`.
 */
const met: Record<OperationName, Partial<Record<ExceptionName, Meeting>>> = {
  CancelFlowExecutions: {
    ResourceNotFoundException: (ctx) => cancelFlowExecutions({ flowName: 'nothing' }, ctx),
  },
  DescribeFlowExecutionRecords: {
    ResourceNotFoundException: (ctx) => describeFlowExecutionRecords({ flowName: 'nothing' }, ctx),
    ValidationException: (ctx) =>
      describeFlowExecutionRecords({ flowName: 'active', nextToken: 'nonsense' }, ctx),
  },
  CreateConnectorProfile: {
    ConflictException: (ctx) => createConnectorProfile(profileRequest('crm'), ctx),
    ConnectorAuthenticationException: (ctx) => createConnectorProfile(refusedProfile('new'), ctx),
    ServiceQuotaExceededException: (ctx) =>
      createConnectorProfile(profileRequest('new'), { ...ctx, quotas: { connectorProfiles: 2 } }),
    ValidationException: (ctx) => createConnectorProfile(customProfileRequest('new', 'nothing'), ctx),
  },
  CreateFlow: {
    ConnectorAuthenticationException: (ctx) => createFlow(flowOf('new', refused), ctx),
    ConnectorServerException: (ctx) => createFlow(flowOf('new', broken), ctx),
    ResourceNotFoundException: (ctx) => createFlow(flowThrough('new', 'nothing'), ctx),
    ConflictException: (ctx) => createFlow(flowRequest('active', 'Event'), ctx),
    ServiceQuotaExceededException: (ctx) =>
      createFlow(flowRequest('new', 'Event'), { ...ctx, quotas: { flows: 3 } }),
    ValidationException: (ctx) => createFlow({ ...flowRequest('new', 'Event'), tasks: [] }, ctx),
  },
  DeleteConnectorProfile: {
    ConflictException: (ctx) => deleteConnectorProfile({ connectorProfileName: 'crm' }, ctx),
    ResourceNotFoundException: (ctx) => deleteConnectorProfile({ connectorProfileName: 'nothing' }, ctx),
  },
  DeleteFlow: {
    ConflictException: (ctx) => deleteFlow({ flowName: 'active' }, ctx),
    ResourceNotFoundException: (ctx) => deleteFlow({ flowName: 'nothing' }, ctx),
  },
  DescribeConnector: {
    ResourceNotFoundException: (ctx) =>
      describeConnector({ connectorType: 'CustomConnector', connectorLabel: 'nothing' }, ctx),
    ValidationException: (ctx) => describeConnector({ connectorType: 'CustomConnector' }, ctx),
  },
  DescribeConnectorEntity: {
    ConnectorAuthenticationException: (ctx) =>
      describeConnectorEntity({ connectorProfileName: 'crm', connectorEntityName: refused }, ctx),
    ConnectorServerException: (ctx) =>
      describeConnectorEntity({ connectorProfileName: 'crm', connectorEntityName: broken }, ctx),
    ResourceNotFoundException: (ctx) =>
      describeConnectorEntity({ connectorProfileName: 'crm', connectorEntityName: 'nothing' }, ctx),
    ValidationException: (ctx) => describeConnectorEntity({ connectorEntityName: 'Account' }, ctx),
  },
  DescribeConnectorProfiles: {
    ValidationException: (ctx) => describeConnectorProfiles({ nextToken: 'nonsense' }, ctx),
  },
  DescribeConnectors: { ValidationException: (ctx) => describeConnectors({ nextToken: 'nonsense' }, ctx) },
  DescribeFlow: { ResourceNotFoundException: (ctx) => describeFlow({ flowName: 'nothing' }, ctx) },
  ListConnectorEntities: {
    ConnectorAuthenticationException: (ctx) =>
      listConnectorEntities({ connectorProfileName: 'crm', entitiesPath: refused }, ctx),
    ConnectorServerException: (ctx) =>
      listConnectorEntities({ connectorProfileName: 'crm', entitiesPath: broken }, ctx),
    ResourceNotFoundException: (ctx) => listConnectorEntities({ connectorProfileName: 'nothing' }, ctx),
    ValidationException: (ctx) =>
      listConnectorEntities({ connectorProfileName: 'crm', connectorType: 'Zendesk' }, ctx),
  },
  ListConnectors: { ValidationException: (ctx) => listConnectors({ nextToken: 'nonsense' }, ctx) },
  ListFlows: { ValidationException: (ctx) => listFlows({ nextToken: 'nonsense' }, ctx) },
  ListTagsForResource: {
    ResourceNotFoundException: (ctx) => listTagsForResource({ resourceArn: nothing }, ctx),
    ValidationException: (ctx) => listTagsForResource({ resourceArn: notOfFlow }, ctx),
  },
  RegisterConnector: {
    ConflictException: (ctx) => registerConnector(connectorRequest('stripe'), ctx),
    ConnectorAuthenticationException: (ctx) => registerConnector(connectorRequest('new', refused), ctx),
    ConnectorServerException: (ctx) => registerConnector(connectorRequest('new', broken), ctx),
    ResourceNotFoundException: (ctx) =>
      registerConnector(connectorRequest('new', 'sluice-resource-not-found-error'), ctx),
    ServiceQuotaExceededException: (ctx) =>
      registerConnector(connectorRequest('new'), { ...ctx, quotas: { connectors: 1 } }),
    ValidationException: (ctx) => registerConnector({ connectorLabel: 'new' }, ctx),
  },
  ResetConnectorMetadataCache: {
    ConflictException: (ctx) =>
      resetConnectorMetadataCache(
        { connectorProfileName: 'crm', connectorEntityName: 'sluice-conflict-error' },
        ctx,
      ),
    ResourceNotFoundException: (ctx) => resetConnectorMetadataCache({ connectorProfileName: 'nothing' }, ctx),
    ValidationException: (ctx) => resetConnectorMetadataCache({}, ctx),
  },
  StartFlow: {
    ConflictException: async (ctx) => {
      await startFlow({ flowName: 'active', clientToken: 'token-1' }, ctx);
      await startFlow({ flowName: 'draft', clientToken: 'token-1' }, ctx);
    },
    ResourceNotFoundException: (ctx) => startFlow({ flowName: 'nothing' }, ctx),
    ServiceQuotaExceededException: async (ctx) => {
      await startFlow({ flowName: 'on-demand' }, ctx);
      await startFlow({ flowName: 'on-demand' }, { ...ctx, quotas: { executions: 1 } });
    },
  },
  StopFlow: {
    ConflictException: (ctx) => stopFlow({ flowName: 'draft' }, ctx),
    ResourceNotFoundException: (ctx) => stopFlow({ flowName: 'nothing' }, ctx),
    UnsupportedOperationException: (ctx) => stopFlow({ flowName: 'on-demand' }, ctx),
  },
  TagResource: {
    ResourceNotFoundException: (ctx) => tagResource({ resourceArn: nothing, tags: {} }, ctx),
    ValidationException: (ctx) => tagResource({ resourceArn: notOfFlow, tags: {} }, ctx),
  },
  UntagResource: {
    ResourceNotFoundException: (ctx) => untagResource({ resourceArn: nothing, tagKeys: [] }, ctx),
    ValidationException: (ctx) => untagResource({ resourceArn: notOfFlow, tagKeys: [] }, ctx),
  },
  UnregisterConnector: {
    ConflictException: (ctx) => unregisterConnector({ connectorLabel: 'stripe' }, ctx),
    ResourceNotFoundException: (ctx) => unregisterConnector({ connectorLabel: 'nothing' }, ctx),
  },
  UpdateConnectorProfile: {
    ConflictException: async (ctx) => {
      await updateConnectorProfile({ ...profileRequest('crm'), clientToken: 'token-1' }, ctx);
      const otherMode = { ...profileRequest('crm'), connectionMode: 'Private' as const };
      await updateConnectorProfile({ ...otherMode, clientToken: 'token-1' }, ctx);
    },
    ConnectorAuthenticationException: (ctx) => updateConnectorProfile(refusedProfile('crm'), ctx),
    ResourceNotFoundException: (ctx) => updateConnectorProfile(profileRequest('nothing'), ctx),
    ValidationException: (ctx) => updateConnectorProfile(profileRequest('payouts'), ctx),
  },
  UpdateConnectorRegistration: {
    ConflictException: async (ctx) => {
      await updateConnectorRegistration({ ...connectorRequest('stripe'), clientToken: 'token-1' }, ctx);
      await updateConnectorRegistration(
        { ...connectorRequest('stripe', 'other'), clientToken: 'token-1' },
        ctx,
      );
    },
    ConnectorAuthenticationException: (ctx) =>
      updateConnectorRegistration(connectorRequest('stripe', refused), ctx),
    ConnectorServerException: (ctx) => updateConnectorRegistration(connectorRequest('stripe', broken), ctx),
    ServiceQuotaExceededException: (ctx) =>
      updateConnectorRegistration(connectorRequest('stripe', 'sluice-service-quota-error'), ctx),
    ResourceNotFoundException: (ctx) => updateConnectorRegistration(connectorRequest('nothing'), ctx),
    ValidationException: (ctx) =>
      updateConnectorRegistration({ connectorLabel: 'stripe', connectorProvisioningConfig: {} }, ctx),
  },
  UpdateFlow: {
    ConnectorAuthenticationException: (ctx) => updateFlow(flowOf('active', refused), ctx),
    ConnectorServerException: (ctx) => updateFlow(flowOf('active', broken), ctx),
    ConflictException: async (ctx) => {
      await updateFlow({ ...flowRequest('draft', 'Event'), clientToken: 'token-1' }, ctx);
      await updateFlow({ ...flowRequest('active', 'Event'), clientToken: 'token-1' }, ctx);
    },
    ResourceNotFoundException: (ctx) => updateFlow(flowRequest('nothing', 'Event'), ctx),
    ServiceQuotaExceededException: (ctx) =>
      updateFlow(flowRequest('active', 'Event'), { ...ctx, quotas: { flows: 2 } }),
    ValidationException: (ctx) => updateFlow(flowRequest('active', 'Scheduled'), ctx),
  },
};

/** Declared errors that no client can meet yet. */
const notYet: Partial<Record<ExceptionName, { why: string; operations: OperationName[] }>> = {
  AccessDeniedException: {
    why: 'open mode lets everybody in',
    operations: [
      'CancelFlowExecutions',
      'CreateFlow',
      'RegisterConnector',
      'UpdateConnectorRegistration',
      'UpdateFlow',
    ],
  },
  ThrottlingException: {
    why: 'it is the wire’s answer, where SLUICE_RATE_LIMIT is set',
    operations: ['CancelFlowExecutions', 'RegisterConnector', 'UpdateConnectorRegistration'],
  },
  ValidationException: {
    why: 'it is the contract’s, before the operation',
    operations: ['CancelFlowExecutions'],
  },
};

async function openWorld(): Promise<Context> {
  const ctx = (await openTestServices()).contextOf('Ana');
  await createFlow(flowRequest('active', 'Event'), ctx);
  await startFlow({ flowName: 'active' }, ctx);
  await createFlow(flowRequest('draft', 'Event'), ctx);
  await createConnectorProfile(profileRequest('crm'), ctx);
  await createFlow(flowThrough('on-demand', 'crm'), ctx);
  await registerConnector(connectorRequest('stripe'), ctx);
  await createConnectorProfile(customProfileRequest('payouts', 'stripe'), ctx);
  return ctx;
}

describe.each(Object.keys(operations) as OperationName[])('%s', (operation) => {
  test.each(Object.entries(met[operation]))('answers %s', async (name, meet) => {
    expect(operations[operation].errors).toContain(name);
    await expect(meet(await openWorld())).rejects.toMatchObject({ name });
  });

  test('every error that it declares is met above, cannot be met yet, or is the wire’s answer to the unforeseen', () => {
    const unmet = operations[operation].errors.filter(
      (name) => name !== 'InternalServerException' && met[operation][name] === undefined,
    );
    const listed = Object.entries(notYet).filter(([, entry]) => entry.operations.includes(operation));
    expect([...unmet].sort()).toEqual(listed.map(([name]) => name).sort());
  });
});
