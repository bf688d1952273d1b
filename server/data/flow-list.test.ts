import Sqlite from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { matches } from '@/components/flows/matches';
import { type FlowRow, standings } from '@/contract/console';
import { type FlowsQuery, readFlowsQuery, type SortColumn, sortColumns } from '@/contract/flows-query';
import { fillDatabase } from '@/bench/fill-database';
import { toFlowRow } from '../console/flow-row';
import { flowList } from './flow-list';
import { type FlowRow as StoredRow, toFlow } from './flow-rows';

const world = { account: '111122223333', region: 'eu-west-1' };
const now = Date.UTC(2026, 0, 15, 12);
/** More than are looked at in any case, so that both ways of finding are taken. */
const flowCount = 6_000;

let folder: string;
let database: Sqlite.Database;
let flows: FlowRow[];
/** What was asked of the database, with its values. */
const asked: string[] = [];

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sluice-list-'));
  const file = path.join(folder, 'sluice.db');
  copyFileSync(inject('templateDatabase'), file);
  fillDatabase(file, { world: { ...world, region: 'us-east-1' }, flows: 10, events: 0, now, name: 'other' });
  fillDatabase(file, { world, flows: flowCount, events: 0, now });
  const filled = new Sqlite(file);
  filled.exec(`UPDATE "Flow" SET startsAgainAt = ${now} + rowid * 1000 WHERE flowStatus = 'Suspended'`);
  filled.close();
  database = new Sqlite(file, { readonly: true, verbose: (sql) => asked.push(String(sql)) });
  flows = database
    .prepare<string[], StoredRow>('SELECT * FROM "Flow" WHERE account = ? AND region = ?')
    .all(world.account, world.region)
    .map((row) => toFlowRow(toFlow(row), now));
});

afterAll(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

const queryOf = (search: string): FlowsQuery => {
  const { query, senseless } = readFlowsQuery(new URLSearchParams(search));
  expect(senseless).toEqual([]);
  return query;
};
const page = (query: FlowsQuery) => flowList(database).page(world, query, now);

const keysOf: Record<SortColumn, (flow: FlowRow) => (string | number | undefined)[]> = {
  name: ({ flowName }) => [flowName],
  status: ({ standing, flowName }) => [standings.indexOf(standing), flowName],
  trigger: ({ triggerType, flowName }) => [triggerType, flowName],
  source: ({ sourceConnector, flowName }) => [sourceConnector, flowName],
  destination: ({ destinationConnector, flowName }) => [destinationConnector, flowName],
  owner: ({ createdBy, flowName }) => [createdBy, flowName],
  lastRun: ({ lastExecution }) => [lastExecution?.at],
  nextRun: ({ nextRunAt }) => [nextRunAt],
  created: ({ createdAt }) => [createdAt],
  updated: ({ lastUpdatedAt }) => [lastUpdatedAt],
};

/** The whole list as it should be: the plain way. */
function expected({ filters, sort, order }: FlowsQuery): string[] {
  const sign = order === 'asc' ? 1 : -1;
  const compare = (a: FlowRow, b: FlowRow): number => {
    const [ofA, ofB] = [keysOf[sort](a), keysOf[sort](b)];
    for (const [index, one] of ofA.entries()) {
      const other = ofB[index];
      if (one === other) continue;
      if (one === undefined) return 1;
      if (other === undefined) return -1;
      return one < other ? -sign : sign;
    }
    // Entries are numbered in the order in which their flows came.
    return sign * (a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
  };
  return flows
    .filter((flow) => matches({ filters }, flow, now))
    .sort(compare)
    .map(({ id }) => id);
}

const filters = [
  '',
  'status=draft',
  'status=errored,needs-attention',
  'status!=active',
  'status=deleted',
  'trigger=Scheduled,Event',
  'source=Salesforce',
  'source=Salesforce&destination=S3',
  'destination!=S3,Slack',
  'connector=Slack',
  'lastResult=Error',
  'lastResult!=Successful',
  'lastRun.from=-2d',
  'lastRun.from=-2d&lastRun.to=-1d',
  'nextRun.to=9999d',
  'until.from=now',
  'until.from=1h&until.to=90m&name~=salesforce',
  'created.to=2025-06-01',
  'updated.from=2025-12-01T10:00',
  'name=salesforce-orders-to-s3-0000001',
  'name~=0012',
  'name!~=salesforce',
  'by=Person+7',
  'by~=person+19',
  'reason~=inc-12',
  'reason!~=inc',
  'owner=Person+3',
  'owner~=SON+9',
  'tag.team=finance',
  'tag.team!=finance',
  'tag.env~=es',
  'tagged=team',
  'tagged!=nothing',
  'q=orders',
  'q=Zendesk-Leads',
  'q=to',
  'q=%25',
  'q=no+such+thing',
  'q!=salesforce&q!=s3',
  'q=person+19&status=active&lastResult=Error',
  'source=Salesforce&trigger=Event&status=errored&name~=leads',
];

/** A third of the orders for each filter: every one comes with many. */
const someSorts = (filter: string) =>
  sortColumns.filter((_, index) => (index + filters.indexOf(filter)) % 3 === 0);

describe('pages', () => {
  it.each(filters)(
    'of "%s" hold what the filter asks for, whichever the order',
    { timeout: 120_000 },
    async (filter) => {
      for (const sort of someSorts(filter)) {
        for (const order of ['asc', 'desc'] as const) {
          const query = queryOf(`${filter}&sort=${sort}&order=${order}&size=25`);
          const all = expected(query);
          const first = await page(query);
          expect(first.ids).toEqual(all.slice(0, 25));
          expect(first.hasNext).toBe(all.length > 25);
          expect(first.hasPrevious).toBe(false);
          if (first.totalIsExact) expect(first.total).toBe(all.length);
          else expect(first.total).toBeLessThanOrEqual(all.length);
          if (!first.hasNext || !first.places) continue;

          const second = await page({ ...query, page: 2, after: first.places.last });
          expect(second.ids).toEqual(all.slice(25, 50));
          expect((await page({ ...query, page: 2 })).ids).toEqual(all.slice(25, 50));
          const beyond = await page({ ...query, page: 4, after: first.places.last, skip: 50 });
          expect(beyond.ids).toEqual(all.slice(75, 100));
          expect(second.hasPrevious).toBe(true);
          if (second.places) {
            expect((await page({ ...query, page: 1, before: second.places.first })).ids).toEqual(first.ids);
          }
          const last = await page({ ...query, page: 9, before: 'end' });
          const size = last.totalIsExact && last.total === all.length ? all.length % 25 || 25 : 25;
          expect(last.ids).toEqual(all.slice(-size));
          expect(last.hasNext).toBe(false);
          if (last.places) {
            const before = await page({ ...query, page: 8, before: last.places.first });
            expect(before.ids).toEqual(all.slice(-size - 25, -size));
          }
        }
      }
    },
  );

  it('lead through the whole list and back, each flow once', async () => {
    for (const sort of ['name', 'nextRun', 'status'] as const) {
      const query = queryOf(`sort=${sort}&size=100`);
      const all = expected(query);
      const seen: string[] = [];
      let slice = await page(query);
      for (;;) {
        seen.push(...slice.ids);
        if (!slice.hasNext || !slice.places) break;
        slice = await page({ ...query, page: 2, after: slice.places.last });
      }
      expect(seen).toEqual(all);
      const back: string[] = [];
      for (;;) {
        back.unshift(...slice.ids);
        if (!slice.hasPrevious || !slice.places) break;
        const wanted = await page({ ...query, page: 2, before: slice.places.first });
        // The first page is whole again, whatever it showed already.
        slice = wanted.hasPrevious
          ? wanted
          : { ...wanted, ids: wanted.ids.slice(0, all.length - back.length) };
      }
      expect(back).toEqual(all);
    }
  });

  it('of a world without flows, and places that are none, do no harm', async () => {
    const list = flowList(database);
    expect(await list.page({ ...world, region: 'eu-west-9' }, queryOf(''), now)).toMatchObject({
      ids: [],
      total: 0,
    });
    const [first] = expected(queryOf(''));
    for (const place of ['x', 'W10', Buffer.from('["status",0,1,"a",1]').toString('base64url')]) {
      expect((await page(queryOf(`after=${place}`))).ids[0]).toBe(first);
    }
    expect((await page(queryOf('page=99999'))).ids).toEqual([]);
  });

  it('say how far they have looked where few match, and lead on from there to all that do', async () => {
    const list = flowList(database, 4_000);
    const read = (query: FlowsQuery) => list.page(world, query, now);
    const byFew = [1, 2, 3, 4, 5, 6, 7, 8].map((digit) => `owner!~=${digit}`).join('&');
    const all = expected(queryOf(`${byFew}&size=100`));
    expect(all.length).toBeGreaterThan(100);
    for (const [filter, matching] of [
      [byFew, all],
      ['name!~=-', []],
    ] as const) {
      const query = queryOf(`${filter}&size=100`);
      const first = await read(query);
      expect(first).toMatchObject({ looked: 4_000, hasNext: true, hasPrevious: false });
      expect(first.ids).toEqual(matching.slice(0, first.ids.length));
      const second = await read({ ...query, page: 2, after: first.places?.last });
      expect(second).toMatchObject({ hasNext: false, hasPrevious: true });
      expect(second.looked).toBeUndefined();
      expect([...first.ids, ...second.ids]).toEqual(matching);
      const fromEnd = await read({ ...query, page: 9, before: 'end' });
      expect(fromEnd).toMatchObject({ hasNext: false, hasPrevious: true });
      expect(fromEnd.ids).toEqual(matching.slice(matching.length - fromEnd.ids.length));
      const back = await read({ ...query, page: 8, before: fromEnd.places?.first });
      const before = matching.slice(0, matching.length - fromEnd.ids.length);
      expect(back.ids).toEqual(before.slice(before.length - back.ids.length));
    }
  });

  it('any two filters together hold what both ask for', { timeout: 120_000 }, async () => {
    const anyFilter = fc.constantFrom(...filters);
    await fc.assert(
      fc.asyncProperty(anyFilter, anyFilter, fc.constantFrom(...sortColumns), async (one, other, sort) => {
        const query = queryOf(`${one}&${other}&sort=${sort}`);
        expect((await page(query)).ids).toEqual(expected(query).slice(0, 50));
      }),
      { numRuns: 100 },
    );
  });
});

describe('all that match', () => {
  const matching = (search: string, limit: number) =>
    flowList(database, 4_000).matching(world, queryOf(search), now, limit);

  it.each(filters)('"%s" are found each once, whatever the page, or as many as asked for', async (filter) => {
    const all = expected(queryOf(filter));
    expect(await matching(`${filter}&sort=updated&size=25&page=3`, flowCount)).toEqual(all);
    expect(await matching(filter, 10)).toEqual(all.slice(0, 10));
  });

  it('while others have their turn in between', async () => {
    const order: string[] = [];
    setImmediate(() => order.push('another'));
    await matching('', flowCount);
    order.push('found');
    expect(order).toEqual(['another', 'found']);
  });

  it('of a world without flows are none', async () => {
    const nowhere = { ...world, region: 'eu-west-9' };
    expect(await flowList(database).matching(nowhere, queryOf(''), now, 10)).toEqual([]);
  });
});

describe('what is asked of the database', () => {
  it(
    'is answered by indices: no flow is read but for the page, no world is sorted',
    { timeout: 120_000 },
    async () => {
      asked.length = 0;
      for (const filter of filters) {
        for (const sort of someSorts(filter)) {
          const query = queryOf(`${filter}&sort=${sort}&size=25`);
          const { places } = await page(query);
          await page({ ...query, page: 2, after: places?.last });
          await page({ ...query, page: 2, before: 'end' });
        }
        await flowList(database).matching(world, queryOf(filter), now, flowCount);
      }
      const questions = new Set(asked);
      expect(questions.size).toBeGreaterThan(300);
      const explain = new Sqlite(database.name, { readonly: true });
      for (const question of questions) {
        const plan = explain
          .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${question}`)
          .all()
          .map(({ detail }) => detail);
        const tables = plan.filter((step) => /\b(SCAN|SEARCH) (Flow|entry\b)/.test(step));
        for (const step of tables) {
          expect(step, question).toMatch(
            /^SEARCH |^SCAN FlowText VIRTUAL TABLE INDEX \d+:.*M|^SCAN FlowTextTerms VIRTUAL TABLE INDEX [1-9]|^SCAN FlowTextDue/,
          );
        }
        // Only what a filter's own index has found, which is little, may be put in order.
        if (plan.some((step) => step.includes('TEMP B-TREE FOR ORDER BY'))) {
          expect(plan.join('\n'), question).toMatch(/SEARCH FlowEntry USING INTEGER PRIMARY KEY/);
        }
      }
      explain.close();
    },
  );
});
