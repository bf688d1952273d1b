import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultWorld, standings } from '@/contract/console';
import { readInput } from '@/contract/read-input';
import { CreateFlowRequest, TriggerType } from '@/contract/shapes.gen';
import type { FlowMoment } from '@/server/data/replay';
import { decide } from '@/server/domain/decide';
import type { Subject } from '@/server/domain/decision';
import type { Flow } from '@/server/domain/flow';
import { nextRunAt } from '@/server/domain/schedule';
import { standingOf } from '@/server/domain/standing';
import { checkDefinition } from '@/server/operations/check-definition';
import { stopFlow } from '@/server/operations/stop-flow';
import { openTestServices } from '@/server/testing/open-test-services';
import { demoConnections } from './connections';
import { demoFleet, demoHistory } from './demo-fleet';

const now = Date.UTC(2026, 0, 15, 12);

test('every definition is one that CreateFlow takes', () => {
  for (const { at, flowName, command } of demoFleet(now)) {
    if (command.operation === 'CreateFlow') {
      const { definition, tags } = command;
      expect(readInput(CreateFlowRequest, { flowName, tags, ...definition })).toEqual({
        ok: true,
        input: { flowName, tags, ...definition },
      });
      expect(() => checkDefinition(definition, 'Create', at)).not.toThrow();
    }
  }
});

test('the history is the same for the same now', () => {
  expect(demoFleet(now)).toEqual(demoFleet(now));
});

const profiles = new Map(
  demoConnections(now).flatMap((moment) =>
    moment.command.operation === 'CreateConnectorProfile' && 'connectorProfileName' in moment
      ? [[moment.connectorProfileName, moment.command] as const]
      : [],
  ),
);

/** The flows, existing and deleted, as the domain alone makes them of the history, and what it refused. */
function liveThrough(moments: FlowMoment[]): { flows: Flow[]; refused: string[] } {
  const flows = new Map<string, Flow>();
  const underWay = new Map<string, string[]>();
  const deleted: Flow[] = [];
  const refused: string[] = [];
  for (const { at, world, flowName, command, caller } of [...moments].sort(
    (one, other) => one.at - other.at,
  )) {
    const runs = underWay.get(flowName) ?? [];
    const subject: Subject = {
      world,
      flowName,
      flow: flows.get(flowName),
      definition: () => undefined,
      connectorProfile: (name) => profiles.get(name),
      executionsUnderWay: () =>
        runs.map((executionId) => ({ executionId, executionStatus: 'InProgress' as const })),
      usage: () => ({ flows: flows.size, executionsUnderWay: 0 }),
    };
    const decision = decide(subject, command, caller, at);
    const change = decision.outcome === 'refused' ? undefined : decision.executionChange;
    if (change?.kind === 'started') {
      underWay.set(flowName, [...runs, change.execution.executionId]);
    } else if (change?.kind === 'ended') {
      underWay.set(
        flowName,
        runs.filter((executionId) => executionId !== change.executionId),
      );
    }
    if (decision.outcome === 'refused') {
      refused.push(`${command.operation} ${flowName}: ${decision.exceptionName}`);
    } else if (decision.flow.flowStatus === 'Deleted') {
      flows.delete(flowName);
      deleted.push(decision.flow);
    } else {
      flows.set(flowName, decision.flow);
    }
  }
  return { flows: [...flows.values(), ...deleted], refused: refused.sort() };
}

// Week ends, nights, and the ends of months and years: whenever somebody first starts Sluice.
const anyNow = fc.integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2035, 0, 1) });
const property = (check: (now: number) => void) => {
  fc.assert(fc.property(anyNow, check), { numRuns: 15 });
};

test('whenever now is, the history is over by then, small, in whole milliseconds, and each run is one of its own', () => {
  property((now) => {
    const moments = demoFleet(now);
    expect(moments.length).toBeLessThan(10_000);
    expect(moments.filter(({ at }) => at > now || !Number.isInteger(at))).toEqual([]);
    const runs = moments.flatMap(({ command }) =>
      command.operation === 'StartExecution' ? [command.execution] : [],
    );
    expect(new Set(runs.map(({ executionId }) => executionId)).size).toBe(runs.length);
    for (const { course } of runs) {
      const { endsAt, plan } = course ?? expect.fail('a run of the past has a course');
      expect(endsAt).toBeLessThanOrEqual(now + 90 * 60_000);
      expect(
        Object.values(plan).filter((value) => typeof value === 'number' && !Number.isInteger(value)),
      ).toEqual([]);
    }
  });
});

test('whenever now is, people work on weekdays, not at night, and each at a time of their own', () => {
  property((now) => {
    const deeds = demoFleet(now).filter(({ caller }) => caller.via !== 'runner' && caller.via !== 'service');
    for (const { at, flowName } of deeds.filter(({ at: time }) => time < now - 13 * 3_600_000)) {
      const time = new Date(at);
      expect([1, 2, 3, 4, 5], `${flowName} ${time.toISOString()}`).toContain(time.getUTCDay());
      expect(time.getUTCHours() >= 8 && time.getUTCHours() < 19, `${flowName} ${time.toISOString()}`).toBe(
        true,
      );
    }
    const seconds = new Set(deeds.map(({ at }) => Math.floor(at / 1_000) % 3_600));
    expect(seconds.size).toBeGreaterThan(deeds.length * 0.8);
  });
});

test('whenever now is, only the three attempts are refused, and the flows stand as they are meant to', () => {
  const meant = liveThrough(demoFleet(now)).flows.map((flow) => `${flow.flowName} ${standingOf(flow)}`);
  property((now) => {
    const { flows, refused } = liveThrough(demoFleet(now));
    expect(refused).toEqual([
      'StopFlow eloqua-contacts-to-s3: ResourceNotFoundException',
      'StopFlow hubspot-deals-to-s3: ConflictException',
      'StopFlow salesforce-full-export: UnsupportedOperationException',
    ]);
    expect(flows.map((flow) => `${flow.flowName} ${standingOf(flow)}`).sort()).toEqual([...meant].sort());
  });
});

test('whenever now is, an active flow has run each time that it was due but for the last minutes', () => {
  property((now) => {
    const moments = demoFleet(now);
    for (const { flowName, flowStatus, schedule, statusChangedAt } of liveThrough(moments).flows) {
      if (flowStatus === 'Active' && schedule) {
        const began = moments.flatMap(({ at, ...moment }) =>
          moment.flowName === flowName && moment.command.operation === 'StartExecution' ? [at] : [],
        );
        const recent = began.slice(-10);
        const due = recent.map((at) => nextRunAt(schedule, statusChangedAt, at));
        expect(due.slice(0, -1), flowName).toEqual(recent.slice(1));
        expect(due.at(-1), flowName).toBeGreaterThan(now - 5 * 60_000);
      }
    }
  });
});

test('every trigger, versions after the first, failures below the threshold and runs under way can be seen', () => {
  const { flows } = liveThrough(demoFleet(now));
  expect(new Set(flows.map(({ triggerType }) => triggerType))).toEqual(new Set(TriggerType.options));
  expect(flows.some(({ schemaVersion }) => schemaVersion > 1)).toBe(true);
  expect(
    flows.some(
      ({ flowStatus, failedExecutionsInARow, schedule }) =>
        flowStatus === 'Active' &&
        failedExecutionsInARow === 2 &&
        schedule?.flowErrorDeactivationThreshold === 3,
    ),
  ).toBe(true);
  expect(flows.filter(({ executionsInProgress }) => executionsInProgress > 0).length).toBeGreaterThan(1);
});

test('lived through, it shows every state, each error that a stop can meet, and runs under way', async () => {
  const { data, contextOf, time } = await openTestServices({ history: demoHistory(now) });
  time.now = now;
  const counts = data.flows.counts(defaultWorld);
  for (const standing of standings) {
    expect(counts[standing], standing).toBeGreaterThan(0);
  }
  expect(await data.connectorProfiles.list(defaultWorld, {}, undefined, 100)).toHaveLength(profiles.size);
  expect(await data.registeredConnectors.list(defaultWorld, undefined, 100)).toHaveLength(6);
  const flows = await data.flows.list(defaultWorld, undefined, 100);
  expect(flows.length).toBeGreaterThanOrEqual(38);
  expect(flows.length).toBeLessThanOrEqual(44);
  expect((await data.executions.underWay(10)).length).toBeGreaterThan(1);

  const ctx = contextOf('Ana', { world: defaultWorld });
  for (const [flowName, name] of [
    ['salesforce-full-export', 'UnsupportedOperationException'],
    ['hubspot-deals-to-s3', 'ConflictException'],
    ['eloqua-contacts-to-s3', 'ResourceNotFoundException'],
  ] as const) {
    await expect(stopFlow({ flowName }, ctx)).rejects.toMatchObject({ name });
  }
});
