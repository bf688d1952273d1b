import SQLite from 'better-sqlite3';
import { expect, test, vi } from 'vitest';
import { createFlow } from '../operations/create-flow';
import { deleteFlow } from '../operations/delete-flow';
import { startFlow } from '../operations/start-flow';
import { stopFlow } from '../operations/stop-flow';
import { updateFlow } from '../operations/update-flow';
import { flowRequest, openTestServices, world } from '../testing/open-test-services';
import { openDatabase } from './database';

test('each of many concurrent answers is true of what is on disk when it comes, refusals and faults beside them', async () => {
  const { contextOf, data, databaseFile, ids } = await openTestServices();
  const ctx = contextOf('Ana');
  const disk = new SQLite(databaseFile, { readonly: true });
  const statusOf = disk.prepare('SELECT flowStatus FROM "Flow" WHERE flowName = ?').pluck();
  const names = Array.from({ length: 200 }, (_, index) => `flow-${index}`);

  const answers = names.map(async (flowName, index) => {
    await createFlow(flowRequest(flowName, index % 4 === 0 ? 'OnDemand' : 'Scheduled'), ctx);
    expect(statusOf.get(flowName)).toBe(index % 4 === 0 ? 'Active' : 'Draft');
    await startFlow({ flowName }, ctx);
    expect(statusOf.get(flowName)).toBe('Active');
    return stopFlow({ flowName }, ctx).then(
      () => expect(statusOf.get(flowName)).toBe('Suspended'),
      (error: unknown) => expect(error).toMatchObject({ name: 'UnsupportedOperationException' }),
    );
  });
  const faults = names.map((flowName) =>
    data.submit({
      world,
      flowName,
      command: { operation: 'StopFlow' },
      caller: ctx.caller,
      requestId: ids.next(),
      answer: () => {
        throw new Error('a defect in making the answer');
      },
    }),
  );
  const [, faulty] = await Promise.all([Promise.all(answers), Promise.allSettled(faults)]);
  expect(faulty.every(({ status }) => status === 'rejected')).toBe(true);
  disk.close();
});

test('a write that is acknowledged while somebody else’s transaction is open does not vanish with it', async () => {
  const { contextOf, data, databaseFile } = await openTestServices();
  const ctx = contextOf('Ana');
  await createFlow(flowRequest('orders', 'Scheduled'), ctx);

  // The defect itself, on one shared client: the write reports success and joins the transaction that rolls back.
  const shared = await openDatabase(databaseFile);
  await shared.reader
    .$transaction(async (transaction) => {
      await transaction.flow.findFirst();
      await shared.reader.flow.updateMany({ data: { statusReason: 'acknowledged' } });
      throw new Error('rolled back');
    })
    .catch(() => undefined);
  expect((await data.flows.find(world, 'orders'))?.flow.statusReason).toBeUndefined();

  // The service's way: its writer's connection is its own, so a transaction on another one cannot swallow what it acknowledged.
  await shared.reader
    .$transaction(async (transaction) => {
      await transaction.flow.findFirst();
      await startFlow({ flowName: 'orders' }, ctx);
      throw new Error('rolled back');
    })
    .catch(() => undefined);
  await shared.close();
  expect((await data.flows.find(world, 'orders'))?.flow.flowStatus).toBe('Active');
});

test('two stops of one flow at once are ordered: one changes it, the other finds it changed', async () => {
  const { contextOf, data } = await openTestServices();
  const ctx = contextOf('Ana');
  await createFlow(flowRequest('orders', 'Scheduled'), ctx);
  await startFlow({ flowName: 'orders' }, ctx);

  await Promise.all([
    stopFlow({ flowName: 'orders' }, ctx),
    stopFlow({ flowName: 'orders' }, contextOf('Bob')),
  ]);

  expect(await data.events.ofFlow(world, 'orders', 2)).toMatchObject([
    { by: 'Bob', outcome: 'unchanged' },
    { by: 'Ana', outcome: 'changed' },
  ]);
});

test('what one batch does to one name is saved as if it had come one by one', async () => {
  const { contextOf, data, time } = await openTestServices();
  const ctx = contextOf('Ana', { caller: { actor: 'Ana', via: 'test', reason: 'moving house' } });
  const request = flowRequest('orders', 'Scheduled');
  await createFlow(request, ctx);
  const before = await data.flows.find(world, 'orders');

  await Promise.all([
    startFlow({ flowName: 'orders', clientToken: 'once' }, ctx),
    startFlow({ flowName: 'orders', clientToken: 'once' }, ctx),
    updateFlow({ ...request, description: 'Orders of today' }, contextOf('Bob')),
  ]);
  const updated = await data.flows.find(world, 'orders');
  expect(updated).toEqual({
    flow: {
      ...before?.flow,
      flowStatus: 'Active',
      nextRunAt: time.now + 300_000,
      statusReason: 'moving house',
      description: 'Orders of today',
      schemaVersion: 2,
      lastUpdatedBy: 'Bob',
    },
    definition: { ...before?.definition, description: 'Orders of today' },
  });

  await Promise.all([
    deleteFlow({ flowName: 'orders', forceDelete: true }, ctx),
    createFlow(flowRequest('orders', 'OnDemand'), ctx),
    startFlow({ flowName: 'orders' }, ctx),
  ]);
  const recreated = await data.flows.find(world, 'orders');
  expect(recreated?.flow).toMatchObject({ flowStatus: 'Active', schemaVersion: 1, executionsInProgress: 1 });
  expect(recreated?.flow.id).not.toBe(updated?.flow.id);
  const outcomes = (await data.events.ofFlow(world, 'orders', 10)).map(
    ({ operation, outcome }) => `${operation} ${outcome}`,
  );
  expect(outcomes.reverse()).toEqual([
    'CreateFlow changed',
    'StartFlow changed',
    'StartFlow unchanged',
    'UpdateFlow changed',
    'DeleteFlow changed',
    'CreateFlow changed',
    'StartFlow changed',
  ]);
});

test('a commit that fails acknowledges nothing, says so, and takes no more', async () => {
  const services = await openTestServices();
  const ctx = services.contextOf('Ana');
  await createFlow(flowRequest('orders', 'Scheduled'), ctx);
  const onFatal = vi.fn();
  services.onFatal(onFatal);

  // Somebody holds the database's write lock for longer than the writer waits.
  const blocker = new SQLite(services.databaseFile);
  blocker.exec('BEGIN IMMEDIATE');
  const refused = { name: 'InternalServerException' };
  await expect(startFlow({ flowName: 'orders' }, ctx)).rejects.toMatchObject(refused);
  blocker.exec('ROLLBACK');
  blocker.close();

  expect(onFatal).toHaveBeenCalledTimes(1);
  await expect(startFlow({ flowName: 'orders' }, ctx)).rejects.toMatchObject(refused);
  expect((await services.data.flows.find(world, 'orders'))?.flow.flowStatus).toBe('Draft');
  expect(await services.data.events.ofFlow(world, 'orders', 10)).toHaveLength(1);
});

test('a commit is written through to the disk (synchronous FULL) in a write-ahead log', async () => {
  const { databaseFile } = await openTestServices();
  const database = await openDatabase(databaseFile);
  expect(database.writer.pragma('synchronous', { simple: true })).toBe(2);
  expect(database.writer.pragma('journal_mode', { simple: true })).toBe('wal');
  await database.close();
});
