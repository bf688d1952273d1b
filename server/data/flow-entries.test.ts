import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import fc from 'fast-check';
import { expect, inject, it, onTestFinished } from 'vitest';
import { needsAttention, standingOf } from '../domain/standing';
import type { FlowCommand } from '../domain/flow';
import { fillDatabase } from '@/bench/fill-database';
import { standings } from '@/contract/console';
import { isApiException } from '@/contract/errors';
import { repositoryRoot } from '../repository-root';
import { flowRequest, openTestServices, world } from '../testing/open-test-services';
import { type FlowRow, toFlow } from './flow-rows';
import { migrate } from './migrations';

/** What a flow is made of, of a trigger type, Salesforce to somewhere. */
const definition = (triggerType: 'Scheduled' | 'Event' | 'OnDemand', destination: 'S3' | 'Snowflake') => {
  const rest = flowRequest('any', triggerType);
  const [first] = rest.destinationFlowConfigList;
  if (!first) throw new Error('A flow has a destination.');
  return {
    ...rest,
    destinationFlowConfigList: [{ ...first, connectorType: destination }] as [typeof first],
  };
};

/** What triggers keep, beside what it should be: reckoned anew from the flows. */
function expectKept(databaseFile: string): void {
  const database = new Sqlite(databaseFile, { readonly: true });
  try {
    const all = (sql: string) => database.prepare(sql).all();
    const facts = database.prepare('SELECT * FROM "FlowFacts" LIMIT 0').columns().map(({ name }) => name); // prettier-ignore
    expect(all(`SELECT ${facts.join(', ')} FROM "FlowEntry" ORDER BY flowId`)).toEqual(
      all('SELECT * FROM "FlowFacts" ORDER BY flowId'),
    );
    const alike = 'world, standing, needsAttention, triggerType, source, destination';
    expect(all(`SELECT ${alike}, flows FROM "FlowTally" WHERE flows <> 0 ORDER BY ${alike}`)).toEqual(
      all(`SELECT ${alike}, count(*) AS flows FROM "FlowFacts" GROUP BY ${alike} ORDER BY ${alike}`),
    );
    expect(
      all(`SELECT entry FROM "FlowEntry" AS entry JOIN "FlowTally" AS tally ON tally.id = entry.tally
        WHERE (entry.world, entry.standing, entry.needsAttention, entry.triggerType, entry.source, entry.destination)
          IS NOT (tally.world, tally.standing, tally.needsAttention, tally.triggerType, tally.source, tally.destination)`),
    ).toEqual([]);
    expect(all('SELECT account, region, flows FROM "FlowWorld" ORDER BY account, region')).toEqual(
      all(
        `SELECT account, region, count(liveName) AS flows FROM "Flow" GROUP BY account, region ORDER BY account, region`,
      ),
    );
    expect(all('SELECT world, key, value, entry FROM "FlowTag" ORDER BY entry, key')).toEqual(
      all(
        `SELECT world, tag.key, tag.value, entry FROM "FlowEntry", json_each(tags) AS tag ORDER BY entry, tag.key`,
      ),
    );
    // Each entry is in the text index with what it says, or waits for it.
    const isFound = database
      .prepare<[string, number], number>(
        'SELECT count(*) FROM "FlowText" WHERE "FlowText" MATCH ? AND rowid = ?',
      )
      .pluck();
    const waits = database
      .prepare<[number], number>('SELECT count(*) FROM "FlowTextDue" WHERE entry = ?')
      .pluck();
    for (const { entry, name, changedBy } of all('SELECT entry, name, changedBy FROM "FlowEntry"') as {
      entry: number;
      name: string;
      changedBy: string;
    }[]) {
      const match = [name, changedBy].map((text) => `"${text.slice(-3)}"`).join(' AND ');
      expect((isFound.get(match, entry) ?? 0) + (waits.get(entry) ?? 0), name).toBeGreaterThan(0);
    }
  } finally {
    database.close();
  }
}

it('is what the flows say, whatever is done with them', { timeout: 120_000 }, async () => {
  const { data, databaseFile, ids, time } = await openTestServices();
  const names = fc.constantFrom('orders', 'leads', 'cases', 'accounts');
  const people = fc.constantFrom('Ana', 'Bob Chen', 'Carla');
  const definitions = fc
    .tuple(fc.constantFrom('Scheduled', 'Event', 'OnDemand'), fc.constantFrom('S3', 'Snowflake'))
    .map(([triggerType, destination]) => definition(triggerType, destination));
  const commands: fc.Arbitrary<() => FlowCommand> = fc.oneof(
    fc.tuple(definitions, fc.dictionary(fc.constantFrom('team', 'env'), people)).map(
      ([given, tags]) =>
        () =>
          ({ operation: 'CreateFlow', id: ids.next(), definition: given, tags }) as const,
    ),
    definitions.map((given) => () => ({ operation: 'UpdateFlow', definition: given }) as const),
    fc.constant(() => ({ operation: 'StartFlow', execution: { executionId: ids.next() } }) as const),
    fc.constant(() => ({ operation: 'StopFlow' }) as const),
    fc.constant(() => ({ operation: 'DeleteFlow', forceDelete: true }) as const),
    fc
      .constantFrom('Errored' as const, 'Deprecated' as const)
      .map(
        (flowStatus) => () =>
          ({ operation: 'ChangeStatus', flowStatus, flowStatusMessage: 'Because' }) as const,
      ),
    fc.constant(() => ({ operation: 'StartExecution', execution: { executionId: ids.next() } }) as const),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(names, commands, people, fc.option(fc.constantFrom('INC-1', 'INC-2'))), {
        minLength: 40,
        maxLength: 80,
      }),
      async (given) => {
        for (const [flowName, commandOf, actor, reason] of given) {
          time.now += 61_000;
          await data
            .submit({
              world,
              flowName,
              command: commandOf(),
              caller: { actor, via: 'test', ...(reason !== null && { reason }) },
              requestId: ids.next(),
              answer: () => undefined,
            })
            .catch((error: unknown) => {
              // Many are refused, which is as it should be.
              if (!isApiException(error)) throw error;
            });
        }
        expectKept(databaseFile);
      },
    ),
    { numRuns: 12 },
  );
  const database = new Sqlite(databaseFile, { readonly: true });
  const rows = database
    .prepare<[], FlowRow & { standing: number; attention: number }>(
      `SELECT "Flow".*, standing, needsAttention AS attention FROM "Flow" JOIN "FlowEntry" ON flowId = id`,
    )
    .all();
  database.close();
  expect(rows.length).toBeGreaterThan(10);
  for (const { standing, attention, ...row } of rows) {
    expect([standings[standing], Boolean(attention)]).toEqual([
      standingOf(toFlow(row)),
      needsAttention(toFlow(row)),
    ]);
  }
});

it('knows flows that were there before it', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'sluice-entries-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const ours = path.join(repositoryRoot, 'prisma/migrations');
  const before = path.join(folder, 'migrations');
  mkdirSync(before);
  for (const name of readdirSync(ours).filter((each) => !(each.slice(0, 14) >= '20261124120018'))) {
    cpSync(path.join(ours, name), path.join(before, name), { recursive: true });
  }
  cpSync(path.join(ours, 'migration_lock.toml'), path.join(before, 'migration_lock.toml'));
  const file = path.join(folder, 'sluice.db');
  await migrate(file, before);
  const source = await openTestServices();
  for (const flowName of ['orders', 'leads']) {
    await source.data.submit({
      world,
      flowName,
      command: {
        operation: 'CreateFlow',
        id: source.ids.next(),
        definition: definition('Event', 'S3'),
        tags: { team: 'data' },
      },
      caller: { actor: 'Ana', via: 'test' },
      requestId: source.ids.next(),
      answer: () => undefined,
    });
  }
  const database = new Sqlite(file);
  database.prepare('ATTACH ? AS source').run(source.databaseFile);
  const columns = (database.pragma('table_info("Flow")') as { name: string }[])
    .map(({ name }) => name)
    .join(', ');
  database.exec(`INSERT INTO "Flow" (${columns}) SELECT ${columns} FROM source."Flow"`);
  database.close();
  await migrate(file);
  expectKept(file);
});

it('is filled at once as flow by flow, and left with all that keeps it', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'sluice-entries-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, 'sluice.db');
  cpSync(inject('templateDatabase'), file);
  const upkeep = () => {
    const database = new Sqlite(file, { readonly: true });
    const all = database.prepare('SELECT name, sql FROM sqlite_master ORDER BY name').all();
    database.close();
    return all;
  };
  const before = upkeep();
  for (const region of ['us-east-1', 'eu-west-1']) {
    fillDatabase(file, {
      world: { ...world, region },
      flows: 300,
      events: 50,
      now: Date.now(),
      name: region,
    });
  }
  expectKept(file);
  expect(upkeep()).toEqual(before);
});
