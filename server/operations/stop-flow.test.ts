import { expect, test } from 'vitest';
import { flowRequest, openTestServices, world } from '../testing/open-test-services';
import { createFlow } from './create-flow';
import { deleteFlow } from './delete-flow';
import { describeFlow } from './describe-flow';
import { startFlow } from './start-flow';
import { stopFlow } from './stop-flow';

test('an active scheduled flow is suspended, and the event says who, why, before and after', async () => {
  const { contextOf, data, time } = await openTestServices();
  const ana = contextOf('Ana', { caller: { actor: 'Ana', via: 'console', reason: 'INC-1' } });
  await createFlow(flowRequest('orders', 'Scheduled'), ana);
  await startFlow({ flowName: 'orders' }, ana);

  expect(await stopFlow({ flowName: 'orders' }, ana)).toEqual({
    flowArn: 'arn:aws:appflow:eu-west-1:111122223333:flow/orders',
    flowStatus: 'Suspended',
  });

  const [event] = await data.events.ofFlow(world, 'orders', 1);
  expect(event).toMatchObject({
    at: time.now,
    operation: 'StopFlow',
    outcome: 'changed',
    beforeStatus: 'Active',
    afterStatus: 'Suspended',
    by: 'Ana',
    via: 'console',
    reason: 'INC-1',
    requestId: ana.requestId,
  });
});

test('an event-triggered flow is suspended too', async () => {
  const ctx = (await openTestServices()).contextOf('Ana');
  await createFlow(flowRequest('leads', 'Event'), ctx);
  await startFlow({ flowName: 'leads' }, ctx);
  expect(await stopFlow({ flowName: 'leads' }, ctx)).toMatchObject({ flowStatus: 'Suspended' });
});

test('stopping again changes nothing: who stopped it first, and why, stays', async () => {
  const { contextOf, data, time } = await openTestServices();
  const ana = contextOf('Ana', { caller: { actor: 'Ana', via: 'console', reason: 'INC-1' } });
  await createFlow(flowRequest('orders', 'Scheduled'), ana);
  await startFlow({ flowName: 'orders' }, ana);
  await stopFlow({ flowName: 'orders' }, ana);
  const stoppedAt = time.now;
  time.now += 60_000;

  expect(await stopFlow({ flowName: 'orders' }, contextOf('Bob'))).toMatchObject({ flowStatus: 'Suspended' });

  const { flow } = (await data.flows.find(world, 'orders')) ?? {};
  expect(flow).toMatchObject({ statusChangedBy: 'Ana', statusReason: 'INC-1', statusChangedAt: stoppedAt });
  expect(await data.events.ofFlow(world, 'orders', 1)).toMatchObject([{ outcome: 'unchanged', by: 'Bob' }]);
});

test('UnsupportedOperationException: a flow that runs on demand stays as it is, and the refusal is recorded', async () => {
  const { contextOf, data } = await openTestServices();
  const ctx = contextOf('Ana');
  await createFlow(flowRequest('export', 'OnDemand'), ctx);

  await expect(stopFlow({ flowName: 'export' }, ctx)).rejects.toMatchObject({
    name: 'UnsupportedOperationException',
    message: 'StopFlow is not supported for flow export because its trigger type is OnDemand.',
  });

  expect(await describeFlow({ flowName: 'export' }, ctx)).toMatchObject({ flowStatus: 'Active' });
  expect(await data.events.ofFlow(world, 'export', 1)).toMatchObject([
    {
      outcome: 'refused',
      errorName: 'UnsupportedOperationException',
      beforeStatus: 'Active',
      afterStatus: 'Active',
    },
  ]);
});

test('ConflictException: a draft was never started', async () => {
  const ctx = (await openTestServices()).contextOf('Ana');
  await createFlow(flowRequest('orders', 'Scheduled'), ctx);
  await expect(stopFlow({ flowName: 'orders' }, ctx)).rejects.toMatchObject({
    name: 'ConflictException',
    message:
      'Conflict executing request: Flow orders is in draft state, only an active flow can be deactivated.',
  });
});

test('ResourceNotFoundException: an unknown name, and the attempt is recorded', async () => {
  const { contextOf, data } = await openTestServices();
  await expect(stopFlow({ flowName: 'nothing' }, contextOf('Ana'))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    message: 'Flow with name nothing does not exist.',
  });
  expect(await data.events.ofFlow(world, 'nothing', 1)).toMatchObject([
    { outcome: 'refused', errorName: 'ResourceNotFoundException', by: 'Ana' },
  ]);
});

test('ResourceNotFoundException: a deleted flow, and a flow of another account or region', async () => {
  const { contextOf } = await openTestServices();
  const ctx = contextOf('Ana');
  await createFlow(flowRequest('orders', 'OnDemand'), ctx);
  const elsewhere = [
    { ...world, region: 'us-east-1' },
    { ...world, account: '444455556666' },
  ];
  for (const other of elsewhere) {
    await expect(stopFlow({ flowName: 'orders' }, contextOf('Ana', { world: other }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
  }
  await deleteFlow({ flowName: 'orders' }, ctx);
  await expect(stopFlow({ flowName: 'orders' }, ctx)).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  });
});
