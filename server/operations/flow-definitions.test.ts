import { expect, test } from 'vitest';
import { operations } from '@/contract/operations';
import { flowRequest, openTestServices, world } from '../testing/open-test-services';
import { createFlow } from './create-flow';
import { deleteFlow } from './delete-flow';
import { describeFlow } from './describe-flow';
import { listFlows } from './list-flows';
import { startFlow } from './start-flow';
import { stopFlow } from './stop-flow';
import { updateFlow } from './update-flow';

test('CreateFlow: an on-demand flow is Active at once, the others are drafts', async () => {
  const ctx = (await openTestServices()).contextOf('Ana');
  expect(await createFlow(flowRequest('export', 'OnDemand'), ctx)).toEqual({
    flowArn: 'arn:aws:appflow:eu-west-1:111122223333:flow/export',
    flowStatus: 'Active',
  });
  expect(await createFlow(flowRequest('orders', 'Scheduled'), ctx)).toMatchObject({ flowStatus: 'Draft' });
  expect(await createFlow(flowRequest('leads', 'Event'), ctx)).toMatchObject({ flowStatus: 'Draft' });
});

test('CreateFlow: ConflictException when the name is taken, until the flow is deleted', async () => {
  const ctx = (await openTestServices()).contextOf('Ana');
  const request = flowRequest('export', 'OnDemand');
  await createFlow(request, ctx);
  await expect(createFlow(request, ctx)).rejects.toMatchObject({
    name: 'ConflictException',
    message: 'Conflict executing request: Flow with name export already exists.',
  });
  await deleteFlow({ flowName: 'export' }, ctx);
  await createFlow(request, ctx);
});

test('CreateFlow: two at once under one name make one flow', async () => {
  const ctx = (await openTestServices()).contextOf('Ana');
  const results = await Promise.allSettled([
    createFlow(flowRequest('export', 'OnDemand'), ctx),
    createFlow(flowRequest('export', 'OnDemand'), ctx),
  ]);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
});

test('CreateFlow: the same client token answers again; with other parameters it is a ConflictException', async () => {
  const ctx = (await openTestServices()).contextOf('Ana');
  const request = { ...flowRequest('export', 'OnDemand'), clientToken: 'token-1' };
  const first = await createFlow(request, ctx);
  expect(await createFlow(request, ctx)).toEqual(first);
  await expect(createFlow({ ...request, description: 'another' }, ctx)).rejects.toMatchObject({
    name: 'ConflictException',
  });
});

test('CreateFlow: ValidationException for a schedule that is missing or no schedule, and for no destination', async () => {
  const ctx = (await openTestServices()).contextOf('Ana');
  const request = flowRequest('orders', 'Scheduled');
  const unscheduled = { ...request, triggerConfig: { triggerType: 'Scheduled' as const } };
  await expect(createFlow(unscheduled, ctx)).rejects.toMatchObject({ name: 'ValidationException' });
  const nonsense = {
    ...request,
    triggerConfig: {
      triggerType: 'Scheduled' as const,
      triggerProperties: { Scheduled: { scheduleExpression: 'whenever' } },
    },
  };
  await expect(createFlow(nonsense, ctx)).rejects.toMatchObject({
    name: 'ValidationException',
    message: expect.stringContaining('scheduleExpression whenever'),
  });
  await expect(createFlow({ ...request, destinationFlowConfigList: [] }, ctx)).rejects.toMatchObject({
    name: 'ValidationException',
  });
});

test('CreateFlow: ValidationException in the words of AWS when no task says what is moved', async () => {
  const ctx = (await openTestServices()).contextOf('Ana');
  const request = flowRequest('orders', 'Event');
  const map = { taskType: 'Map' as const, sourceFields: ['Id'], destinationField: 'id' };
  for (const tasks of [[], [map]]) {
    await expect(createFlow({ ...request, tasks }, ctx)).rejects.toMatchObject({
      name: 'ValidationException',
      message:
        'Create Flow request failed: [Task Validation Error: You must specify a projection task or a MAP_ALL task]',
    });
  }
  const projection = {
    taskType: 'Filter' as const,
    sourceFields: ['Id'],
    connectorOperator: { Salesforce: 'PROJECTION' as const },
  };
  expect(await createFlow({ ...request, tasks: [projection, map] }, ctx)).toMatchObject({
    flowStatus: 'Draft',
  });
});

test('CreateFlow: ValidationException lists what is wrong, but not without end', async () => {
  const ctx = (await openTestServices()).contextOf('Ana');
  const task = {
    taskType: 'Map_all' as const,
    sourceFields: [],
    connectorOperator: { Zendesk: 'PROJECTION' as const },
  };
  const tasks = Array.from({ length: 1_000 }, () => task);
  await expect(createFlow({ ...flowRequest('orders', 'Event'), tasks }, ctx)).rejects.toMatchObject({
    name: 'ValidationException',
    message: expect.stringMatching(
      /^Create Flow request failed: \[Task Validation Error: .*, and 980 more\]$/,
    ),
  });
});

test('DescribeFlow: everything that was given comes back, in the shape of the contract', async () => {
  const { contextOf, time } = await openTestServices();
  const ctx = contextOf('Ana Ruiz');
  const request = { ...flowRequest('orders', 'Scheduled'), description: 'Orders', tags: { team: 'sales' } };
  await createFlow(request, ctx);
  const described = await describeFlow({ flowName: 'orders' }, ctx);
  expect(described).toMatchObject({ ...request, flowStatus: 'Draft', createdAt: time.now / 1_000 });
  expect(described.createdBy).toBe('arn:aws:iam::111122223333:user/Ana%20Ruiz');
  expect(operations.DescribeFlow.output.safeParse(described).success).toBe(true);
});

test('DescribeFlow: ResourceNotFoundException for an unknown and for a deleted name', async () => {
  const ctx = (await openTestServices()).contextOf('Ana');
  await expect(describeFlow({ flowName: 'export' }, ctx)).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  });
  await createFlow(flowRequest('export', 'OnDemand'), ctx);
  await deleteFlow({ flowName: 'export' }, ctx);
  await expect(describeFlow({ flowName: 'export' }, ctx)).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  });
});

test('UpdateFlow: the definition is replaced, the state is kept, the version counts up', async () => {
  const ctx = (await openTestServices()).contextOf('Ana');
  await createFlow(flowRequest('orders', 'Scheduled'), ctx);
  await startFlow({ flowName: 'orders' }, ctx);
  const request = { ...flowRequest('orders', 'Scheduled'), description: 'Changed' };

  expect(await updateFlow(request, ctx)).toEqual({ flowStatus: 'Active' });

  expect(await describeFlow({ flowName: 'orders' }, ctx)).toMatchObject({
    description: 'Changed',
    flowStatus: 'Active',
    schemaVersion: 2,
  });
});

test('UpdateFlow: the trigger type may change only while the flow is not Active', async () => {
  const ctx = (await openTestServices()).contextOf('Ana');
  await createFlow(flowRequest('orders', 'Scheduled'), ctx);
  await startFlow({ flowName: 'orders' }, ctx);
  await expect(updateFlow(flowRequest('orders', 'Event'), ctx)).rejects.toMatchObject({
    name: 'ValidationException',
    message: expect.stringContaining('Update Flow request failed due to:'),
  });
  await stopFlow({ flowName: 'orders' }, ctx);
  expect(await updateFlow(flowRequest('orders', 'Event'), ctx)).toEqual({ flowStatus: 'Suspended' });
});

test('UpdateFlow: ResourceNotFoundException for an unknown name, ConflictException for a token of another request', async () => {
  const ctx = (await openTestServices()).contextOf('Ana');
  await expect(updateFlow(flowRequest('orders', 'Event'), ctx)).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  });
  await createFlow(flowRequest('orders', 'Event'), ctx);
  const request = { ...flowRequest('orders', 'Event'), clientToken: 'token-1' };
  await updateFlow(request, ctx);
  await expect(updateFlow({ ...request, description: 'another' }, ctx)).rejects.toMatchObject({
    name: 'ConflictException',
  });
});

test('DeleteFlow: an active scheduled flow only with forceDelete; its runs are canceled and stay on record', async () => {
  const { contextOf, data } = await openTestServices();
  const ctx = contextOf('Ana');
  await createFlow(flowRequest('orders', 'Scheduled'), ctx);
  await startFlow({ flowName: 'orders' }, ctx);
  await expect(deleteFlow({ flowName: 'orders' }, ctx)).rejects.toMatchObject({
    name: 'ConflictException',
    message:
      'Conflict executing request: Flow is in active state, please set forceDelete to true or deactivate the flow: orders',
  });
  expect(await deleteFlow({ flowName: 'orders', forceDelete: true }, ctx)).toEqual({});
  expect((await data.flows.findLatest(world, 'orders'))?.flow.flowStatus).toBe('Deleted');
});

test('DeleteFlow: an on-demand flow at any time, with its runs under way canceled', async () => {
  const { contextOf, data } = await openTestServices();
  const ctx = contextOf('Ana');
  await createFlow(flowRequest('export', 'OnDemand'), ctx);
  await startFlow({ flowName: 'export' }, ctx);
  await deleteFlow({ flowName: 'export' }, ctx);
  expect(await data.executions.ofFlow(world, 'export', 10)).toMatchObject([{ executionStatus: 'Canceled' }]);
  expect(await data.executions.underWay(10)).toEqual([]);
});

test('DeleteFlow: ResourceNotFoundException for an unknown name', async () => {
  const ctx = (await openTestServices()).contextOf('Ana');
  await expect(deleteFlow({ flowName: 'nothing' }, ctx)).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  });
});

test('ListFlows: every flow that exists throughout the paging appears exactly once, deleted ones not at all', async () => {
  const ctx = (await openTestServices()).contextOf('Ana');
  const names = Array.from({ length: 25 }, (_, index) => `flow-${String(index).padStart(2, '0')}`);
  for (const name of names) {
    await createFlow(flowRequest(name, 'OnDemand'), ctx);
  }
  await deleteFlow({ flowName: 'flow-03' }, ctx);

  const seen: (string | undefined)[] = [];
  let nextToken: string | undefined;
  do {
    const page = await listFlows({ maxResults: 10, nextToken }, ctx);
    expect(operations.ListFlows.output.safeParse(page).success).toBe(true);
    seen.push(...(page.flows ?? []).map(({ flowName }) => flowName));
    if (nextToken === undefined) {
      await createFlow(flowRequest('flow-00b', 'OnDemand'), ctx);
      await deleteFlow({ flowName: 'flow-05' }, ctx);
    }
    nextToken = page.nextToken;
  } while (nextToken !== undefined);

  expect(seen).toEqual(names.filter((name) => name !== 'flow-03'));
});

test('ListFlows: ValidationException for a token that it did not give for this account and region', async () => {
  const { contextOf } = await openTestServices();
  const ctx = contextOf('Ana');
  await createFlow(flowRequest('flow-1', 'OnDemand'), ctx);
  await createFlow(flowRequest('flow-2', 'OnDemand'), ctx);
  const { nextToken } = await listFlows({ maxResults: 1 }, ctx);
  expect(nextToken).toBeDefined();
  const elsewhere = contextOf('Ana', { world: { ...world, region: 'us-east-1' } });
  await expect(listFlows({ nextToken }, elsewhere)).rejects.toMatchObject({ name: 'ValidationException' });
  await expect(listFlows({ nextToken: 'nonsense' }, ctx)).rejects.toMatchObject({
    name: 'ValidationException',
  });
});
