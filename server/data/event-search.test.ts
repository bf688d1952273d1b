import Sqlite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { openTestServices, world } from '../testing/open-test-services';
import { openDatabase } from './database';
import { changesByPeoplePlan, LOOK_LIMIT, searchPlans } from './event-search';
import { overviewPlans } from './overview';

const FIRST_AT = Date.UTC(2026, 0, 1);
const MINUTE_MS = 60_000;

interface Told {
  flowName: string | null;
  operation: string;
  outcome: string;
  errorName: string | null;
  actor: string;
  via: string;
  bulkJobId: string;
  isRoutine: number;
  count: number;
}

/** Writes events a minute apart, in order, straight into the table. */
async function openEvents(told: Partial<Told>[]) {
  const services = await openTestServices();
  const database = new Sqlite(services.databaseFile);
  const insert = database.prepare(`
    INSERT INTO "Event" (at, account, region, flowName, operation, outcome, errorName, actor, via, requestId, isRoutine, bulkJobId)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  let index = 0;
  database.transaction(() => {
    for (const { count = 1, ...event } of told) {
      for (let nth = 0; nth < count; nth += 1) {
        const row = { flowName: 'orders', operation: 'StopFlow', outcome: 'changed', ...event };
        insert.run(
          FIRST_AT + index * MINUTE_MS,
          world.account,
          world.region,
          row.flowName,
          row.operation,
          row.outcome,
          row.errorName ?? null,
          row.actor ?? 'Ana',
          row.via ?? 'test',
          `request-${index}`,
          row.isRoutine ?? 0,
          row.bulkJobId ?? null,
        );
        index += 1;
      }
    }
  })();
  database.close();
  const { search, all, madeByPeople } = services.data.events;
  const ids = async (filter: object, between = {}, limit = 100) =>
    (await search(world, { withRoutine: false, ...filter }, between, limit)).events.map(({ id }) => id);
  return { search, all, ids, madeByPeople };
}

test('each filter finds what it says, newest first, and they go together', async () => {
  const { ids } = await openEvents([
    { flowName: 'orders' },
    { flowName: 'orders-eu', actor: 'Bob' },
    { flowName: 'leads', outcome: 'refused', errorName: 'ConflictException' },
    { flowName: 'orders', operation: 'EndExecution', isRoutine: 1, actor: 'Sluice' },
    { flowName: null, operation: 'ChangeWorld' },
    { flowName: 'orders', operation: 'StartFlow', outcome: 'unchanged', actor: 'Bob' },
  ]);
  expect(await ids({})).toEqual([6, 5, 3, 2, 1]);
  expect(await ids({ withRoutine: true })).toEqual([6, 5, 4, 3, 2, 1]);
  expect(await ids({ flowName: 'orders' })).toEqual([6, 1]);
  expect(await ids({ flowName: 'orders', withRoutine: true })).toEqual([6, 4, 1]);
  expect(await ids({ flowNamePrefix: 'orders' })).toEqual([6, 2, 1]);
  expect(await ids({ flowNamePrefix: 'orders', withRoutine: true })).toEqual([6, 4, 2, 1]);
  expect(await ids({ actor: 'Bob' })).toEqual([6, 2]);
  expect(await ids({ actor: 'Bob', operation: 'StartFlow' })).toEqual([6]);
  expect(await ids({ outcome: 'refused' })).toEqual([3]);
  expect(await ids({ errorName: 'ConflictException' })).toEqual([3]);
  expect(await ids({ errorName: 'ConflictException', outcome: 'changed' })).toEqual([]);
  expect(await ids({ via: 'console' })).toEqual([]);
  expect(await ids({ requestId: 'request-3' })).toEqual([4]);
  expect(await ids({ flowNamePrefix: '%' })).toEqual([]);
});

test('a range of times has its beginning and not its end; another world has nothing', async () => {
  const { ids, search } = await openEvents([{ count: 10 }]);
  const at = (minutes: number) => FIRST_AT + minutes * MINUTE_MS;
  expect(await ids({ from: at(2), to: at(5) })).toEqual([5, 4, 3]);
  expect(await ids({ from: at(8) })).toEqual([10, 9]);
  expect(await ids({ to: at(1) })).toEqual([1]);
  expect(await ids({ from: at(99) })).toEqual([]);
  expect(await ids({ from: at(2) - 1, to: at(2) + 1 })).toEqual([3]);
  const elsewhere = await search({ ...world, region: 'us-east-1' }, { withRoutine: true }, {}, 10);
  expect(elsewhere.events).toEqual([]);
});

test('pages go on where the one before ended, and what is newer is found by itself', async () => {
  const { ids, search, all } = await openEvents([{ count: 25 }]);
  const first = await search(world, { withRoutine: false }, {}, 10);
  expect(first).toMatchObject({ next: 16 });
  expect(await ids({}, { before: first.next }, 10)).toEqual([15, 14, 13, 12, 11, 10, 9, 8, 7, 6]);
  const last = await search(world, { withRoutine: false }, { before: 6 }, 10);
  expect(last).toMatchObject({ events: { length: 5 } });
  expect(last.next).toBeUndefined();
  expect(await ids({}, { after: 23 })).toEqual([25, 24]);
  const exported: number[] = [];
  for await (const events of all(world, { withRoutine: false, operation: 'StopFlow' })) {
    exported.push(...events.map(({ id }) => id));
  }
  expect(exported).toEqual(Array.from({ length: 25 }, (_, index) => 25 - index));
});

test('a search that finds little says how far it has looked back, and goes on from there', async () => {
  const { search, ids } = await openEvents([
    { flowName: 'wanted', operation: 'UpdateFlow' },
    { flowName: 'wanted', actor: 'Bob' },
    { count: LOOK_LIMIT + 10 },
  ]);
  const found = await search(world, { withRoutine: false, via: 'console' }, {}, 10);
  expect(found).toMatchObject({ events: [], next: 13, lookedBackTo: FIRST_AT + 12 * MINUTE_MS });
  expect(await search(world, { withRoutine: false, via: 'console' }, { before: found.next }, 10)).toEqual({
    events: [],
  });
  // Where one of the filters has an index with few events, one look is enough.
  expect(await ids({ operation: 'UpdateFlow', via: 'test' })).toEqual([1]);
  expect(await ids({ actor: 'Bob' })).toEqual([2]);
  expect(await ids({ flowNamePrefix: 'want' })).toEqual([2, 1]);
  expect(await ids({ flowNamePrefix: 'orders', via: 'test' }, {}, 2)).toEqual([
    LOOK_LIMIT + 12,
    LOOK_LIMIT + 11,
  ]);
});

test('what people changed is found behind a job over more flows than a search looks at', async () => {
  const { madeByPeople } = await openEvents([
    { flowName: 'orders' },
    { flowName: 'leads', outcome: 'refused' },
    { flowName: 'leads', operation: 'ChangeStatus', actor: 'Sluice', via: 'runner' },
    { flowName: 'leads', operation: 'StartFlow', outcome: 'unchanged' },
    { flowName: null, operation: 'ChangeWorld' },
    { flowName: null, operation: 'CreateBulkJob', bulkJobId: 'job' },
    { bulkJobId: 'job', count: LOOK_LIMIT + 10 },
  ]);
  expect((await madeByPeople(world, 10)).map(({ id }) => id)).toEqual([6, 5, 1]);
  expect((await madeByPeople(world, 2)).map(({ id }) => id)).toEqual([6, 5]);
  expect(await madeByPeople({ ...world, region: 'us-east-1' }, 10)).toEqual([]);
});

test('no search reads or sorts more than its part of an index', async () => {
  const { databaseFile } = await openTestServices();
  const database = await openDatabase(databaseFile);
  onTestFinished(() => database.close());
  const filters = [
    {},
    { withRoutine: true },
    { flowName: 'orders' },
    { flowName: 'orders', withRoutine: true },
    { operation: 'StopFlow', actor: 'Ana', outcome: 'refused' as const, flowNamePrefix: 'or' },
    { requestId: 'r' },
    { connectorProfileName: 'crm', actor: 'Ana' },
    { connectorLabel: 'erp', withRoutine: true },
    { bulkJobId: 'job' },
  ];
  for (const filter of filters) {
    for (const { index, plan } of await searchPlans(database.reader, world, {
      withRoutine: false,
      ...filter,
    })) {
      const text = plan.join('\n');
      expect(text).toContain(index);
      expect(text).not.toMatch(/SCAN Event/);
      // A beginning of a name is taken only where it has few.
      const sorts = index.includes('flowName') && 'flowNamePrefix' in filter;
      expect(text.includes('TEMP B-TREE FOR ORDER BY')).toBe(sorts);
    }
  }
  expect(await changesByPeoplePlan(database.reader, world)).toEqual([
    'SEARCH Event USING INDEX Event_by_people (account=? AND region=?)',
  ]);
  const plans = (await overviewPlans(database.reader, world)).join('\n');
  expect(plans).not.toMatch(/SCAN|TEMP B-TREE/);
});
