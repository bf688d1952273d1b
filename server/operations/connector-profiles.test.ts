import { readFileSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { assertOutput } from '@/contract/assert-output';
import { customProfileRequest, flowThrough, profileRequest } from '../testing/connector-requests';
import { openTestServices, world } from '../testing/open-test-services';
import { createConnectorProfile } from './create-connector-profile';
import { createFlow } from './create-flow';
import { deleteConnectorProfile } from './delete-connector-profile';
import { deleteFlow } from './delete-flow';
import { describeConnectorProfiles } from './describe-connector-profiles';
import { describeFlow } from './describe-flow';
import { updateConnectorProfile } from './update-connector-profile';
import { updateFlow } from './update-flow';

const missing = {
  name: 'ResourceNotFoundException',
  message: 'Connector Profile with name crm does not exist.',
};

test('a profile is made, described, updated and deleted', async () => {
  const { contextOf, time } = await openTestServices();
  const ctx = contextOf('Ana');
  const arn = 'arn:aws:appflow:eu-west-1:111122223333:connectorprofile/crm';
  const created = await createConnectorProfile(profileRequest('crm'), ctx);
  expect(created).toEqual({ connectorProfileArn: arn });
  assertOutput('CreateConnectorProfile', created);

  const described = await describeConnectorProfiles({}, ctx);
  assertOutput('DescribeConnectorProfiles', described);
  expect(described.connectorProfileDetails).toEqual([
    {
      connectorProfileArn: arn,
      connectorProfileName: 'crm',
      connectorType: 'Salesforce',
      connectionMode: 'Public',
      credentialsArn: expect.stringMatching(
        /^arn:aws:secretsmanager:eu-west-1:111122223333:secret:appflow!111122223333-crm-\w{6}$/,
      ),
      connectorProfileProperties: { Salesforce: { instanceUrl: 'https://acme.my.salesforce.example' } },
      createdAt: time.now / 1_000,
      lastUpdatedAt: time.now / 1_000,
    },
  ]);

  time.now += 60_000;
  const connectorProfileConfig = {
    connectorProfileProperties: { Salesforce: { isSandboxEnvironment: true } },
  };
  const update = { connectorProfileName: 'crm', connectionMode: 'Private' as const, connectorProfileConfig };
  expect(await updateConnectorProfile(update, ctx)).toEqual({ connectorProfileArn: arn });
  const updated = await describeConnectorProfiles({ connectorProfileNames: ['crm'] }, ctx);
  assertOutput('DescribeConnectorProfiles', updated);
  expect(updated.connectorProfileDetails).toMatchObject([
    {
      connectionMode: 'Private',
      connectorProfileProperties: { Salesforce: { isSandboxEnvironment: true } },
      privateConnectionProvisioningState: { status: 'CREATED' },
      createdAt: (time.now - 60_000) / 1_000,
      lastUpdatedAt: time.now / 1_000,
    },
  ]);

  expect(await deleteConnectorProfile({ connectorProfileName: 'crm' }, ctx)).toEqual({});
  expect((await describeConnectorProfiles({}, ctx)).connectorProfileDetails).toEqual([]);
  await expect(deleteConnectorProfile({ connectorProfileName: 'crm' }, ctx)).rejects.toMatchObject(missing);
  await createConnectorProfile(profileRequest('crm'), ctx);
});

test('credentials are in no file of the database', async () => {
  const { contextOf, databaseFile } = await openTestServices();
  const ctx = contextOf('Ana');
  const request = { ...profileRequest('crm'), clientToken: 'token-1' };
  await createConnectorProfile(request, ctx);
  await updateConnectorProfile({ ...request, clientToken: 'token-2' }, ctx);
  for (const file of [databaseFile, `${databaseFile}-wal`]) {
    const bytes = readFileSync(file, 'latin1');
    expect(bytes.includes('hush-')).toBe(false);
  }
  expect(readFileSync(`${databaseFile}-wal`, 'latin1')).toContain('acme.my.salesforce.example');
});

test('profiles are found by name, type and label, with paging, in their own world only', async () => {
  const { contextOf } = await openTestServices();
  const ctx = contextOf('Ana');
  const names = ['a', 'b', 'c', 'd', 'e'];
  for (const name of names) {
    await createConnectorProfile(profileRequest(name), ctx);
  }
  const zendesk = { Zendesk: { instanceUrl: 'https://acme.zendesk.example' } };
  await createConnectorProfile(
    {
      ...profileRequest('tickets'),
      connectorType: 'Zendesk',
      connectorProfileConfig: { connectorProfileProperties: zendesk },
    },
    ctx,
  );
  const found = async (input: Parameters<typeof describeConnectorProfiles>[0]) =>
    (await describeConnectorProfiles(input, ctx)).connectorProfileDetails?.map(
      ({ connectorProfileName }) => connectorProfileName,
    );
  expect(await found({ connectorProfileNames: ['c', 'a', 'nothing'] })).toEqual(['a', 'c']);
  expect(await found({ connectorProfileNames: [] })).toHaveLength(6);
  expect(await found({ connectorType: 'Zendesk' })).toEqual(['tickets']);
  expect(await found({ connectorLabel: 'stripe' })).toEqual([]);

  const seen: (string | undefined)[] = [];
  let nextToken: string | undefined;
  do {
    const page = await describeConnectorProfiles(
      { connectorType: 'Salesforce', maxResults: 2, nextToken },
      ctx,
    );
    seen.push(
      ...(page.connectorProfileDetails ?? []).map(({ connectorProfileName }) => connectorProfileName),
    );
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  expect(seen).toEqual(names);

  const elsewhere = contextOf('Ana', { world: { ...world, region: 'us-east-1' } });
  expect((await describeConnectorProfiles({}, elsewhere)).connectorProfileDetails).toEqual([]);
});

test('the same client token answers again, whatever the credentials; with other parameters it is a ConflictException', async () => {
  const ctx = (await openTestServices()).contextOf('Ana');
  const request = { ...profileRequest('crm'), clientToken: 'token-1' };
  const first = await createConnectorProfile(request, ctx);
  const { connectorProfileProperties } = request.connectorProfileConfig;
  const otherSecret = {
    connectorProfileProperties,
    connectorProfileCredentials: { Salesforce: { accessToken: 'another' } },
  };
  expect(await createConnectorProfile({ ...request, connectorProfileConfig: otherSecret }, ctx)).toEqual(
    first,
  );
  await expect(createConnectorProfile({ ...request, connectionMode: 'Private' }, ctx)).rejects.toMatchObject({
    name: 'ConflictException',
  });
});

test('ValidationException for what does not fit the connector type, all of it at once', async () => {
  const ctx = (await openTestServices()).contextOf('Ana');
  const connectorProfileConfig = {
    connectorProfileProperties: { Slack: { instanceUrl: 'https://acme.slack.example' } },
    connectorProfileCredentials: { Singular: { apiKey: 'k' } },
  };
  const request = { ...profileRequest('crm'), connectorType: 'Zendesk' as const, connectorProfileConfig };
  await expect(createConnectorProfile({ ...request, connectionMode: 'Private' }, ctx)).rejects.toMatchObject({
    name: 'ValidationException',
    message:
      'Create Connector Profile request failed: [' +
      'connectorProfileConfig.connectorProfileProperties.Zendesk is required for the connector type Zendesk, ' +
      'connectorProfileConfig.connectorProfileProperties has Slack, but the connector type is Zendesk, ' +
      'connectorProfileConfig.connectorProfileCredentials has Singular, but the connector type is Zendesk, ' +
      'connectionMode: connector Zendesk has no private connections]',
  });
  await expect(
    createConnectorProfile({ ...profileRequest('lake'), connectorType: 'S3' }, ctx),
  ).rejects.toMatchObject({
    message: expect.stringContaining('connector S3 needs no connector profile'),
  });
  await expect(
    createConnectorProfile({ ...customProfileRequest('payouts', 'x'), connectorLabel: undefined }, ctx),
  ).rejects.toMatchObject({ message: expect.stringContaining('connectorLabel is required') });
});

test('a flow may name a profile that exists and is of its connector type', async () => {
  const ctx = (await openTestServices()).contextOf('Ana');
  await expect(createFlow(flowThrough('export', 'crm'), ctx)).rejects.toMatchObject(missing);
  await createConnectorProfile(profileRequest('crm'), ctx);
  await createFlow(flowThrough('export', 'crm'), ctx);
  await expect(updateFlow(flowThrough('export', 'crm-2'), ctx)).rejects.toMatchObject({
    message: 'Connector Profile with name crm-2 does not exist.',
  });
  const request = flowThrough('tickets', 'crm');
  const zendesk = {
    connectorType: 'Zendesk' as const,
    connectorProfileName: 'crm',
    sourceConnectorProperties: { Zendesk: { object: 'tickets' } },
  };
  await expect(createFlow({ ...request, sourceFlowConfig: zendesk }, ctx)).rejects.toMatchObject({
    name: 'ValidationException',
    message:
      'Create Flow request failed: [Connector Profile crm is of the connector type Salesforce, not Zendesk]',
  });
});

test('a profile that flows use, as source or destination, is deleted by force only, and the flows keep its name', async () => {
  const ctx = (await openTestServices()).contextOf('Ana');
  await createConnectorProfile(profileRequest('crm'), ctx);
  await createFlow(flowThrough('export', 'crm'), ctx);
  const connectorProfileName = 'crm';
  await expect(deleteConnectorProfile({ connectorProfileName }, ctx)).rejects.toMatchObject({
    name: 'ConflictException',
    message:
      'Conflict executing request: Connector Profile crm is used by flow export, ' +
      'please set forceDelete to true or delete the flow.',
  });
  await deleteFlow({ flowName: 'export' }, ctx);
  const request = flowThrough('import', 'crm');
  await createFlow(
    {
      ...request,
      sourceFlowConfig: {
        connectorType: 'S3',
        sourceConnectorProperties: { S3: { bucketName: 'lake', bucketPrefix: 'in' } },
      },
      destinationFlowConfigList: [
        {
          connectorType: 'Salesforce',
          connectorProfileName,
          destinationConnectorProperties: { Salesforce: { object: 'Account' } },
        },
      ],
    },
    ctx,
  );
  await expect(deleteConnectorProfile({ connectorProfileName }, ctx)).rejects.toMatchObject({
    message: expect.stringContaining('is used by flow import'),
  });
  await deleteConnectorProfile({ connectorProfileName, forceDelete: true }, ctx);
  expect((await describeFlow({ flowName: 'import' }, ctx)).destinationFlowConfigList).toMatchObject([
    { connectorProfileName },
  ]);
});

test('a profile that is not used any more by what was sent together with its deletion goes; one that is stays', async () => {
  const ctx = (await openTestServices()).contextOf('Ana');
  await createConnectorProfile(profileRequest('crm'), ctx);
  const [made, kept] = await Promise.allSettled([
    createFlow(flowThrough('export', 'crm'), ctx),
    deleteConnectorProfile({ connectorProfileName: 'crm' }, ctx),
  ]);
  expect([made.status, kept.status]).toEqual(['fulfilled', 'rejected']);
  const [unused, gone, refused] = await Promise.allSettled([
    deleteFlow({ flowName: 'export' }, ctx),
    deleteConnectorProfile({ connectorProfileName: 'crm' }, ctx),
    createFlow(flowThrough('export', 'crm'), ctx),
  ]);
  expect([unused.status, gone.status, refused.status]).toEqual(['fulfilled', 'fulfilled', 'rejected']);
});

test('UpdateFlow: the destination object stays as it is', async () => {
  const ctx = (await openTestServices()).contextOf('Ana');
  const to = (object: string, connectorType: 'Redshift' | 'Snowflake' = 'Redshift') => ({
    ...flowThrough('export', 'crm'),
    destinationFlowConfigList: [
      {
        connectorType,
        destinationConnectorProperties: { [connectorType]: { object, intermediateBucketName: 'staging' } },
      },
    ],
  });
  await createConnectorProfile(profileRequest('crm'), ctx);
  await createFlow(to('crm.accounts'), ctx);
  await updateFlow({ ...to('crm.accounts'), description: 'Another' }, ctx);
  for (const request of [to('crm.contacts'), to('crm.accounts', 'Snowflake')]) {
    await expect(updateFlow(request, ctx)).rejects.toMatchObject({
      name: 'ValidationException',
      message:
        'Update Flow request failed due to:[Destination object for the destination connector can not be updated]',
    });
  }
});

test('what is done with profiles, and what is refused, are events', async () => {
  const { contextOf, databaseFile } = await openTestServices();
  const ctx = contextOf('Ana');
  await createConnectorProfile(profileRequest('crm'), ctx);
  await expect(createConnectorProfile(profileRequest('crm'), ctx)).rejects.toBeDefined();
  await deleteConnectorProfile({ connectorProfileName: 'crm' }, ctx);
  const database = new Sqlite(databaseFile, { readonly: true });
  const events = database
    .prepare('SELECT operation, outcome, errorName, actor, connectorProfileName FROM "Event" ORDER BY id')
    .all();
  database.close();
  const event = { actor: 'Ana', connectorProfileName: 'crm', errorName: null };
  expect(events).toEqual([
    { ...event, operation: 'CreateConnectorProfile', outcome: 'changed' },
    { ...event, operation: 'CreateConnectorProfile', outcome: 'refused', errorName: 'ConflictException' },
    { ...event, operation: 'DeleteConnectorProfile', outcome: 'changed' },
  ]);
});
