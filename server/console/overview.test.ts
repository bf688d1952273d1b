import { expect, test } from 'vitest';
import { Overview } from '@/contract/overview';
import { registerServices } from '../context';
import type { FlowCommand } from '../domain/flow';
import { createFlow } from '../operations/create-flow';
import { deleteFlow } from '../operations/delete-flow';
import { startFlow } from '../operations/start-flow';
import { stopFlow } from '../operations/stop-flow';
import { flowRequest, openTestServices, world } from '../testing/open-test-services';
import { readOverview } from './overview';

const HOUR_MS = 3_600_000;

async function openFleet() {
  const services = await openTestServices();
  registerServices(services);
  const ctx = services.contextOf('Ana', { caller: { actor: 'Ana', via: 'console', reason: 'INC-1' } });
  const submit = (flowName: string, command: FlowCommand) =>
    services.data.submit({
      world,
      flowName,
      command,
      caller: { actor: 'Sluice', via: 'runner' },
      requestId: services.ids.next(),
      answer: ({ flow }) => flow.id,
    });
  /** A run that goes as asked and ends at once, or goes on where no result is given. */
  async function run(flowName: string, executionStatus?: 'Successful' | 'Error') {
    const executionId = services.ids.next();
    const plan = {
      executionStatus: 'Successful',
      bytesProcessed: 0,
      bytesWritten: 0,
      recordsProcessed: 0,
    } as const;
    const id = await submit(flowName, {
      operation: 'StartFlow',
      execution: { executionId, course: { endsAt: services.time.now, plan } },
    });
    if (executionStatus) {
      await submit(flowName, {
        operation: 'EndExecution',
        id,
        executionId,
        result: { ...plan, executionStatus },
      });
    }
  }
  return { ...services, ctx, submit, run };
}

test('an empty world has an overview too', async () => {
  await openFleet();
  const overview = await readOverview({ auth: 'open' }, world);
  expect(Overview.safeParse(overview).success).toBe(true);
  expect(overview).toMatchObject({ existing: 0, needsAttention: [], changes: [], running: { runs: 0 } });
  expect(overview.runHours).toHaveLength(24);
});

test('it names what needs a person, what people stopped, what runs and what is next', async () => {
  const { ctx, run, submit } = await openFleet();
  for (const name of ['broken', 'stopped', 'scheduled']) {
    await createFlow(flowRequest(name, 'Scheduled'), ctx);
    await startFlow({ flowName: name }, ctx);
  }
  for (const name of ['failing', 'running', 'gone']) {
    await createFlow(flowRequest(name, 'OnDemand'), ctx);
  }
  await submit('broken', {
    operation: 'ChangeStatus',
    flowStatus: 'Errored',
    flowStatusMessage: 'No access',
  });
  await stopFlow({ flowName: 'stopped' }, ctx);
  await run('failing', 'Error');
  await run('failing', 'Error');
  await run('running');
  await run('gone');
  await deleteFlow({ flowName: 'gone' }, ctx);

  const overview = await readOverview({ auth: 'open' }, world);
  expect(Overview.safeParse(overview).success).toBe(true);
  const names = (flows: Overview['needsAttention']) => flows.map(({ flowName }) => flowName);
  expect(names(overview.needsAttention)).toEqual(['broken', 'failing']);
  expect(names(overview.stoppedForGood)).toEqual(['stopped']);
  expect(overview.stoppedForGood[0]?.statusChange).toMatchObject({ by: 'Ana', reason: 'INC-1' });
  expect(overview.running).toMatchObject({ flows: [{ flowName: 'running' }], runs: 1 });
  expect(overview.next).toMatchObject({ flows: [{ flowName: 'scheduled' }], total: 1, isMore: false });
  expect(overview.existing).toBe(5);
  expect(overview.changes[0]).toMatchObject({ operation: 'DeleteFlow', flowName: 'gone', by: 'Ana' });
  expect(overview.changes.every(({ via }) => via === 'console')).toBe(true);
});

test('flows that are stopped until a time are named, the next to start again first, with who and why', async () => {
  const { ctx, time } = await openFleet();
  for (const [flowName, hours] of [
    ['for-good', undefined],
    ['later', 2],
    ['sooner', 1],
    ['3', 3],
    ['4', 4],
    ['5', 5],
    ['6', 6],
    ['7', 7],
  ] as const) {
    await createFlow(flowRequest(flowName, 'Scheduled'), ctx);
    await startFlow({ flowName }, ctx);
    const startsAgainAt = hours === undefined ? undefined : time.now + hours * HOUR_MS;
    await stopFlow({ flowName }, { ...ctx, startsAgainAt });
  }
  const { stoppedUntil, stoppedForGood } = await readOverview({ auth: 'open' }, world);
  expect(stoppedUntil).toMatchObject({ total: 7, isMore: false });
  expect(stoppedUntil.flows.slice(0, 2)).toMatchObject([
    { flowName: 'sooner', startsAgainAt: time.now + HOUR_MS, statusChange: { by: 'Ana', reason: 'INC-1' } },
    { flowName: 'later' },
  ]);
  // However many were stopped after it until a time.
  expect(stoppedForGood.map(({ flowName }) => flowName)).toEqual(['for-good']);
});

test('runs are counted in the hour in which they ended, those canceled by a deletion too', async () => {
  const { ctx, run, time } = await openFleet();
  await createFlow(flowRequest('export', 'OnDemand'), ctx);
  await run('export', 'Successful');
  await run('export', 'Error');
  time.now += HOUR_MS;
  await run('export', 'Successful');
  await run('export');
  await run('export');
  await deleteFlow({ flowName: 'export' }, ctx);
  const { runHours } = await readOverview({ auth: 'open' }, world);
  expect(runHours.slice(-2)).toMatchObject([
    { successful: 1, failed: 1, canceled: 0 },
    { successful: 1, failed: 0, canceled: 2 },
  ]);
});
