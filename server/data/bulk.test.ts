import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, inject, onTestFinished, test } from 'vitest';
import { fillDatabase } from '@/bench/fill-database';
import { groupNamesAtMost } from '@/contract/bulk';
import { bulkRepository, groupsPlan } from './bulk';
import { openDatabase } from './database';

const world = { account: '111122223333', region: 'eu-west-1' };
/** More than are put into groups at once. */
const flowCount = 4_500;

async function openFleet() {
  const folder = mkdtempSync(path.join(tmpdir(), 'sluice-bulk-'));
  const file = path.join(folder, 'sluice.db');
  copyFileSync(inject('templateDatabase'), file);
  fillDatabase(file, { world, flows: flowCount, events: 0, now: Date.UTC(2026, 0, 15, 12) });
  const database = await openDatabase(file);
  onTestFinished(async () => {
    await database.close();
    rmSync(folder, { recursive: true });
  });
  const flowIds = database.lists.prepare<[], string>('SELECT id FROM "Flow" ORDER BY id').pluck().all();
  return { ...database, flowIds, bulk: bulkRepository(database.reader, database.writer, () => undefined) };
}

test('groups of very many flows are those of all of them, and others have their turn in between', async () => {
  const { bulk, flowIds, lists } = await openFleet();
  const order: string[] = [];
  setImmediate(() => order.push('another'));
  const groups = await bulk.groups(world, [...flowIds, ...flowIds.slice(0, 10)], undefined);
  order.push('groups');
  expect(order).toEqual(['another', 'groups']);

  const kinds = lists
    .prepare<
      [],
      { flowStatus: string; triggerType: string; isRunning: number; count: number; names: string }
    >(
      `SELECT flowStatus, triggerType, executionsInProgress > 0 AS isRunning, count(*) AS count,
         group_concat(flowName) AS names FROM "Flow" GROUP BY 1, 2, 3`,
    )
    .all()
    .map(({ names, ...kind }) => ({
      ...kind,
      flowNames: names.split(',').sort().slice(0, groupNamesAtMost),
    }));
  const found = groups.map(
    ({ flow: { flowStatus, triggerType, executionsInProgress }, count, flowNames }) => ({
      flowStatus,
      triggerType,
      isRunning: Number(executionsInProgress > 0),
      count,
      flowNames,
    }),
  );
  expect(found).toHaveLength(kinds.length);
  expect(found).toEqual(expect.arrayContaining(kinds));
  expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(flowCount);
});

test('of a large world only the flows that are asked about are read', async () => {
  const { reader } = await openFleet();
  const plan = (await groupsPlan(reader, world)).filter((step) => /^(SCAN|SEARCH) /.test(step));
  expect(plan.slice(0, 2)).toEqual([
    expect.stringMatching(/^SCAN named VIRTUAL TABLE/),
    expect.stringMatching(/^SEARCH f USING INDEX \w+ \(id=\?\)$/),
  ]);
  expect(plan.slice(2).join('\n')).not.toContain('SCAN');
});
