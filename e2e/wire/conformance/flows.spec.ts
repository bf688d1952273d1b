import {
  type AppflowClient,
  CancelFlowExecutionsCommand,
  CreateFlowCommand,
  DeleteFlowCommand,
  DescribeFlowCommand,
  DescribeFlowExecutionRecordsCommand,
  ListFlowsCommand,
  paginateDescribeFlowExecutionRecords,
  paginateListFlows,
  StartFlowCommand,
  StopFlowCommand,
  UpdateFlowCommand,
} from '@aws-sdk/client-appflow';
import { flowRequest, region } from '../../fixtures';
import { conformance, expect, smallQuotas } from './conformance';

const missing = 'Flow with name nothing does not exist.';

async function statusOf(appflow: AppflowClient, flowName: string): Promise<string | undefined> {
  return (await appflow.send(new DescribeFlowCommand({ flowName }))).flowStatus;
}

conformance('CreateFlow', (behaves) => {
  behaves('B', 'a flow that runs on demand is Active at once', async ({ appflow, account }) => {
    expect(await appflow.send(new CreateFlowCommand(flowRequest('export', 'OnDemand')))).toMatchObject({
      flowArn: `arn:aws:appflow:${region}:${account}:flow/export`,
      flowStatus: 'Active',
    });
  });

  behaves('B', 'a scheduled flow and one that events start are drafts', async ({ appflow }) => {
    for (const triggerType of ['Scheduled', 'Event'] as const) {
      const request = flowRequest(`flow-${triggerType}`, triggerType);
      expect(await appflow.send(new CreateFlowCommand(request))).toMatchObject({ flowStatus: 'Draft' });
    }
  });

  behaves('A', 'the same client token makes the flow once', async ({ appflow }) => {
    const request = { ...flowRequest('export', 'OnDemand'), clientToken: 'again' };
    const [one, other] = await Promise.all([
      appflow.send(new CreateFlowCommand(request)),
      appflow.send(new CreateFlowCommand(request)),
    ]);
    expect(other.flowArn).toBe(one.flowArn);
  });

  behaves('S', 'the same client token with other parameters is a conflict', async ({ appflow, refused }) => {
    await appflow.send(new CreateFlowCommand({ ...flowRequest('export', 'OnDemand'), clientToken: 'again' }));
    const other = { ...flowRequest('import', 'OnDemand'), clientToken: 'again' };
    await refused(appflow.send(new CreateFlowCommand(other)), 'ConflictException');
  });

  behaves('B', 'a name is taken as long as its flow is there', async ({ appflow, createFlow, refused }) => {
    await createFlow('export', 'OnDemand');
    await refused(
      createFlow('export', 'OnDemand'),
      'ConflictException',
      'Conflict executing request: Flow with name export already exists.',
    );
    await appflow.send(new DeleteFlowCommand({ flowName: 'export' }));
    await createFlow('export', 'OnDemand');
  });

  behaves('A', 'of twenty clients that make the same flow at once, one does', async ({ createFlow }) => {
    const made = await Promise.allSettled(Array.from({ length: 20 }, () => createFlow('export', 'OnDemand')));
    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  behaves(
    'A',
    'a name that the pattern does not allow is refused in AWS’s words',
    async ({ appflow, refused }) => {
      await refused(
        appflow.send(new CreateFlowCommand(flowRequest('a', 'OnDemand'))),
        'ValidationException',
        "1 validation error detected: Value 'a' at 'flowName' failed to satisfy constraint: " +
          'Member must satisfy regular expression pattern: [a-zA-Z0-9][\\w!@#.-]+',
      );
    },
  );

  behaves('B', 'a flow without a task that says what is moved is refused', async ({ appflow, refused }) => {
    await refused(
      appflow.send(new CreateFlowCommand({ ...flowRequest('export', 'OnDemand'), tasks: [] })),
      'ValidationException',
      /You must specify a projection task or a MAP_ALL task/,
    );
  });

  behaves('A', 'an account has so many flows as its quota says', async ({ appflowWith, refused }) => {
    const appflow = await appflowWith(smallQuotas);
    await appflow.send(new CreateFlowCommand(flowRequest('one', 'OnDemand')));
    await refused(
      appflow.send(new CreateFlowCommand(flowRequest('two', 'OnDemand'))),
      'ServiceQuotaExceededException',
    );
  });
});

conformance('DescribeFlow', (behaves) => {
  behaves('A', 'everything that a flow was made of is told again', async ({ appflow, account }) => {
    const request = {
      ...flowRequest('orders', 'Scheduled'),
      description: 'Orders of today',
      tags: { team: 'crm' },
    };
    await appflow.send(new CreateFlowCommand(request));
    const described = await appflow.send(new DescribeFlowCommand({ flowName: 'orders' }));
    expect(described).toMatchObject({
      ...request,
      flowArn: `arn:aws:appflow:${region}:${account}:flow/orders`,
      flowStatus: 'Draft',
      schemaVersion: 1,
      createdAt: expect.any(Date),
      lastUpdatedAt: expect.any(Date),
    });
    expect(Date.now() - Number(described.createdAt)).toBeLessThan(60_000);
  });

  behaves('A', 'its last run is told, and that it succeeded', async ({ appflow, createFlow }) => {
    await createFlow('export', 'OnDemand', 'started');
    const lastRun = async () =>
      (await appflow.send(new DescribeFlowCommand({ flowName: 'export' }))).lastRunExecutionDetails;
    await expect.poll(lastRun).toMatchObject({
      mostRecentExecutionStatus: 'Successful',
      mostRecentExecutionTime: expect.any(Date),
    });
  });

  behaves('A', 'an unknown name is not found', async ({ appflow, refused }) => {
    await refused(
      appflow.send(new DescribeFlowCommand({ flowName: 'nothing' })),
      'ResourceNotFoundException',
      missing,
    );
  });
});

conformance('ListFlows', (behaves) => {
  behaves('A', 'the paginator sees every flow once', async ({ appflow, createFlow }) => {
    const names = Array.from({ length: 7 }, (_, index) => `flow-${index}`);
    await Promise.all(names.map((name) => createFlow(name, 'OnDemand')));
    const seen: (string | undefined)[] = [];
    for await (const page of paginateListFlows({ client: appflow, pageSize: 3 }, {})) {
      seen.push(...(page.flows ?? []).map(({ flowName }) => flowName));
    }
    expect(seen).toEqual(names);
  });

  behaves('A', 'a flow is listed with its state, trigger and connectors', async ({ appflow, createFlow }) => {
    await createFlow('orders', 'Scheduled', 'started');
    expect((await appflow.send(new ListFlowsCommand({}))).flows).toMatchObject([
      {
        flowName: 'orders',
        flowStatus: 'Active',
        triggerType: 'Scheduled',
        sourceConnectorType: 'Salesforce',
        destinationConnectorType: 'S3',
        createdAt: expect.any(Date),
      },
    ]);
  });

  behaves(
    'S',
    'a page token is good for its own account alone',
    async ({ appflow, createFlow, clientOf, refused }) => {
      await createFlow('flow-1', 'OnDemand');
      await createFlow('flow-2', 'OnDemand');
      const { nextToken } = await appflow.send(new ListFlowsCommand({ maxResults: 1 }));
      const other = clientOf({ account: '999999999999' });
      await refused(other.send(new ListFlowsCommand({ nextToken })), 'ValidationException');
    },
  );
});

conformance('UpdateFlow', (behaves) => {
  behaves('A', 'what the flow is made of is replaced, its state is kept', async ({ appflow, createFlow }) => {
    await createFlow('orders', 'Scheduled', 'started');
    const update = { ...flowRequest('orders', 'Scheduled'), description: 'Orders of today' };
    expect(await appflow.send(new UpdateFlowCommand(update))).toMatchObject({ flowStatus: 'Active' });
    const described = await appflow.send(new DescribeFlowCommand({ flowName: 'orders' }));
    expect(described).toMatchObject({ ...update, flowStatus: 'Active', schemaVersion: 2 });
  });

  behaves(
    'S',
    'the type of the trigger may change only while the flow is not active',
    async ({ appflow, createFlow, refused }) => {
      await createFlow('orders', 'Scheduled', 'started');
      const update = new UpdateFlowCommand(flowRequest('orders', 'Event'));
      await refused(
        appflow.send(update),
        'ValidationException',
        /can not be updated from Scheduled to Event/,
      );
      await appflow.send(new StopFlowCommand({ flowName: 'orders' }));
      expect(await appflow.send(update)).toMatchObject({ flowStatus: 'Suspended' });
    },
  );

  behaves('A', 'an unknown name is not found', async ({ appflow, refused }) => {
    await refused(
      appflow.send(new UpdateFlowCommand(flowRequest('nothing', 'Scheduled'))),
      'ResourceNotFoundException',
      missing,
    );
  });

  behaves(
    'S',
    'the same client token updates once; with other parameters it is a conflict',
    async ({ appflow, createFlow, refused }) => {
      await createFlow('orders', 'Scheduled');
      const update = { ...flowRequest('orders', 'Scheduled'), clientToken: 'again' };
      await appflow.send(new UpdateFlowCommand(update));
      await appflow.send(new UpdateFlowCommand(update));
      expect(await appflow.send(new DescribeFlowCommand({ flowName: 'orders' }))).toMatchObject({
        schemaVersion: 2,
      });
      await refused(
        appflow.send(new UpdateFlowCommand({ ...update, description: 'another' })),
        'ConflictException',
      );
    },
  );

  behaves(
    'S',
    'it is refused while there are more flows than the quota says',
    async ({ serverWith, clientOf, refused }) => {
      // The demo fleet has more.
      const demo = clientOf({ url: await serverWith(smallQuotas), account: '000000000000' });
      const { flows = [] } = await demo.send(new ListFlowsCommand({ maxResults: 1 }));
      const update = new UpdateFlowCommand(flowRequest(flows[0]?.flowName ?? '', 'OnDemand'));
      await refused(demo.send(update), 'ServiceQuotaExceededException');
    },
  );
});

conformance('StartFlow', (behaves) => {
  behaves(
    'A',
    'a flow that runs on demand begins a run and tells its executionId',
    async ({ appflow, createFlow }) => {
      await createFlow('export', 'OnDemand');
      const { executionId, flowStatus } = await appflow.send(new StartFlowCommand({ flowName: 'export' }));
      expect(flowStatus).toBe('Active');
      expect(executionId).toMatch(/^\S+$/);
    },
  );

  behaves('S', 'also while a run of it is under way', async ({ appflow, createFlow }) => {
    await createFlow('export', 'OnDemand');
    const start = () => appflow.send(new StartFlowCommand({ flowName: 'export' }));
    const [one, other] = await Promise.all([start(), start()]);
    expect(other.executionId).not.toBe(one.executionId);
  });

  behaves(
    'A',
    'a scheduled flow and one that events start become Active, without an executionId',
    async ({ appflow, createFlow }) => {
      for (const triggerType of ['Scheduled', 'Event'] as const) {
        await createFlow(`flow-${triggerType}`, triggerType);
        const started = await appflow.send(new StartFlowCommand({ flowName: `flow-${triggerType}` }));
        expect(started).toMatchObject({ flowStatus: 'Active' });
        expect(started.executionId).toBeUndefined();
      }
    },
  );

  behaves('A', 'a suspended flow becomes Active again', async ({ appflow, createFlow }) => {
    await createFlow('orders', 'Event', 'started');
    await appflow.send(new StopFlowCommand({ flowName: 'orders' }));
    await appflow.send(new StartFlowCommand({ flowName: 'orders' }));
    expect(await statusOf(appflow, 'orders')).toBe('Active');
  });

  behaves('S', 'an active flow stays Active', async ({ appflow, createFlow }) => {
    await createFlow('orders', 'Event', 'started');
    expect(await appflow.send(new StartFlowCommand({ flowName: 'orders' }))).toMatchObject({
      flowStatus: 'Active',
    });
  });

  behaves('A', 'the same client token begins one run', async ({ appflow, createFlow }) => {
    await createFlow('export', 'OnDemand');
    const start = () => appflow.send(new StartFlowCommand({ flowName: 'export', clientToken: 'again' }));
    const [one, other] = await Promise.all([start(), start()]);
    expect(other.executionId).toBe(one.executionId);
  });

  behaves(
    'S',
    'the same client token for another scheduled flow is a conflict',
    async ({ appflow, createFlow, refused }) => {
      await createFlow('orders', 'Scheduled');
      await createFlow('leads', 'Scheduled');
      await appflow.send(new StartFlowCommand({ flowName: 'orders', clientToken: 'again' }));
      await refused(
        appflow.send(new StartFlowCommand({ flowName: 'leads', clientToken: 'again' })),
        'ConflictException',
      );
    },
  );

  behaves('S', 'a deprecated flow cannot be started', async ({ clientOf, refused }) => {
    const demo = clientOf({ account: '000000000000' });
    const { flows = [] } = await demo.send(new ListFlowsCommand({}));
    const flowName = flows.find(({ flowStatus }) => flowStatus === 'Deprecated')?.flowName;
    await refused(demo.send(new StartFlowCommand({ flowName })), 'ConflictException', /deprecated state/);
  });

  behaves('A', 'an unknown name is not found', async ({ appflow, refused }) => {
    await refused(
      appflow.send(new StartFlowCommand({ flowName: 'nothing' })),
      'ResourceNotFoundException',
      missing,
    );
  });

  behaves(
    'A',
    'an account has so many runs under way as its quota says',
    async ({ appflowWith, refused }) => {
      const appflow = await appflowWith(smallQuotas);
      await appflow.send(new CreateFlowCommand(flowRequest('export', 'OnDemand')));
      const starts = await Promise.allSettled(
        Array.from({ length: 5 }, () => appflow.send(new StartFlowCommand({ flowName: 'export' }))),
      );
      const failed = starts.find((each) => each.status === 'rejected');
      await refused(Promise.reject(failed?.reason as Error), 'ServiceQuotaExceededException');
    },
  );
});

conformance('StopFlow', (behaves) => {
  behaves(
    'A',
    'an active flow, scheduled or started by events, is Suspended',
    async ({ appflow, createFlow, account }) => {
      for (const triggerType of ['Scheduled', 'Event'] as const) {
        const flowName = `flow-${triggerType}`;
        await createFlow(flowName, triggerType, 'started');
        expect(await appflow.send(new StopFlowCommand({ flowName }))).toMatchObject({
          flowArn: `arn:aws:appflow:${region}:${account}:flow/${flowName}`,
          flowStatus: 'Suspended',
        });
        expect(await statusOf(appflow, flowName)).toBe('Suspended');
      }
    },
  );

  behaves('S', 'a suspended flow stays Suspended', async ({ appflow, createFlow }) => {
    await createFlow('orders', 'Scheduled', 'started');
    for (const times of [1, 2]) {
      const stopped = await appflow.send(new StopFlowCommand({ flowName: 'orders' }));
      expect(stopped, `stopped ${times} times`).toMatchObject({ flowStatus: 'Suspended' });
    }
  });

  behaves('S', 'twenty stops at once all succeed', async ({ appflow, createFlow }) => {
    await createFlow('orders', 'Event', 'started');
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => appflow.send(new StopFlowCommand({ flowName: 'orders' }))),
    );
    expect(answers.every(({ flowStatus }) => flowStatus === 'Suspended')).toBe(true);
  });

  behaves('A', 'a flow that runs on demand cannot be stopped', async ({ appflow, createFlow, refused }) => {
    await createFlow('export', 'OnDemand');
    await refused(
      appflow.send(new StopFlowCommand({ flowName: 'export' })),
      'UnsupportedOperationException',
      'StopFlow is not supported for flow export because its trigger type is OnDemand.',
    );
    expect(await statusOf(appflow, 'export')).toBe('Active');
  });

  behaves('S', 'a draft cannot be stopped', async ({ appflow, createFlow, refused }) => {
    await createFlow('orders', 'Scheduled');
    await refused(
      appflow.send(new StopFlowCommand({ flowName: 'orders' })),
      'ConflictException',
      'Conflict executing request: Flow orders is in draft state, only an active flow can be deactivated.',
    );
  });

  behaves('A', 'an unknown or deleted name is not found', async ({ appflow, createFlow, refused }) => {
    await createFlow('nothing', 'Scheduled');
    await appflow.send(new DeleteFlowCommand({ flowName: 'nothing' }));
    await refused(
      appflow.send(new StopFlowCommand({ flowName: 'nothing' })),
      'ResourceNotFoundException',
      missing,
    );
  });
});

conformance('DeleteFlow', (behaves) => {
  behaves('A', 'a flow that is not active is deleted', async ({ appflow, createFlow }) => {
    await createFlow('orders', 'Scheduled');
    await appflow.send(new DeleteFlowCommand({ flowName: 'orders' }));
    expect((await appflow.send(new ListFlowsCommand({}))).flows).toEqual([]);
  });

  behaves('A', 'an active flow that runs on demand is deleted too', async ({ appflow, createFlow }) => {
    await createFlow('export', 'OnDemand', 'started');
    await appflow.send(new DeleteFlowCommand({ flowName: 'export' }));
    expect((await appflow.send(new ListFlowsCommand({}))).flows).toEqual([]);
  });

  behaves(
    'A',
    'an active flow, scheduled or started by events, only with forceDelete',
    async ({ appflow, createFlow, refused }) => {
      await createFlow('orders', 'Scheduled', 'started');
      await refused(
        appflow.send(new DeleteFlowCommand({ flowName: 'orders' })),
        'ConflictException',
        'Conflict executing request: Flow is in active state, please set forceDelete to true or deactivate the flow: orders',
      );
      await appflow.send(new DeleteFlowCommand({ flowName: 'orders', forceDelete: true }));
      expect((await appflow.send(new ListFlowsCommand({}))).flows).toEqual([]);
    },
  );

  behaves('A', 'an unknown name is not found', async ({ appflow, refused }) => {
    await refused(
      appflow.send(new DeleteFlowCommand({ flowName: 'nothing' })),
      'ResourceNotFoundException',
      missing,
    );
  });
});

conformance('DescribeFlowExecutionRecords', (behaves) => {
  const started = async (appflow: AppflowClient, runs: number) => {
    const ids = new Set<string | undefined>();
    for (let run = 0; run < runs; run += 1) {
      ids.add((await appflow.send(new StartFlowCommand({ flowName: 'export' }))).executionId);
    }
    return ids;
  };

  behaves(
    'A',
    'a run is InProgress, then Successful with bytes and records',
    async ({ appflow, createFlow }) => {
      await createFlow('export', 'OnDemand');
      const [executionId] = await started(appflow, 1);
      const records = async () =>
        (await appflow.send(new DescribeFlowExecutionRecordsCommand({ flowName: 'export' }))).flowExecutions;
      await expect.poll(records).toMatchObject([
        {
          executionId,
          executionStatus: 'Successful',
          executionResult: {
            bytesProcessed: expect.any(Number),
            bytesWritten: expect.any(Number),
            recordsProcessed: expect.any(Number),
          },
          startedAt: expect.any(Date),
          lastUpdatedAt: expect.any(Date),
        },
      ]);
    },
  );

  behaves(
    'S',
    'runs come newest first, 20 a page unless asked, each once',
    async ({ appflow, createFlow }) => {
      await createFlow('export', 'OnDemand');
      const ids = await started(appflow, 23);
      const seen: (string | undefined)[] = [];
      const times: number[] = [];
      const sizes: number[] = [];
      const pages = paginateDescribeFlowExecutionRecords({ client: appflow }, { flowName: 'export' });
      for await (const { flowExecutions: runs = [] } of pages) {
        sizes.push(runs.length);
        seen.push(...runs.map(({ executionId }) => executionId));
        times.push(...runs.map(({ startedAt }) => Number(startedAt)));
      }
      expect(sizes).toEqual([20, 3]);
      expect(new Set(seen)).toEqual(ids);
      expect(times).toEqual([...times].sort((one, other) => other - one));
    },
  );

  behaves('S', 'a page token that it did not give is refused', async ({ appflow, createFlow, refused }) => {
    await createFlow('export', 'OnDemand');
    const command = new DescribeFlowExecutionRecordsCommand({ flowName: 'export', nextToken: 'nonsense' });
    await refused(appflow.send(command), 'ValidationException');
  });

  behaves('A', 'an unknown name is not found', async ({ appflow, refused }) => {
    await refused(
      appflow.send(new DescribeFlowExecutionRecordsCommand({ flowName: 'nothing' })),
      'ResourceNotFoundException',
      missing,
    );
  });
});

conformance('CancelFlowExecutions', (behaves) => {
  behaves('A', 'a run under way is CancelStarted, then Canceled', async ({ appflow, createFlow }) => {
    await createFlow('export', 'OnDemand');
    const statusOfNewest = async () => {
      const command = new DescribeFlowExecutionRecordsCommand({ flowName: 'export', maxResults: 1 });
      return (await appflow.send(command)).flowExecutions?.[0]?.executionStatus;
    };
    // A run takes a second, which a busy machine may need between two calls.
    await expect(async () => {
      await appflow.send(new StartFlowCommand({ flowName: 'export' }));
      await appflow.send(new CancelFlowExecutionsCommand({ flowName: 'export' }));
      expect(await statusOfNewest()).toMatch(/^Cancel/);
    }).toPass();
    await expect.poll(statusOfNewest).toBe('Canceled');
  });

  behaves('A', 'ids that cannot be canceled come back', async ({ appflow, createFlow }) => {
    await createFlow('export', 'OnDemand');
    const { executionId = '' } = await appflow.send(new StartFlowCommand({ flowName: 'export' }));
    const { invalidExecutions } = await appflow.send(
      new CancelFlowExecutionsCommand({ flowName: 'export', executionIds: [executionId, 'no-such-run'] }),
    );
    expect(invalidExecutions).toContain('no-such-run');
  });

  behaves('S', 'without a run under way there is nothing to do', async ({ appflow, createFlow }) => {
    await createFlow('orders', 'Scheduled');
    await appflow.send(new CancelFlowExecutionsCommand({ flowName: 'orders' }));
    expect(await statusOf(appflow, 'orders')).toBe('Draft');
  });

  behaves('A', 'more than 100 ids are refused', async ({ appflow, createFlow, refused }) => {
    await createFlow('export', 'OnDemand');
    const executionIds = Array.from({ length: 101 }, (_, index) => `run-${index}`);
    await refused(
      appflow.send(new CancelFlowExecutionsCommand({ flowName: 'export', executionIds })),
      'ValidationException',
      /Member must have length less than or equal to 100/,
    );
  });

  behaves('A', 'an unknown name is not found', async ({ appflow, refused }) => {
    await refused(
      appflow.send(new CancelFlowExecutionsCommand({ flowName: 'nothing' })),
      'ResourceNotFoundException',
      missing,
    );
  });
});
