import {
  CreateConnectorProfileCommand,
  CreateFlowCommand,
  DeleteConnectorProfileCommand,
  DescribeConnectorCommand,
  DescribeConnectorEntityCommand,
  DescribeConnectorProfilesCommand,
  ListConnectorEntitiesCommand,
  ListConnectorsCommand,
  paginateDescribeConnectors,
  RegisterConnectorCommand,
  ResetConnectorMetadataCacheCommand,
  UnregisterConnectorCommand,
  UpdateConnectorProfileCommand,
  UpdateConnectorRegistrationCommand,
} from '@aws-sdk/client-appflow';
import { expect, flowRequest, region, test } from '../fixtures';

const connectorProfileName = 'crm';
const profile = {
  connectorProfileName,
  connectorType: 'Salesforce',
  connectionMode: 'Public',
  connectorProfileConfig: {
    connectorProfileProperties: { Salesforce: { instanceUrl: 'https://acme.my.salesforce.example' } },
    connectorProfileCredentials: { Salesforce: { accessToken: 'hush' } },
  },
} as const;

test('the paginator sees every connector once', async ({ appflow }) => {
  const types: string[] = [];
  for await (const page of paginateDescribeConnectors({ client: appflow, pageSize: 7 }, {})) {
    types.push(...Object.keys(page.connectorConfigurations ?? {}));
  }
  expect(types).toHaveLength(23);
  expect(new Set(types).size).toBe(23);
  const { connectorConfiguration } = await appflow.send(
    new DescribeConnectorCommand({ connectorType: 'Salesforce' }),
  );
  expect(connectorConfiguration?.supportedTriggerTypes).toEqual(['Scheduled', 'OnDemand', 'Event']);
});

test('the life of a connector profile, and of a flow through it', async ({ appflow, account }) => {
  await appflow.send(new CreateConnectorProfileCommand(profile));
  await expect(appflow.send(new CreateConnectorProfileCommand(profile))).rejects.toMatchObject({
    name: 'ConflictException',
    $metadata: { httpStatusCode: 409 },
  });
  const { connectorProfileDetails } = await appflow.send(new DescribeConnectorProfilesCommand({}));
  expect(connectorProfileDetails).toMatchObject([
    {
      connectorProfileArn: `arn:aws:appflow:${region}:${account}:connectorprofile/crm`,
      createdAt: expect.any(Date),
    },
  ]);
  expect(JSON.stringify(connectorProfileDetails)).not.toContain('hush');

  const entities = await appflow.send(new ListConnectorEntitiesCommand({ connectorProfileName }));
  expect(entities.connectorEntityMap?.Objects?.map(({ name }) => name)).toContain('Account');
  const entity = { connectorProfileName, connectorEntityName: 'Account' };
  const { connectorEntityFields } = await appflow.send(new DescribeConnectorEntityCommand(entity));
  expect(connectorEntityFields?.map(({ identifier }) => identifier)).toContain('AnnualRevenue');
  await appflow.send(new ResetConnectorMetadataCacheCommand({ connectorProfileName }));

  const sourceFlowConfig = {
    connectorType: 'Salesforce',
    connectorProfileName,
    sourceConnectorProperties: { Salesforce: { object: 'Account' } },
  } as const;
  await appflow.send(new CreateFlowCommand({ ...flowRequest('export', 'OnDemand'), sourceFlowConfig }));
  await appflow.send(new UpdateConnectorProfileCommand(profile));
  await expect(
    appflow.send(new DeleteConnectorProfileCommand({ connectorProfileName })),
  ).rejects.toMatchObject({ name: 'ConflictException' });
  await appflow.send(new DeleteConnectorProfileCommand({ connectorProfileName, forceDelete: true }));
  await expect(appflow.send(new UpdateConnectorProfileCommand(profile))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    message: 'Connector Profile with name crm does not exist.',
  });
});

test('ConnectorAuthenticationException for credentials that ask for it', async ({ appflow }) => {
  const { connectorProfileProperties } = profile.connectorProfileConfig;
  const connectorProfileCredentials = {
    Salesforce: { accessToken: 'sluice-connector-authentication-error' },
  };
  const connectorProfileConfig = { connectorProfileProperties, connectorProfileCredentials };
  await expect(
    appflow.send(new CreateConnectorProfileCommand({ ...profile, connectorProfileConfig })),
  ).rejects.toMatchObject({
    name: 'ConnectorAuthenticationException',
    $metadata: { httpStatusCode: 401 },
  });
});

test('the life of a registered connector', async ({ appflow, account }) => {
  const connectorLabel = 'stripe';
  const lambdaArn = `arn:aws:lambda:${region}:${account}:function:stripe`;
  const { connectorArn } = await appflow.send(
    new RegisterConnectorCommand({
      connectorLabel,
      connectorProvisioningType: 'LAMBDA',
      connectorProvisioningConfig: { lambda: { lambdaArn } },
    }),
  );
  expect(connectorArn).toBe(`arn:aws:appflow:${region}:${account}:connector/stripe`);
  await appflow.send(new UpdateConnectorRegistrationCommand({ connectorLabel, description: 'Payouts' }));
  const { connectors } = await appflow.send(new ListConnectorsCommand({}));
  expect(connectors).toMatchObject([{ connectorLabel, registeredAt: expect.any(Date) }]);
  await appflow.send(new UnregisterConnectorCommand({ connectorLabel }));
  expect((await appflow.send(new ListConnectorsCommand({}))).connectors).toEqual([]);
});
