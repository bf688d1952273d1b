import { expect, test, vi } from 'vitest';
import { assertOutput } from '@/contract/assert-output';
import type { Context } from '../context';
import { createRunner } from '../runner/runner';
import { flowRequest, openTestServices, type TestServices, world } from '../testing/open-test-services';
import { cancelFlowExecutions } from './cancel-flow-executions';
import { createFlow } from './create-flow';
import { describeFlow } from './describe-flow';
import { describeFlowExecutionRecords } from './describe-flow-execution-records';
import { startFlow } from './start-flow';

async function openExport() {
  const services = await openTestServices();
  const ctx = services.contextOf('Ana');
  await createFlow(flowRequest('export', 'OnDemand'), ctx);
  return { ...services, ctx };
}

async function startTimes(ctx: Context, count: number): Promise<(string | undefined)[]> {
  const ids: (string | undefined)[] = [];
  for (let index = 0; index < count; index += 1) {
    ids.push((await startFlow({ flowName: 'export' }, ctx)).executionId);
  }
  return ids;
}

async function endRuns(services: TestServices): Promise<void> {
  services.time.now += 60_000;
  const runner = createRunner(services);
  runner.wake();
  await vi.waitFor(async () => expect(await services.data.executions.underWay(1)).toEqual([]), {
    timeout: 20_000,
  });
  await runner.stop();
}

test('records come newest first, 20 a page unless asked, each once while runs are added', async () => {
  const { ctx, time } = await openExport();
  const before: (string | undefined)[] = [];
  // Several began in the same millisecond.
  for (let minute = 0; minute < 9; minute += 1) {
    before.push(...(await startTimes(ctx, 5)));
    time.now += 60_000;
  }
  const first = await describeFlowExecutionRecords({ flowName: 'export' }, ctx);
  expect(first.flowExecutions).toHaveLength(20);
  assertOutput('DescribeFlowExecutionRecords', first);

  const seen = first.flowExecutions ?? [];
  let { nextToken } = first;
  while (nextToken !== undefined) {
    await startTimes(ctx, 3);
    const page = await describeFlowExecutionRecords({ flowName: 'export', maxResults: 7, nextToken }, ctx);
    seen.push(...(page.flowExecutions ?? []));
    nextToken = page.nextToken;
  }
  expect(seen.map(({ executionId }) => executionId).sort()).toEqual([...before].sort());
  const times = seen.map(({ startedAt = 0 }) => startedAt);
  expect(times).toEqual([...times].sort((one, other) => other - one));
});

test('a record tells what the run moved, or why it failed', async () => {
  const services = await openExport();
  const { ctx } = services;
  const startedAt = services.time.now / 1_000;
  await startTimes(ctx, 1);
  const running = await describeFlowExecutionRecords({ flowName: 'export' }, ctx);
  expect(running.flowExecutions).toEqual([
    expect.objectContaining({ executionStatus: 'InProgress', executionResult: undefined, startedAt }),
  ]);
  await endRuns(services);
  await services.data.submit({
    world,
    flowName: 'export',
    caller: ctx.caller,
    requestId: 'test',
    command: {
      operation: 'SimulateExecutions',
      simulation: { failures: { rate: 1, message: 'No access.' } },
    },
    answer: () => undefined,
  });
  await startTimes(ctx, 1);
  await endRuns(services);
  const ended = await describeFlowExecutionRecords({ flowName: 'export' }, ctx);
  assertOutput('DescribeFlowExecutionRecords', ended);
  expect(ended.flowExecutions).toMatchObject([
    { executionStatus: 'Error', executionResult: { errorInfo: { executionMessage: 'No access.' } } },
    { executionStatus: 'Successful', startedAt, lastUpdatedAt: startedAt + 60 },
  ]);
  expect(ended.flowExecutions?.[1]?.executionResult?.recordsProcessed).toBeGreaterThan(0);
});

test('a run of a flow with a metadata catalog registers a table there once it succeeds', async () => {
  const services = await openTestServices();
  const ctx = services.contextOf('Ana');
  const glueDataCatalog = {
    roleArn: 'arn:aws:iam::111122223333:role/catalog',
    databaseName: 'lake',
    tablePrefix: 'Sales',
  };
  const metadataCatalogConfig = { glueDataCatalog };
  await createFlow({ ...flowRequest('export', 'OnDemand'), metadataCatalogConfig }, ctx);
  await startTimes(ctx, 1);
  expect(await describeFlow({ flowName: 'export' }, ctx)).toMatchObject({
    metadataCatalogConfig,
    lastRunMetadataCatalogDetails: undefined,
  });
  await endRuns(services);
  const details = [{ catalogType: 'GLUE', tableName: 'sales_export' }];
  const described = await describeFlow({ flowName: 'export' }, ctx);
  expect(described).toMatchObject({ lastRunMetadataCatalogDetails: details });
  assertOutput('DescribeFlow', described);
  const records = await describeFlowExecutionRecords({ flowName: 'export' }, ctx);
  expect(records.flowExecutions).toMatchObject([{ metadataCatalogDetails: details }]);
});

test('a cancelled run is CancelStarted, then Canceled; ids that cannot be are named', async () => {
  const services = await openExport();
  const { ctx } = services;
  const [one = '', other = ''] = await startTimes(ctx, 2);
  const answer = await cancelFlowExecutions({ flowName: 'export', executionIds: [one, 'nothing'] }, ctx);
  expect(answer).toEqual({ invalidExecutions: ['nothing'] });
  assertOutput('CancelFlowExecutions', answer);
  expect(statuses(await describeFlowExecutionRecords({ flowName: 'export' }, ctx))).toEqual({
    [one]: 'CancelStarted',
    [other]: 'InProgress',
  });
  await endRuns(services);
  expect(statuses(await describeFlowExecutionRecords({ flowName: 'export' }, ctx))).toEqual({
    [one]: 'Canceled',
    [other]: 'Successful',
  });
  expect(await cancelFlowExecutions({ flowName: 'export', executionIds: [one] }, ctx)).toEqual({
    invalidExecutions: [one],
  });
});

test('without ids all runs in progress are cancelled, and none is no error', async () => {
  const services = await openExport();
  const { ctx, data } = services;
  await startTimes(ctx, 3);
  expect(await cancelFlowExecutions({ flowName: 'export' }, ctx)).toEqual({ invalidExecutions: [] });
  expect(await describeFlow({ flowName: 'export' }, ctx)).toMatchObject({
    lastRunExecutionDetails: { mostRecentExecutionStatus: 'CancelStarted' },
  });
  await endRuns(services);
  expect((await data.flows.find(world, 'export'))?.flow).toMatchObject({
    executionsInProgress: 0,
    failedExecutionsInARow: 0,
    lastExecution: { executionStatus: 'Canceled' },
  });
  expect(await cancelFlowExecutions({ flowName: 'export' }, ctx)).toEqual({ invalidExecutions: [] });
});

function statuses({ flowExecutions = [] }: Awaited<ReturnType<typeof describeFlowExecutionRecords>>) {
  return Object.fromEntries(
    flowExecutions.map(({ executionId = '', executionStatus }) => [executionId, executionStatus]),
  );
}
