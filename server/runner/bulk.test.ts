import SQLite from 'better-sqlite3';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import type { BulkAction, BulkFlows, BulkItem, BulkJob } from '@/contract/bulk';
import { BulkItemState, BulkRequest } from '@/contract/bulk';
import { cancelBulkJob, createBulkJob } from '../console/bulk';
import { previewBulk } from '../console/bulk-preview';
import { registerServices } from '../context';
import type { OwnedData } from '../data/data';
import { openData } from '../data/open-data';
import { createFlow } from '../operations/create-flow';
import { deleteFlow } from '../operations/delete-flow';
import { startFlow } from '../operations/start-flow';
import { stopFlow } from '../operations/stop-flow';
import { flowRequest, openTestServices, type TestServices, world } from '../testing/open-test-services';
import { createBulkRunner } from './bulk';

const patiently = { timeout: 20_000 };
const ana = { actor: 'Ana', via: 'console', reason: 'INC-1' };
const all: BulkFlows = { filter: '' };

async function open() {
  const services = await openTestServices();
  registerServices(services);
  return { ...services, ctx: services.contextOf('Bob') };
}

/** Makes flows of a trigger type, started. */
async function create(
  { ctx }: { ctx: TestServices['contextOf'] extends (actor: string) => infer Context ? Context : never },
  triggerType: 'Scheduled' | 'Event' | 'OnDemand',
  flowNames: string[],
): Promise<void> {
  for (const flowName of flowNames) {
    await createFlow(flowRequest(flowName, triggerType), ctx);
    if (triggerType !== 'OnDemand') {
      await startFlow({ flowName }, ctx);
    }
  }
}

async function ask(action: BulkAction, flows = all, more = {}): Promise<BulkJob> {
  const asked = { world, caller: ana, requestId: randomUUID() };
  return (await createBulkJob(asked, BulkRequest.parse({ action, flows, ...more }))).job;
}

async function cancel(jobId: string, actor: string): Promise<BulkJob> {
  const asked = { world, caller: { actor, via: 'console' }, requestId: 'cancel-1' };
  return (await cancelBulkJob(asked, jobId)).job;
}

/** Lets a runner do what there is to do. */
async function runOut(data: OwnedData, { ids, log }: TestServices): Promise<void> {
  const runner = createBulkRunner({ data, ids, log });
  runner.wake();
  await vi.waitFor(async () => {
    expect(await data.bulk.running()).toEqual([]);
  }, patiently);
  await runner.stop();
}

/** A runner that is told to stop ends what is under way, here the first batch of each job, and begins no other. */
async function carryOutFirstBatch(services: TestServices): Promise<void> {
  const runner = createBulkRunner(services);
  runner.wake();
  await runner.stop();
}

async function outcomes(data: OwnedData, jobId: string): Promise<Record<string, BulkItem>> {
  const items = await data.bulk.itemsAfter(jobId, 0, 100_000);
  return Object.fromEntries(items.map((item) => [item.flowName, item]));
}

function eventsOf(databaseFile: string, operation: string): { flowName: string; requestId: string }[] {
  const database = new SQLite(databaseFile, { readonly: true });
  try {
    return database
      .prepare<string[], { flowName: string; requestId: string }>(
        `SELECT flowName, requestId FROM "Event" WHERE operation = ? AND via = 'console' ORDER BY id`,
      )
      .all(operation);
  } finally {
    database.close();
  }
}

test('each flow of a job has its own outcome, and its event says who and why', async () => {
  const services = await open();
  await create(services, 'Scheduled', ['a-active', 'b-stopped']);
  await create(services, 'OnDemand', ['c-on-demand']);
  await createFlow(flowRequest('d-draft', 'Scheduled'), services.ctx);
  await createFlow({ ...flowRequest('e-protected', 'Scheduled'), tags: { protected: 'true' } }, services.ctx);
  await startFlow({ flowName: 'e-protected' }, services.ctx);
  await stopFlow({ flowName: 'b-stopped' }, services.ctx);

  const job = await ask('stop');
  expect(job).toMatchObject({ status: 'running', total: 5, by: 'Ana', reason: 'INC-1', filter: '' });
  await runOut(services.data, services);

  expect(await outcomes(services.data, job.id)).toMatchObject({
    'a-active': { position: 1, state: 'changed', beforeStatus: 'Active', afterStatus: 'Suspended' },
    'b-stopped': { state: 'unchanged' },
    'c-on-demand': { state: 'refused', errorName: 'UnsupportedOperationException' },
    'd-draft': { state: 'refused', errorName: 'ConflictException' },
    'e-protected': { state: 'skipped' },
  });
  expect(await services.data.bulk.find(world, job.id)).toMatchObject({
    status: 'done',
    counts: { waiting: 0, changed: 1, unchanged: 1, refused: 2, failed: 0, skipped: 1 },
    endedAt: services.time.now,
  });
  expect((await services.data.flows.find(world, 'a-active'))?.flow).toMatchObject({
    flowStatus: 'Suspended',
    statusChangedBy: 'Ana',
    statusReason: 'INC-1',
  });
  expect((await services.data.flows.find(world, 'e-protected'))?.flow.flowStatus).toBe('Active');
});

test('all that match are the flows of the moment when the job was made; those of another world are never among them', async () => {
  const services = await open();
  await create(services, 'Scheduled', ['orders-1', 'orders-2', 'leads']);
  const other = { ...world, region: 'us-east-1' };
  await createFlow(flowRequest('orders-3', 'Scheduled'), { ...services.ctx, world: other });
  const job = await ask('stop', { filter: 'q=orders&page=7' });
  await create(services, 'Scheduled', ['orders-4']);
  await runOut(services.data, services);
  expect(Object.keys(await outcomes(services.data, job.id))).toEqual(['orders-1', 'orders-2']);

  const [flow] = await services.data.flows.list(other, undefined, 1);
  await expect(ask('stop', { flowIds: [flow?.id ?? ''] })).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  });
});

test('a job goes on after the process ended in its middle, with each flow handled once', async () => {
  const services = await open();
  const { databaseFile, time, ids } = services;
  const flowNames = Array.from({ length: 230 }, (_, index) => `flow-${index}`);
  await create(services, 'OnDemand', flowNames);
  const job = await ask('start');

  await carryOutFirstBatch(services);
  const { changed, waiting } = (await services.data.bulk.find(world, job.id))?.counts ?? {};
  expect(changed).toBeGreaterThan(0);
  expect(waiting).toBeGreaterThan(0);
  await services.data.close();

  const data = await openData({
    databaseFile,
    now: () => time.now,
    newId: ids.next,
    history: () => [],
    onCommit: () => undefined,
    onFatal: () => undefined,
  });
  try {
    await runOut(data, services);
    expect(await data.bulk.find(world, job.id)).toMatchObject({
      status: 'done',
      counts: { waiting: 0, changed: flowNames.length },
    });
    const started = eventsOf(databaseFile, 'StartFlow').filter(({ requestId }) => requestId !== '');
    expect(started.map(({ flowName }) => flowName).sort()).toEqual([...flowNames].sort());
    const items = Object.values(await outcomes(data, job.id));
    expect(new Set(items.map(({ requestId }) => requestId))).toEqual(
      new Set(started.map(({ requestId }) => requestId)),
    );
  } finally {
    await data.close();
  }
});

test('the same place of a job is carried out once, however often it is submitted', async () => {
  const services = await open();
  await create(services, 'OnDemand', ['export']);
  const job = await ask('start');
  const submit = () =>
    services.data.submit({
      world,
      flowName: 'export',
      command: { operation: 'StartFlow', execution: { executionId: randomUUID() } },
      caller: ana,
      requestId: randomUUID(),
      bulkPlace: { jobId: job.id, position: 1 },
      answer: () => undefined,
    });
  await Promise.all([submit(), submit(), submit()]);
  expect((await services.data.flows.find(world, 'export'))?.flow.executionsInProgress).toBe(1);
});

test('a flow that was recreated under the name is left alone, one that was deleted is refused', async () => {
  const services = await open();
  await create(services, 'Scheduled', ['orders', 'leads']);
  const job = await ask('stop');
  await deleteFlow({ flowName: 'orders', forceDelete: true }, services.ctx);
  await deleteFlow({ flowName: 'leads', forceDelete: true }, services.ctx);
  await create(services, 'Scheduled', ['orders']);
  await runOut(services.data, services);
  expect(await outcomes(services.data, job.id)).toMatchObject({
    orders: { state: 'skipped', message: 'It was deleted, and the flow of that name now is another one.' },
    leads: { state: 'refused', errorName: 'ResourceNotFoundException' },
  });
  expect((await services.data.flows.find(world, 'orders'))?.flow.flowStatus).toBe('Active');
});

test('a job that is canceled leaves alone what had not its turn', async () => {
  const services = await open();
  await create(services, 'Scheduled', ['orders', 'leads']);
  const job = await ask('stop');
  const canceled = await cancel(job.id, 'Bob');
  expect(canceled).toMatchObject({
    status: 'canceled',
    canceledBy: 'Bob',
    counts: { waiting: 0, skipped: 2 },
  });
  await runOut(services.data, services);
  expect((await services.data.flows.find(world, 'orders'))?.flow.flowStatus).toBe('Active');
});

test('a job that is canceled in its middle keeps what was handled and does nothing more', async () => {
  const services = await open();
  const { data, databaseFile } = services;
  const flowNames = Array.from({ length: 120 }, (_, index) => `flow-${index}`);
  await create(services, 'OnDemand', flowNames);
  const job = await ask('start');
  await carryOutFirstBatch(services);
  const handled = (await data.bulk.itemsAfter(job.id, 0, 1_000, 'changed')).map(({ flowName }) => flowName);
  expect(handled.length).toBeGreaterThan(0);
  expect(handled.length).toBeLessThan(flowNames.length);

  const canceled = await cancel(job.id, 'Ana');
  const counts = { waiting: 0, changed: handled.length, skipped: flowNames.length - handled.length };
  expect(canceled).toMatchObject({ status: 'canceled', counts });
  const items = await outcomes(data, job.id);
  await runOut(data, services);
  expect(await outcomes(data, job.id)).toEqual(items);
  expect(await data.bulk.find(world, job.id)).toEqual(canceled);
  expect(
    eventsOf(databaseFile, 'StartFlow')
      .map(({ flowName }) => flowName)
      .sort(),
  ).toEqual(handled.sort());
});

test('two jobs take turns by batches, and both handle each of their flows once', async () => {
  const services = await open();
  const { data, databaseFile } = services;
  const namesOf = (job: string) => Array.from({ length: 120 }, (_, index) => `${job}-${index}`);
  await create(services, 'OnDemand', [...namesOf('first'), ...namesOf('second')]);
  const first = await ask('start', { filter: 'name~=first' });
  services.time.now += 1;
  const second = await ask('start', { filter: 'name~=second' });
  await runOut(data, services);
  for (const { id } of [first, second]) {
    expect(await data.bulk.find(world, id)).toMatchObject({ status: 'done', counts: { changed: 120 } });
  }
  const started = eventsOf(databaseFile, 'StartFlow').map(({ flowName }) => flowName);
  expect([...started].sort()).toEqual([...namesOf('first'), ...namesOf('second')].sort());
  // Neither waits for the end of the other.
  const turns = started
    .map((flowName) => flowName.split('-')[0])
    .filter((job, index, all) => job !== all[index - 1]);
  expect(turns).toEqual(['first', 'second', 'first', 'second', 'first', 'second']);
});

test('exactly the flows that a job stopped are started again, and those that were refused are tried again', async () => {
  const services = await open();
  const { data } = services;
  await create(services, 'Scheduled', ['active-1', 'active-2', 'stopped']);
  await stopFlow({ flowName: 'stopped' }, services.ctx);
  await createFlow(flowRequest('draft', 'Scheduled'), services.ctx);
  const stop = await ask('stop', all, { until: services.time.now + 60_000 });
  await runOut(data, services);
  // It was stopped for good by somebody, and stays so.
  expect((await outcomes(data, stop.id)).stopped).toMatchObject({ state: 'unchanged' });
  expect((await data.flows.find(world, 'stopped'))?.flow.startsAgainAt).toBeUndefined();

  expect(await data.bulk.countFor(stop.id, 'reverse')).toBe(2);
  // It would be refused again.
  expect(await data.bulk.countFor(stop.id, 'retry')).toBe(0);
  const again = await ask('start', { jobId: stop.id, as: 'reverse' });
  expect(again).toMatchObject({ action: 'start', total: 2, madeFrom: { id: stop.id, as: 'reverse' } });
  await runOut(data, services);
  const statusOf = async (flowName: string) => (await data.flows.find(world, flowName))?.flow.flowStatus;
  expect(await Promise.all(['active-1', 'active-2', 'stopped', 'draft'].map(statusOf))).toEqual([
    'Active',
    'Active',
    'Suspended',
    'Draft',
  ]);

  services.time.now += 1_000;
  await startFlow({ flowName: 'draft' }, services.ctx);
  expect(await data.bulk.countFor(stop.id, 'retry')).toBe(1);
  const retry = await ask('stop', { jobId: stop.id, as: 'retry' });
  expect(retry).toMatchObject({ action: 'stop', total: 1, madeFrom: { id: stop.id, as: 'retry' } });
  await runOut(data, services);
  expect(await statusOf('draft')).toBe('Suspended');
});

test('what somebody changed since is not taken back, and what is protected only where that is meant', async () => {
  const services = await open();
  const { data, time, ctx } = services;
  await create(services, 'Scheduled', ['orders', 'leads']);
  const stop = await ask('stop');
  await runOut(data, services);
  time.now += 1_000;
  await startFlow({ flowName: 'orders' }, ctx);
  await stopFlow({ flowName: 'orders' }, ctx);
  const start = await ask('start', { jobId: stop.id, as: 'reverse' });
  await runOut(data, services);
  expect(Object.keys(await outcomes(data, start.id))).toEqual(['leads']);

  await data.submit({
    world,
    flowName: 'leads',
    caller: ana,
    requestId: randomUUID(),
    answer: () => undefined,
    command: { operation: 'TagResource', tags: { protected: 'true' } },
  });
  const again = await ask('stop', { jobId: start.id, as: 'reverse' });
  await runOut(data, services);
  expect(await outcomes(data, again.id)).toMatchObject({ leads: { state: 'skipped' } });
  const meant = await ask('stop', { jobId: start.id, as: 'reverse' }, { includesProtected: true });
  await runOut(data, services);
  expect(await outcomes(data, meant.id)).toMatchObject({ leads: { state: 'changed' } });
});

test('a job that runs, one that is not there, and another action are refused as what a job is made from', async () => {
  const services = await open();
  await create(services, 'Scheduled', ['orders']);
  const job = await ask('stop');
  const of = (action: BulkAction, jobId: string, as: 'retry' | 'reverse') => ask(action, { jobId, as });
  await expect(of('start', job.id, 'reverse')).rejects.toMatchObject({ name: 'ConflictException' });
  await runOut(services.data, services);
  await expect(of('stop', job.id, 'reverse')).rejects.toMatchObject({ name: 'ValidationException' });
  await expect(of('start', job.id, 'retry')).rejects.toMatchObject({ name: 'ValidationException' });
  await expect(of('stop', 'nothing', 'retry')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  await expect(of('stop', job.id, 'retry')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
});

test('the activity has a job, whoever canceled it, and what it did to each flow, which the overview leaves out', async () => {
  const services = await open();
  const { data } = services;
  await create(services, 'Scheduled', ['orders', 'leads']);
  const told = (await data.events.newestId()) + 1;
  const stop = await ask('stop');
  await runOut(data, services);
  const start = await ask('start', all);
  await cancel(start.id, 'Bob');
  await ask('cancel', all);

  const filter = { withRoutine: false, bulkJobId: stop.id };
  const { events } = await data.events.search(world, filter, {}, 10);
  expect(events).toMatchObject([
    { operation: 'StopFlow', flowName: 'orders', bulkJobId: stop.id, by: 'Ana' },
    { operation: 'StopFlow', flowName: 'leads', bulkJobId: stop.id },
    { operation: 'CreateBulkJob', bulkJobId: stop.id, detail: 'stop 2 flows', reason: 'INC-1' },
  ]);
  expect(events[2]).not.toHaveProperty('flowName');
  const changes = await data.events.madeByPeople(world, 4);
  expect(changes).toMatchObject([
    { operation: 'CreateBulkJob', detail: 'cancel runs of 2 flows' },
    { operation: 'CancelBulkJob', by: 'Bob', requestId: 'cancel-1', detail: 'start 2 flows: 2 left alone' },
    { operation: 'CreateBulkJob', bulkJobId: start.id },
    { operation: 'CreateBulkJob', bulkJobId: stop.id },
  ]);
  expect(await data.events.after(world, told - 1, 1)).toMatchObject([{ bulkJobId: stop.id }]);
});

test('a request that comes again with the same id makes one job', async () => {
  const services = await open();
  await create(services, 'Scheduled', ['orders']);
  const id = randomUUID();
  const [first, second] = await Promise.all([ask('stop', all, { id }), ask('stop', all, { id })]);
  expect(second.id).toBe(first.id);
  await runOut(services.data, services);
  expect(await ask('stop', all, { id })).toMatchObject({ id: first.id, status: 'done' });
  await expect(ask('start', all, { id })).rejects.toMatchObject({ name: 'ConflictException' });
  await expect(ask('stop', all, { id, includesProtected: true })).rejects.toMatchObject({
    name: 'ConflictException',
  });
  expect(await services.data.bulk.list(world, { page: 1 })).toHaveLength(1);
});

test('a stop until a time that has passed when a flow has its turn is not carried out', async () => {
  const services = await open();
  await create(services, 'Scheduled', ['orders']);
  const job = await ask('stop', all, { until: services.time.now + 1_000 });
  services.time.now += 2_000;
  await runOut(services.data, services);
  expect((await outcomes(services.data, job.id)).orders).toMatchObject({ state: 'skipped' });
});

test('protected flows are named for a command line only where they are meant', async () => {
  const services = await open();
  await createFlow({ ...flowRequest('vital', 'Scheduled'), tags: { protected: 'true' } }, services.ctx);
  await createFlow(flowRequest('orders', 'Scheduled'), services.ctx);
  const namesFor = async (action: BulkAction, includesProtected?: boolean) =>
    (await previewBulk(world, { action, flows: all, includesProtected })).flowNames;
  expect(await namesFor('stop')).toEqual(['orders']);
  expect(await namesFor('stop', true)).toEqual(['orders', 'vital']);
  expect(await namesFor('start')).toEqual(['orders', 'vital']);
});

test('what is foretold is what comes of it', async () => {
  const services = await open();
  const { data, ctx } = services;
  const act = fc.constantFrom(
    'start',
    'stop',
    'stop sooner',
    'stop until',
    'stop longer',
    'delete',
    'replace',
    'fail',
    'protect',
  );
  const made = fc.record({
    triggerType: fc.constantFrom('Scheduled' as const, 'Event' as const, 'OnDemand' as const),
    acts: fc.array(act, { maxLength: 3 }),
  });
  let round = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(made, { minLength: 1, maxLength: 6 }),
      fc.constantFrom<BulkAction>('stop', 'start', 'cancel'),
      fc.boolean(),
      async (flows, action, hasUntil) => {
        round += 1;
        const until = services.time.now + 60_000;
        const flowIds: string[] = [];
        for (const [index, { triggerType, acts }] of flows.entries()) {
          const flowName = `flow-${round}-${index}`;
          await createFlow(flowRequest(flowName, triggerType), ctx);
          flowIds.push((await data.flows.find(world, flowName))?.flow.id ?? '');
          for (const each of acts) {
            await actOn(services, flowName, triggerType, each, until).catch(() => undefined);
          }
        }
        const more = action === 'stop' && hasUntil ? { until } : {};
        const preview = await previewBulk(world, { action, flows: { flowIds }, ...more });
        const job = await ask(action, { flowIds }, { ...more, includesProtected: true });
        await runOut(data, services);
        const foretold = Object.fromEntries(BulkItemState.options.map((state) => [state, 0]));
        for (const { state, count } of preview.groups) {
          foretold[state] = (foretold[state] ?? 0) + count;
        }
        expect((await data.bulk.find(world, job.id))?.counts).toEqual(foretold);
        expect(preview.total).toBe(job.total);
      },
    ),
    { numRuns: 40 },
  );
}, 60_000);

async function actOn(
  services: TestServices & { ctx: Parameters<typeof stopFlow>[1] },
  flowName: string,
  triggerType: 'Scheduled' | 'Event' | 'OnDemand',
  act: string,
  until: number,
): Promise<unknown> {
  const { ctx, data } = services;
  switch (act) {
    case 'start':
      return startFlow({ flowName }, ctx);
    case 'stop':
      return stopFlow({ flowName }, ctx);
    case 'stop sooner':
      return stopFlow({ flowName }, { ...ctx, startsAgainAt: until - 30_000 });
    case 'stop until':
      return stopFlow({ flowName }, { ...ctx, startsAgainAt: until });
    case 'stop longer':
      return stopFlow({ flowName }, { ...ctx, startsAgainAt: until + 30_000 });
    case 'delete':
      return deleteFlow({ flowName, forceDelete: true }, ctx);
    case 'replace':
      await deleteFlow({ flowName, forceDelete: true }, ctx);
      return createFlow(flowRequest(flowName, triggerType), ctx);
    default:
      return data.submit({
        world,
        flowName,
        caller: ctx.caller,
        requestId: randomUUID(),
        answer: () => undefined,
        command:
          act === 'protect'
            ? { operation: 'TagResource', tags: { protected: 'true' } }
            : { operation: 'ChangeStatus', flowStatus: 'Errored', flowStatusMessage: 'broken' },
      });
  }
}
