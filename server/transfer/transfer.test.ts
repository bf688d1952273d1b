import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { demoHistory } from '@/prisma/demo-fleet/demo-fleet';
import { openFlows } from '../data/open-data';
import { describeFlow } from '../operations/describe-flow';
import { stopFlow } from '../operations/stop-flow';
import { createRunner } from '../runner/runner';
import { openTestServices, type TestServices } from '../testing/open-test-services';
import { exportFlows } from './export-flows';
import { importFlows, summaryOf } from './import-flows';
import { readFlows } from './read-flows';

const fixtures = ['list-flows.json', 'describe-flow-loop.json'].map((file) => ({
  file,
  text: readFileSync(new URL(`fixtures/${file}`, import.meta.url), 'utf8'),
}));
const world = { account: '210987654321', region: 'eu-central-1' };

function importInto({ data }: TestServices, ...texts: string[]): string[] {
  const files = texts.map((text) => ({ file: 'flows.json', text }));
  const { flows, refusals } = readFlows(files);
  expect(refusals).toEqual([]);
  return importFlows(flows, { data, newId: () => randomUUID(), actor: 'ana' });
}

async function exported({ databaseFile }: TestServices): Promise<string> {
  const reader = await openFlows(databaseFile);
  const flows = await reader.all({});
  await reader.close();
  return exportFlows(flows);
}

test.each([
  [
    'a real fleet',
    async () => {
      const services = await openTestServices();
      expect(importInto(services, ...fixtures.map(({ text }) => text))).toEqual([]);
      return services;
    },
  ],
  ['the demo fleet', () => openTestServices({ history: demoHistory(Date.UTC(2026, 0, 15, 12)) })],
])(
  '%s that is exported, imported into an empty database and exported again is the same file',
  async (_, open) => {
    const first = await exported(await open());
    const services = await openTestServices();
    expect(importInto(services, first)).toEqual([]);
    expect(await exported(services)).toBe(first);
    expect(JSON.parse(first).flows.length).toBeGreaterThan(6);
  },
);

test('DescribeFlow answers for an imported flow what AppFlow did', async () => {
  const services = await openTestServices();
  importInto(services, ...fixtures.map(({ text }) => text));
  const ctx = services.contextOf('ana', { world });
  const answer = await describeFlow({ flowName: 's3-leads-to-salesforce' }, ctx);
  expect(answer).toMatchObject({
    flowArn: 'arn:aws:appflow:eu-central-1:210987654321:flow/s3-leads-to-salesforce',
    flowStatus: 'Suspended',
    flowStatusMessage: 'Flow deactivated: 3 consecutive runs failed (see CloudWatch).',
    createdAt: Date.UTC(2025, 7, 29, 16, 20, 7, 250) / 1_000,
    createdBy: 'arn:aws:iam::210987654321:user/terraform',
    lastRunExecutionDetails: {
      mostRecentExecutionStatus: 'Error',
      mostRecentExecutionTime: Date.UTC(2026, 0, 9, 4, 15, 27, 9) / 1_000,
    },
    tags: { team: 'data-science', env: 'prod' },
    schemaVersion: 4,
  });
  expect(await describeFlow({ flowName: 'sap-sales-orders-to-s3' }, ctx)).toMatchObject({
    createdBy: 'arn:aws:iam::210987654321:root',
  });
});

test('an import is told in the activity, and the flow is operated like any other', async () => {
  const services = await openTestServices();
  importInto(services, ...fixtures.map(({ text }) => text));
  const flowName = 'salesforce-opportunities-to-redshift';
  expect(await services.data.flows.withNextRun(10)).toEqual([
    // Every hour from its start, and every day a quarter of an hour after its time.
    { world, flowName, at: Date.UTC(2026, 0, 15, 13) },
    { world, flowName: 'sap-sales-orders-to-s3', at: Date.UTC(2026, 0, 16, 12) },
  ]);
  await stopFlow({ flowName }, services.contextOf('ben', { world }));
  expect(await services.data.events.ofFlow(world, flowName, 10)).toMatchObject([
    { operation: 'StopFlow', beforeStatus: 'Active', afterStatus: 'Suspended', by: 'ben' },
    {
      operation: 'ImportFlow',
      outcome: 'changed',
      afterStatus: 'Active',
      by: 'ana',
      via: 'import',
      reason: 'Imported from flows.json',
    },
  ]);
});

test('a run that was under way ends', async () => {
  const services = await openTestServices();
  importInto(services, ...fixtures.map(({ text }) => text));
  services.time.now += 1_000;
  const runner = createRunner(services);
  runner.wake();
  await expect
    .poll(() => services.data.executions.ofFlow(world, 'sap-sales-orders-to-s3', 10))
    .toContainEqual(
      expect.objectContaining({
        startedAt: Date.UTC(2026, 0, 15, 11, 45, 0, 118),
        executionStatus: 'Successful',
      }),
    );
  await runner.stop();
});

test('an import with a flow whose name exists changes nothing and names each of them', async () => {
  const services = await openTestServices();
  const [list = '', describe = ''] = fixtures.map(({ text }) => text);
  importInto(services, describe);
  const before = await exported(services);
  expect(importInto(services, list)).toEqual(
    readFlows([{ file: '', text: describe }]).flows.map(
      ({ flowName }) =>
        `flows.json: ${flowName}: Conflict executing request: Flow with name ${flowName} already exists.`,
    ),
  );
  expect(await exported(services)).toBe(before);
  expect(await services.data.events.ofFlow(world, 'hubspot-contacts-to-s3', 10)).toEqual([]);
});

test('the summary says how many flows of each state went where', () => {
  expect(summaryOf(readFlows(fixtures).flows)).toEqual([
    'Imported 7 flows into account 210987654321 in eu-central-1: 3 active, 1 on demand, 1 suspended, 1 draft, 1 errored.',
    'Known from list-flows alone, so without schedule and fields, which describe-flow prints: 1.',
    'The console shows them at /flows?account=210987654321&region=eu-central-1',
  ]);
});
