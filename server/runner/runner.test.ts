import SQLite from 'better-sqlite3';
import { expect, test, vi } from 'vitest';
import type { Context } from '../context';
import { createFlow } from '../operations/create-flow';
import { deleteFlow } from '../operations/delete-flow';
import { startFlow } from '../operations/start-flow';
import { stopFlow } from '../operations/stop-flow';
import { asked } from '../operations/submission';
import { updateFlow } from '../operations/update-flow';
import { flowRequest, openTestServices, type TestServices, world } from '../testing/open-test-services';
import { runOnce } from '../testing/run-once';
import { createRunner } from './runner';

/** How long a busy machine may take. */
const patiently = { timeout: 20_000 };

/** The rows of the event log, newest first. */
function newestEvents({ databaseFile }: TestServices, operation: string): unknown[] {
  const database = new SQLite(databaseFile, { readonly: true });
  try {
    return database.prepare('SELECT * FROM "Event" WHERE operation = ? ORDER BY id DESC').all(operation);
  } finally {
    database.close();
  }
}

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
    expect(await services.data.executions.underWay(1)).toEqual([]);
  }, patiently);
  await runner.stop();

  const [execution] = await services.data.executions.ofFlow(world, 'export', 1);
  expect(execution).toMatchObject({ executionId, executionStatus: 'Successful', endedAt: services.time.now });
  expect(execution?.recordsProcessed).toBeGreaterThan(0);
  expect((await services.data.flows.find(world, 'export'))?.flow).toMatchObject({
    executionsInProgress: 0,
    lastExecution: { executionId, executionStatus: 'Successful' },
  });
  expect(newestEvents(services, 'EndExecution')[0]).toMatchObject({
    operation: 'EndExecution',
    via: 'runner',
    executionId,
    beforeStatus: 'Active',
    afterStatus: 'Active',
  });
  expect(await services.data.events.ofFlow(world, 'export', 1)).toMatchObject([{ operation: 'StartFlow' }]);
});

test('it looks when the earliest of what it was told is due, whatever is due later', async () => {
  const services = await openTestServices();
  const ctx = services.contextOf('Ana');
  const runner = createRunner(services);
  runner.wake();
  await createFlow(flowRequest('export', 'OnDemand'), ctx);
  await startFlow({ flowName: 'export' }, ctx);
  const [execution] = await services.data.executions.underWay(1);
  const endsAt = execution?.endsAt ?? expect.fail('a run is under way');
  services.time.now = endsAt + 1;
  runner.wakeAt(endsAt);
  runner.wakeAt(endsAt + 86_400_000);
  await vi.waitFor(async () => {
    expect(await services.data.executions.underWay(1)).toEqual([]);
  }, patiently);
  await runner.stop();
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

const MINUTE_MS = 60_000;

test('a scheduled flow runs at each due time, and reads on from where the run before it ended', async () => {
  const services = await openTestServices();
  const ctx = services.contextOf('Ana');
  await createFlow(flowRequest('orders', 'Scheduled'), ctx);
  const startedAt = services.time.now;
  await startFlow({ flowName: 'orders' }, ctx);

  for (const minutes of [4, 5, 6, 10, 11]) {
    services.time.now = startedAt + minutes * MINUTE_MS;
    await runOnce(services);
  }

  const { flow } = (await services.data.flows.find(world, 'orders')) ?? expect.fail('it is there');
  expect(flow).toMatchObject({ executionsStarted: 2, nextRunAt: startedAt + 15 * MINUTE_MS });
  expect(await services.data.executions.list(flow.id, undefined, 5)).toMatchObject([
    {
      executionStatus: 'Successful',
      startedAt: startedAt + 10 * MINUTE_MS,
      lastUpdatedAt: startedAt + 11 * MINUTE_MS,
      dataPullStartAt: startedAt + 5 * MINUTE_MS,
      dataPullEndAt: startedAt + 10 * MINUTE_MS,
    },
    { startedAt: startedAt + 5 * MINUTE_MS, dataPullStartAt: undefined },
  ]);
});

test('after a long stop one run makes up for all that were missed, and says how late it is', async () => {
  const services = await openTestServices();
  const ctx = services.contextOf('Ana');
  await createFlow(flowRequest('orders', 'Scheduled'), ctx);
  await startFlow({ flowName: 'orders' }, ctx);
  services.time.now += 3 * 24 * 60 * MINUTE_MS + MINUTE_MS;
  await runOnce(services);
  const { flow } = (await services.data.flows.find(world, 'orders')) ?? expect.fail('it is there');
  expect(flow).toMatchObject({ executionsStarted: 1, nextRunAt: services.time.now + 4 * MINUTE_MS });
  const events = newestEvents(services, 'StartExecution');
  expect(events).toMatchObject([{ reason: '2 d late, as Sluice was not running when it was due' }]);
});

test('due times that pass while a flow is stopped are not made up', async () => {
  const services = await openTestServices();
  const ctx = services.contextOf('Ana');
  await createFlow(flowRequest('orders', 'Scheduled'), ctx);
  await startFlow({ flowName: 'orders' }, ctx);
  await stopFlow({ flowName: 'orders' }, ctx);
  services.time.now += 60 * MINUTE_MS;
  await runOnce(services);
  await startFlow({ flowName: 'orders' }, ctx);
  await runOnce(services);
  expect((await services.data.flows.find(world, 'orders'))?.flow).toMatchObject({
    executionsStarted: 0,
    nextRunAt: services.time.now + 5 * MINUTE_MS,
  });
});

test('a flow that is stopped until a time starts again then, late when the process was down, and says so', async () => {
  const services = await openTestServices();
  const ctx = services.contextOf('Ana');
  await createFlow(flowRequest('orders', 'Scheduled'), ctx);
  await startFlow({ flowName: 'orders' }, ctx);
  const until = services.time.now + 60 * MINUTE_MS;
  await stopFlow({ flowName: 'orders' }, { ...ctx, startsAgainAt: until });
  services.time.now = until - 1;
  await runOnce(services);
  expect((await services.data.flows.find(world, 'orders'))?.flow).toMatchObject({
    flowStatus: 'Suspended',
    startsAgainAt: until,
  });
  services.time.now = until + 90 * MINUTE_MS;
  await runOnce(services);
  expect((await services.data.flows.find(world, 'orders'))?.flow).toMatchObject({
    flowStatus: 'Active',
    startsAgainAt: undefined,
    statusChangedBy: 'Sluice',
    statusReason: '1 h late, as Sluice was not running when it was due',
    nextRunAt: services.time.now + 5 * MINUTE_MS,
  });
});

test.each([
  ['a start', (ctx) => startFlow({ flowName: 'orders' }, ctx)],
  ['another stop', (ctx) => stopFlow({ flowName: 'orders' }, ctx)],
  ['an update', (ctx) => updateFlow(flowRequest('orders', 'Scheduled'), ctx)],
  ['a deletion', (ctx) => deleteFlow({ flowName: 'orders' }, ctx)],
] as [string, (ctx: Context) => Promise<unknown>][])('%s before then cancels that', async (_what, act) => {
  const services = await openTestServices();
  const ctx = services.contextOf('Ana');
  await createFlow(flowRequest('orders', 'Scheduled'), ctx);
  await startFlow({ flowName: 'orders' }, ctx);
  await stopFlow({ flowName: 'orders' }, { ...ctx, startsAgainAt: services.time.now + MINUTE_MS });
  expect(await services.data.flows.toStartAgain(2)).toHaveLength(1);
  await act(ctx);
  expect(await services.data.flows.toStartAgain(2)).toEqual([]);
});

test('failures in a row suspend a flow at its threshold, which ends its schedule', async () => {
  const services = await openTestServices();
  const ctx = services.contextOf('Ana');
  const request = flowRequest('orders', 'Scheduled');
  const Scheduled = { scheduleExpression: 'rate(5minutes)', flowErrorDeactivationThreshold: 2 };
  const triggerConfig = { triggerType: 'Scheduled' as const, triggerProperties: { Scheduled } };
  await createFlow({ ...request, triggerConfig }, ctx);
  await startFlow({ flowName: 'orders' }, ctx);
  await services.data.submit({
    ...asked(ctx, 'orders'),
    command: {
      operation: 'SimulateExecutions',
      simulation: { failures: { rate: 1, message: 'The source is away.' } },
    },
    answer: () => undefined,
  });
  for (let minutes = 0; minutes < 30; minutes += 1) {
    services.time.now += MINUTE_MS;
    await runOnce(services);
  }
  const { flow } = (await services.data.flows.find(world, 'orders')) ?? expect.fail('it is there');
  expect(flow).toMatchObject({
    flowStatus: 'Suspended',
    stoppedByFailures: true,
    executionsStarted: 2,
    flowStatusMessage: 'Flow orders was deactivated after 2 failed runs in a row.',
    lastExecution: { executionStatus: 'Error', message: 'The source is away.' },
  });
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
