import { expect, test, vi } from 'vitest';
import { createFlow } from '../operations/create-flow';
import { deleteFlow } from '../operations/delete-flow';
import { startFlow } from '../operations/start-flow';
import { flowRequest, openTestServices, world } from '../testing/open-test-services';
import { createRunner } from './runner';

/** How long a busy machine may take. */
const patiently = { timeout: 20_000 };

test('a run ends as planned once its time has come, also when that passed while nothing was running', async () => {
  const services = await openTestServices();
  const ctx = services.contextOf('Ana');
  await createFlow(flowRequest('export', 'OnDemand'), ctx);
  const { executionId } = await startFlow({ flowName: 'export' }, ctx);

  const early = createRunner(services);
  early.wake();
  await early.stop();
  expect(await services.data.executions.ofFlow(world, 'export', 1)).toMatchObject([
    { executionStatus: 'InProgress' },
  ]);

  services.time.now += 60_000;
  const runner = createRunner(services);
  runner.wake();
  await vi.waitFor(async () => {
    expect(await services.data.executions.inProgress(1)).toEqual([]);
  }, patiently);
  await runner.stop();

  const [execution] = await services.data.executions.ofFlow(world, 'export', 1);
  expect(execution).toMatchObject({ executionId, executionStatus: 'Successful', endedAt: services.time.now });
  expect(execution?.recordsProcessed).toBeGreaterThan(0);
  expect((await services.data.flows.find(world, 'export'))?.flow).toMatchObject({
    executionsInProgress: 0,
    lastExecution: { executionId, executionStatus: 'Successful' },
  });
  expect(await services.data.events.ofFlow(world, 'export', 1)).toMatchObject([
    { operation: 'EndExecution', via: 'runner', executionId, beforeStatus: 'Active', afterStatus: 'Active' },
  ]);
});

test('more runs than one look takes all end', async () => {
  const services = await openTestServices();
  const ctx = services.contextOf('Ana');
  await createFlow(flowRequest('export', 'OnDemand'), ctx);
  await Promise.all(Array.from({ length: 250 }, () => startFlow({ flowName: 'export' }, ctx)));
  services.time.now += 60_000;
  const runner = createRunner(services);
  runner.wake();
  await vi.waitFor(async () => {
    expect((await services.data.flows.find(world, 'export'))?.flow.executionsInProgress).toBe(0);
  }, patiently);
  await runner.stop();
});

test('the runs of a deleted flow are canceled, not ended', async () => {
  const services = await openTestServices();
  const ctx = services.contextOf('Ana');
  await createFlow(flowRequest('export', 'OnDemand'), ctx);
  await startFlow({ flowName: 'export' }, ctx);
  await deleteFlow({ flowName: 'export' }, ctx);
  services.time.now += 60_000;
  const runner = createRunner(services);
  runner.wake();
  await runner.stop();
  expect(await services.data.executions.ofFlow(world, 'export', 1)).toMatchObject([
    { executionStatus: 'Canceled' },
  ]);
});
