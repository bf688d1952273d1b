import { expect, test } from 'vitest';
import type { Moment } from '../data/replay';
import { flowRequest, openTestServices, world } from '../testing/open-test-services';
import { createFlow } from './create-flow';
import { startFlow } from './start-flow';
import { stopFlow } from './stop-flow';

test('a scheduled flow becomes Active, without an executionId; starting it again is unchanged', async () => {
  const { contextOf, data } = await openTestServices();
  const ctx = contextOf('Ana');
  await createFlow(flowRequest('orders', 'Scheduled'), ctx);

  const answer = {
    flowArn: 'arn:aws:appflow:eu-west-1:111122223333:flow/orders',
    flowStatus: 'Active',
    executionId: undefined,
  };
  expect(await startFlow({ flowName: 'orders' }, ctx)).toEqual(answer);
  expect(await startFlow({ flowName: 'orders' }, ctx)).toEqual(answer);
  expect(await data.events.ofFlow(world, 'orders', 2)).toMatchObject([
    { outcome: 'unchanged', beforeStatus: 'Active', afterStatus: 'Active' },
    { outcome: 'changed', beforeStatus: 'Draft', afterStatus: 'Active' },
  ]);
});

test('an on-demand flow runs, also while another run is under way', async () => {
  const { contextOf, data } = await openTestServices();
  const ctx = contextOf('Ana');
  await createFlow(flowRequest('export', 'OnDemand'), ctx);

  const first = await startFlow({ flowName: 'export' }, ctx);
  const second = await startFlow({ flowName: 'export' }, ctx);

  expect(first.executionId).toBeDefined();
  expect(second.executionId).not.toBe(first.executionId);
  expect(await data.executions.ofFlow(world, 'export', 10)).toHaveLength(2);
  expect((await data.flows.find(world, 'export'))?.flow).toMatchObject({
    flowStatus: 'Active',
    executionsInProgress: 2,
    lastExecution: { executionId: second.executionId, executionStatus: 'InProgress' },
  });
});

test('the same client token runs an on-demand flow once, also when both requests arrive together', async () => {
  const { contextOf, data } = await openTestServices();
  const ctx = contextOf('Ana');
  await createFlow(flowRequest('export', 'OnDemand'), ctx);

  const request = { flowName: 'export', clientToken: 'token-1' };
  const [one, other] = await Promise.all([startFlow(request, ctx), startFlow(request, ctx)]);
  const later = await startFlow(request, ctx);

  expect(other).toEqual(one);
  expect(later).toEqual(one);
  expect(await data.executions.ofFlow(world, 'export', 10)).toHaveLength(1);
});

test('a client token is forgotten after eight hours', async () => {
  const { contextOf, time } = await openTestServices();
  const ctx = contextOf('Ana');
  await createFlow(flowRequest('export', 'OnDemand'), ctx);
  const request = { flowName: 'export', clientToken: 'token-1' };
  const first = await startFlow(request, ctx);
  time.now += 8 * 3_600_000 - 1;
  expect(await startFlow(request, ctx)).toEqual(first);
  time.now += 1;
  expect((await startFlow(request, ctx)).executionId).not.toBe(first.executionId);
});

test('the same client token for another flow: another run on demand, ConflictException for a scheduled one', async () => {
  const ctx = (await openTestServices()).contextOf('Ana');
  await createFlow(flowRequest('export', 'OnDemand'), ctx);
  await createFlow(flowRequest('import', 'OnDemand'), ctx);
  await createFlow(flowRequest('orders', 'Scheduled'), ctx);

  const first = await startFlow({ flowName: 'export', clientToken: 'token-1' }, ctx);
  const other = await startFlow({ flowName: 'import', clientToken: 'token-1' }, ctx);

  expect(other.executionId).not.toBe(first.executionId);
  expect(await startFlow({ flowName: 'export', clientToken: 'token-1' }, ctx)).toEqual(first);
  await expect(startFlow({ flowName: 'orders', clientToken: 'token-1' }, ctx)).rejects.toMatchObject({
    name: 'ConflictException',
  });
});

test('a repeated token answers as at first, even when the flow was stopped since', async () => {
  const { contextOf, data } = await openTestServices();
  const ctx = contextOf('Ana');
  await createFlow(flowRequest('orders', 'Scheduled'), ctx);
  const request = { flowName: 'orders', clientToken: 'token-1' };
  await startFlow(request, ctx);
  await stopFlow({ flowName: 'orders' }, ctx);

  expect(await startFlow(request, ctx)).toMatchObject({ flowStatus: 'Active' });
  expect((await data.flows.find(world, 'orders'))?.flow.flowStatus).toBe('Suspended');
});

test('ResourceNotFoundException: an unknown name', async () => {
  const ctx = (await openTestServices()).contextOf('Ana');
  await expect(startFlow({ flowName: 'nothing' }, ctx)).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    message: 'Flow with name nothing does not exist.',
  });
});

test('ConflictException: a deprecated flow', async () => {
  const { flowName, triggerConfig, sourceFlowConfig, tasks } = flowRequest('legacy', 'Scheduled');
  const caller = { actor: 'AppFlow', via: 'service' };
  const history: Moment[] = [
    {
      at: 1,
      world,
      flowName,
      caller,
      command: {
        operation: 'CreateFlow',
        id: 'legacy-id',
        tags: {},
        definition: {
          triggerConfig,
          sourceFlowConfig,
          tasks,
          destinationFlowConfigList: [
            { connectorType: 'S3', destinationConnectorProperties: { S3: { bucketName: 'lake' } } },
          ],
        },
      },
    },
    {
      at: 2,
      world,
      flowName,
      caller,
      command: {
        operation: 'ChangeStatus',
        flowStatus: 'Deprecated',
        flowStatusMessage: 'The connector is gone.',
      },
    },
  ];
  const ctx = (await openTestServices({ history })).contextOf('Ana');
  await expect(startFlow({ flowName }, ctx)).rejects.toMatchObject({ name: 'ConflictException' });
  await expect(stopFlow({ flowName }, ctx)).rejects.toMatchObject({ name: 'ConflictException' });
});
