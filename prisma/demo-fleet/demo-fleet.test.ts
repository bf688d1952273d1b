import { expect, test } from 'vitest';
import { defaultWorld, standings } from '@/contract/console';
import { readInput } from '@/contract/read-input';
import { CreateFlowRequest } from '@/contract/shapes.gen';
import { checkDefinition } from '@/server/operations/check-definition';
import { stopFlow } from '@/server/operations/stop-flow';
import { openTestServices } from '@/server/testing/open-test-services';
import { demoFleet } from './demo-fleet';

const now = Date.UTC(2026, 0, 15, 12);

test('every definition is one that CreateFlow takes', () => {
  for (const { flowName, command } of demoFleet(now)) {
    if (command.operation === 'CreateFlow') {
      const { definition, tags } = command;
      expect(readInput(CreateFlowRequest, { flowName, tags, ...definition })).toEqual({
        ok: true,
        input: { flowName, tags, ...definition },
      });
      expect(() => checkDefinition(definition, 'Create')).not.toThrow();
    }
  }
});

test('the history is the same for the same now, and over by then', () => {
  const moments = demoFleet(now);
  expect(demoFleet(now)).toEqual(moments);
  expect(moments.filter(({ at }) => at > now)).toEqual([]);
  expect(moments.length).toBeLessThan(3_000);
});

test('lived through, it shows every state, each error that a stop can meet, and runs under way', async () => {
  const { data, contextOf, time } = await openTestServices({ history: demoFleet(now) });
  time.now = now;
  const counts = await data.flows.counts(defaultWorld);
  for (const standing of standings) {
    expect(counts[standing], standing).toBeGreaterThan(0);
  }
  const flows = await data.flows.list(defaultWorld, undefined, 100);
  expect(flows.length).toBeGreaterThanOrEqual(38);
  expect(flows.length).toBeLessThanOrEqual(44);
  expect((await data.executions.inProgress(10)).length).toBeGreaterThan(1);

  const ctx = contextOf('Ana', { world: defaultWorld });
  for (const [flowName, name] of [
    ['salesforce-full-export', 'UnsupportedOperationException'],
    ['hubspot-deals-to-s3', 'ConflictException'],
    ['eloqua-contacts-to-s3', 'ResourceNotFoundException'],
  ] as const) {
    await expect(stopFlow({ flowName }, ctx)).rejects.toMatchObject({ name });
  }
});

test('nothing in it was refused but the three attempts that are meant to be', async () => {
  const { data } = await openTestServices({ history: demoFleet(now) });
  const names = new Set(demoFleet(now).map(({ flowName }) => flowName));
  const events = await Promise.all([...names].map((name) => data.events.ofFlow(defaultWorld, name, 1_000)));
  const refused = events.flat().filter(({ outcome }) => outcome === 'refused');
  expect(refused.map(({ flowName, operation }) => `${operation} ${flowName}`).sort()).toEqual([
    'StopFlow eloqua-contacts-to-s3',
    'StopFlow hubspot-deals-to-s3',
    'StopFlow salesforce-full-export',
  ]);
});
