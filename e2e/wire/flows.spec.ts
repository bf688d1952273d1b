import {
  AppflowClient,
  CreateFlowCommand,
  DeleteFlowCommand,
  DescribeFlowCommand,
  ListFlowsCommand,
  paginateListFlows,
  StartFlowCommand,
  StopFlowCommand,
  UpdateFlowCommand,
} from '@aws-sdk/client-appflow';
import { expect, flowRequest, region, test } from '../fixtures';

test.describe('the life of a flow, over the AWS SDK', () => {
  test('a scheduled flow is made, started, stopped, updated and deleted', async ({ appflow, account }) => {
    const flowName = 'orders';
    const flowArn = `arn:aws:appflow:${region}:${account}:flow/orders`;

    expect(await appflow.send(new CreateFlowCommand(flowRequest(flowName, 'Scheduled')))).toMatchObject({
      flowArn,
      flowStatus: 'Draft',
    });
    const started = await appflow.send(new StartFlowCommand({ flowName }));
    expect(started).toMatchObject({ flowArn, flowStatus: 'Active' });
    expect(started.executionId).toBeUndefined();
    expect(await appflow.send(new StopFlowCommand({ flowName }))).toMatchObject({
      flowArn,
      flowStatus: 'Suspended',
    });
    expect(await appflow.send(new StopFlowCommand({ flowName }))).toMatchObject({ flowStatus: 'Suspended' });

    const update = { ...flowRequest(flowName, 'Scheduled'), description: 'Orders of today' };
    expect(await appflow.send(new UpdateFlowCommand(update))).toMatchObject({ flowStatus: 'Suspended' });

    const described = await appflow.send(new DescribeFlowCommand({ flowName }));
    expect(described).toMatchObject({ ...update, flowArn, flowStatus: 'Suspended', schemaVersion: 2 });
    expect(described.createdAt).toBeInstanceOf(Date);
    expect(Date.now() - Number(described.createdAt)).toBeLessThan(60_000);

    await appflow.send(new DeleteFlowCommand({ flowName }));
    expect((await appflow.send(new ListFlowsCommand({}))).flows).toEqual([]);
  });

  test('an on-demand flow runs and its run ends by itself', async ({ appflow, createFlow }) => {
    await createFlow('export', 'OnDemand');
    const { executionId, flowStatus } = await appflow.send(new StartFlowCommand({ flowName: 'export' }));
    expect(flowStatus).toBe('Active');
    expect(executionId).toMatch(/^\S+$/);
    await expect
      .poll(
        async () =>
          (await appflow.send(new DescribeFlowCommand({ flowName: 'export' }))).lastRunExecutionDetails,
      )
      .toMatchObject({ mostRecentExecutionStatus: 'Successful' });
  });

  test('the same client token starts an on-demand flow once', async ({ appflow, createFlow }) => {
    await createFlow('export', 'OnDemand');
    const start = () => appflow.send(new StartFlowCommand({ flowName: 'export', clientToken: 'again' }));
    const [one, other] = await Promise.all([start(), start()]);
    expect(other.executionId).toBe(one.executionId);
  });

  test('the paginator sees every flow once', async ({ appflow, createFlow }) => {
    const names = Array.from({ length: 7 }, (_, index) => `flow-${index}`);
    await Promise.all(names.map((name) => createFlow(name, 'OnDemand')));
    const seen: (string | undefined)[] = [];
    for await (const page of paginateListFlows({ client: appflow, pageSize: 3 }, {})) {
      seen.push(...(page.flows ?? []).map(({ flowName }) => flowName));
    }
    expect(seen).toEqual(names);
  });

  test('twenty stops at once all succeed, and the flow is Suspended', async ({ appflow, createFlow }) => {
    await createFlow('orders', 'Event', 'started');
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => appflow.send(new StopFlowCommand({ flowName: 'orders' }))),
    );
    expect(answers.every(({ flowStatus }) => flowStatus === 'Suspended')).toBe(true);
  });
});

test.describe('the errors that an operation declares', () => {
  test('StopFlow: UnsupportedOperationException for what runs on demand', async ({ appflow, createFlow }) => {
    await createFlow('export', 'OnDemand');
    await expect(appflow.send(new StopFlowCommand({ flowName: 'export' }))).rejects.toMatchObject({
      name: 'UnsupportedOperationException',
      message: 'StopFlow is not supported for flow export because its trigger type is OnDemand.',
      $metadata: { httpStatusCode: 400 },
    });
  });

  test('StopFlow: ConflictException for a draft', async ({ appflow, createFlow }) => {
    await createFlow('orders', 'Scheduled');
    await expect(appflow.send(new StopFlowCommand({ flowName: 'orders' }))).rejects.toMatchObject({
      name: 'ConflictException',
      message:
        'Conflict executing request: Flow orders is in draft state, only an active flow can be deactivated.',
      $metadata: { httpStatusCode: 409 },
    });
  });

  test('ResourceNotFoundException for an unknown name, by every operation that takes one', async ({
    appflow,
  }) => {
    const missing = { name: 'ResourceNotFoundException', $metadata: { httpStatusCode: 404 } };
    const flowName = 'nothing';
    await expect(appflow.send(new StopFlowCommand({ flowName }))).rejects.toMatchObject(missing);
    await expect(appflow.send(new StartFlowCommand({ flowName }))).rejects.toMatchObject(missing);
    await expect(appflow.send(new DescribeFlowCommand({ flowName }))).rejects.toMatchObject(missing);
    await expect(appflow.send(new DeleteFlowCommand({ flowName }))).rejects.toMatchObject(missing);
    await expect(
      appflow.send(new UpdateFlowCommand(flowRequest(flowName, 'Scheduled'))),
    ).rejects.toMatchObject(missing);
  });

  test('CreateFlow: ConflictException for a taken name, ValidationException for a broken constraint', async ({
    appflow,
    createFlow,
  }) => {
    await createFlow('export', 'OnDemand');
    await expect(createFlow('export', 'OnDemand')).rejects.toMatchObject({
      name: 'ConflictException',
      message: 'Conflict executing request: Flow with name export already exists.',
    });
    await expect(appflow.send(new CreateFlowCommand(flowRequest('a', 'OnDemand')))).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringContaining("Value 'a' at 'flowName' failed to satisfy constraint"),
    });
  });

  test('DeleteFlow: ConflictException for an active flow, unless forced', async ({ appflow, createFlow }) => {
    await createFlow('orders', 'Scheduled', 'started');
    await expect(appflow.send(new DeleteFlowCommand({ flowName: 'orders' }))).rejects.toMatchObject({
      name: 'ConflictException',
      $metadata: { httpStatusCode: 409 },
    });
    await appflow.send(new DeleteFlowCommand({ flowName: 'orders', forceDelete: true }));
  });

  test('ListFlows: ValidationException for a token of another account', async ({
    appflow,
    createFlow,
    sluiceUrl,
  }) => {
    await createFlow('flow-1', 'OnDemand');
    await createFlow('flow-2', 'OnDemand');
    const { nextToken } = await appflow.send(new ListFlowsCommand({ maxResults: 1 }));
    const other = new AppflowClient({
      endpoint: sluiceUrl,
      region,
      credentials: { accessKeyId: '999999999999', secretAccessKey: 'x' },
    });
    await expect(other.send(new ListFlowsCommand({ nextToken }))).rejects.toMatchObject({
      name: 'ValidationException',
    });
    other.destroy();
  });
});

test('accounts and regions are worlds of their own', async ({ appflow, account, createFlow, sluiceUrl }) => {
  await createFlow('export', 'OnDemand');
  const elsewhere = new AppflowClient({
    endpoint: sluiceUrl,
    region: 'eu-west-1',
    credentials: { accessKeyId: account, secretAccessKey: 'x' },
  });
  expect((await elsewhere.send(new ListFlowsCommand({}))).flows).toEqual([]);
  expect((await appflow.send(new ListFlowsCommand({}))).flows).toHaveLength(1);
  elsewhere.destroy();
});

test('the demo fleet is in the default world, for any key that is no account', async ({ sluiceUrl }) => {
  const client = new AppflowClient({
    endpoint: sluiceUrl,
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'x' },
  });
  const { flows = [] } = await client.send(new ListFlowsCommand({}));
  expect(flows.length).toBeGreaterThanOrEqual(38);
  expect(new Set(flows.map(({ flowStatus }) => flowStatus))).toEqual(
    new Set(['Active', 'Suspended', 'Draft', 'Errored', 'Deprecated']),
  );
  client.destroy();
});
