import { expect, test } from 'vitest';
import { assertOutput } from '@/contract/assert-output';
import { connectorRequest, customProfileRequest } from '../testing/connector-requests';
import { openTestServices } from '../testing/open-test-services';
import { createConnectorProfile } from './create-connector-profile';
import { describeConnector } from './describe-connector';
import { describeConnectorProfiles } from './describe-connector-profiles';
import { describeConnectors } from './describe-connectors';
import { listConnectorEntities } from './list-connector-entities';
import { listConnectors } from './list-connectors';
import { registerConnector } from './register-connector';
import { unregisterConnector } from './unregister-connector';
import { updateConnectorRegistration } from './update-connector-registration';

test('a connector is registered, described, listed, updated and unregistered', async () => {
  const { contextOf, time } = await openTestServices();
  const ctx = contextOf('Ana');
  const request = { ...connectorRequest('stripe'), description: 'Payouts and fees' };
  const connectorArn = 'arn:aws:appflow:eu-west-1:111122223333:connector/stripe';
  const registered = await registerConnector(request, ctx);
  assertOutput('RegisterConnector', registered);
  expect(registered).toEqual({ connectorArn });

  const input = { connectorType: 'CustomConnector', connectorLabel: 'stripe' } as const;
  const described = await describeConnector(input, ctx);
  assertOutput('DescribeConnector', described);
  expect(described.connectorConfiguration).toMatchObject({
    ...input,
    connectorArn,
    connectorDescription: 'Payouts and fees',
    connectorProvisioningType: 'LAMBDA',
    connectorProvisioningConfig: request.connectorProvisioningConfig,
    registeredAt: time.now / 1_000,
    registeredBy: 'arn:aws:iam::111122223333:user/Ana',
    supportedTriggerTypes: ['Scheduled', 'OnDemand'],
  });

  const listed = await listConnectors({}, ctx);
  assertOutput('ListConnectors', listed);
  expect(listed.connectors).toMatchObject([{ ...input, connectorModes: ['SOURCE', 'DESTINATION'] }]);

  const other = connectorRequest('stripe', 'other').connectorProvisioningConfig;
  const update = { connectorLabel: 'stripe', connectorProvisioningConfig: other };
  expect(await updateConnectorRegistration(update, ctx)).toEqual({ connectorArn });
  expect((await describeConnector(input, ctx)).connectorConfiguration).toMatchObject({
    connectorDescription: 'Payouts and fees',
    connectorProvisioningConfig: other,
  });

  expect(await unregisterConnector({ connectorLabel: 'stripe' }, ctx)).toEqual({});
  expect((await listConnectors({}, ctx)).connectors).toEqual([]);
  await expect(describeConnector(input, ctx)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
});

test('the same client token registers once', async () => {
  const ctx = (await openTestServices()).contextOf('Ana');
  const request = { ...connectorRequest('stripe'), clientToken: 'token-1' };
  const [one, other] = await Promise.all([registerConnector(request, ctx), registerConnector(request, ctx)]);
  expect(one).toEqual(other);
});

test('registered connectors come in pages, and in DescribeConnectors after those that AWS made', async () => {
  const ctx = (await openTestServices()).contextOf('Ana');
  const labels = ['aa', 'bb', 'cc'];
  for (const label of labels) {
    await registerConnector(connectorRequest(label), ctx);
  }
  const first = await listConnectors({ maxResults: 2 }, ctx);
  const second = await listConnectors({ maxResults: 2, nextToken: first.nextToken }, ctx);
  expect(second.nextToken).toBeUndefined();
  expect(
    [first, second].flatMap(({ connectors = [] }) => connectors.map((each) => each.connectorLabel)),
  ).toEqual(labels);

  for (const maxResults of [1, 5, 23, 25, 100]) {
    const seen: (string | undefined)[] = [];
    let nextToken: string | undefined;
    do {
      const page = await describeConnectors({ maxResults, nextToken }, ctx);
      seen.push(...(page.connectors ?? []).map((each) => each.connectorLabel ?? each.connectorType));
      nextToken = page.nextToken;
    } while (nextToken !== undefined);
    expect(seen).toHaveLength(26);
    expect(seen.slice(-3)).toEqual(labels);
    expect(new Set(seen).size).toBe(26);
  }
  const custom = await describeConnectors({ connectorTypes: ['CustomConnector'] }, ctx);
  assertOutput('DescribeConnectors', custom);
  expect(custom.connectors?.map(({ connectorLabel }) => connectorLabel)).toEqual(labels);
});

test('a connector that profiles use is unregistered by force only, and the profiles stay', async () => {
  const ctx = (await openTestServices()).contextOf('Ana');
  await registerConnector(connectorRequest('stripe'), ctx);
  await createConnectorProfile(customProfileRequest('payouts', 'stripe'), ctx);
  await expect(unregisterConnector({ connectorLabel: 'stripe' }, ctx)).rejects.toMatchObject({
    name: 'ConflictException',
    message:
      'Conflict executing request: Connector stripe is used by Connector Profile payouts, ' +
      'please set forceDelete to true or delete the profile.',
  });
  await unregisterConnector({ connectorLabel: 'stripe', forceDelete: true }, ctx);
  const { connectorProfileDetails } = await describeConnectorProfiles({ connectorLabel: 'stripe' }, ctx);
  expect(connectorProfileDetails).toMatchObject([
    { connectorProfileName: 'payouts', connectorLabel: 'stripe' },
  ]);
});

test('entities of a registered connector are listed through a profile', async () => {
  const ctx = (await openTestServices()).contextOf('Ana');
  await registerConnector(connectorRequest('stripe'), ctx);
  await createConnectorProfile(customProfileRequest('payouts', 'stripe'), ctx);
  const { connectorEntityMap } = await listConnectorEntities({ connectorProfileName: 'payouts' }, ctx);
  expect(connectorEntityMap.Objects?.map(({ name }) => name)).toEqual(['account', 'contact', 'order']);
});
