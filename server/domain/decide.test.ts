import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FlowStatus, TriggerType } from '@/contract/shapes.gen';
import { decide } from './decide';
import type { Decision, Subject } from './decision';
import type { AskedExecution, Caller, Flow, FlowCommand, FlowDefinition, ImportedState } from './flow';

const now = Date.UTC(2026, 0, 15, 12);
const world = { account: '111122223333', region: 'eu-west-1' };
const ana: Caller = { actor: 'Ana', via: 'console', reason: 'INC-1' };
const bob: Caller = { actor: 'Bob', via: 'aws-cli' };
const course: AskedExecution['course'] & object = {
  endsAt: now + 1_000,
  plan: { executionStatus: 'Successful', recordsProcessed: 1, bytesProcessed: 2, bytesWritten: 2 },
};
const execution: AskedExecution = { executionId: 'run-1', course };

function definitionOf(triggerType: TriggerType, threshold?: number): FlowDefinition {
  const Scheduled = { scheduleExpression: 'rate(5minutes)', flowErrorDeactivationThreshold: threshold };
  return {
    triggerConfig: {
      triggerType,
      ...(triggerType === 'Scheduled' && { triggerProperties: { Scheduled } }),
    },
    sourceFlowConfig: {
      connectorType: 'Salesforce',
      sourceConnectorProperties: { Salesforce: { object: 'Account' } },
    },
    destinationFlowConfigList: [
      { connectorType: 'S3', destinationConnectorProperties: { S3: { bucketName: 'lake' } } },
    ],
    tasks: [],
  };
}

function flowIn(flowStatus: FlowStatus, triggerType: TriggerType, more: Partial<Flow> = {}): Flow {
  return {
    ...world,
    id: 'flow-1',
    flowName: 'orders',
    flowStatus,
    triggerType,
    schedule: definitionOf(triggerType).triggerConfig.triggerProperties?.Scheduled,
    sourceConnectorType: 'Salesforce',
    destinationConnectorType: 'S3',
    tags: {},
    schemaVersion: 1,
    createdAt: 1,
    createdBy: 'Zoë',
    lastUpdatedAt: 1,
    lastUpdatedBy: 'Zoë',
    statusChangedAt: 1,
    statusChangedBy: 'Zoë',
    statusChangedVia: 'console',
    stoppedByFailures: false,
    failedExecutionsInARow: 0,
    executionsInProgress: 0,
    executionsStarted: 0,
    nextRunAt: flowStatus === 'Active' && triggerType === 'Scheduled' ? now : undefined,
    ...more,
  };
}

/** Runs under way are, unless said, as many of the name run-1 as the flow counts. */
function decideOn(
  flow: Flow | undefined,
  command: FlowCommand,
  caller = ana,
  more: Partial<Subject> = {},
): Decision {
  const executionsUnderWay = () =>
    Array.from({ length: flow?.executionsInProgress ?? 0 }, () => ({
      executionId: 'run-1',
      executionStatus: 'InProgress' as const,
    }));
  const usage = () => ({ flows: 3, executionsUnderWay: 3 });
  return decide(
    {
      world,
      flowName: 'orders',
      flow,
      definition: () => flow && definitionOf(flow.triggerType),
      connectorProfile: () => undefined,
      executionsUnderWay,
      usage,
      ...more,
    },
    command,
    caller,
    now,
  );
}

/** A decision as a row of the table says it: the state it leads to, or who refuses it. */
function inShort(decision: Decision): string {
  return decision.outcome === 'refused'
    ? decision.exceptionName.replace('Exception', '')
    : decision.outcome === 'unchanged'
      ? 'unchanged'
      : `→ ${decision.flow.flowStatus}`;
}

const commands = {
  StartFlow: { operation: 'StartFlow', execution },
  StopFlow: { operation: 'StopFlow' },
  DeleteFlow: { operation: 'DeleteFlow', forceDelete: false },
  'DeleteFlow by force': { operation: 'DeleteFlow', forceDelete: true },
  StartExecution: { operation: 'StartExecution', execution },
  TagResource: { operation: 'TagResource', tags: { team: 'crm' } },
  UntagResource: { operation: 'UntagResource', tagKeys: ['team'] },
} satisfies Record<string, FlowCommand>;

// Columns: Active, Suspended, Errored, Draft, Deprecated.
const states = ['Active', 'Suspended', 'Errored', 'Draft', 'Deprecated'] as const;
const table: [keyof typeof commands, 'OnDemand' | 'by itself', ...string[]][] = [
  ['StartFlow', 'OnDemand', '→ Active', '→ Active', '→ Active', '→ Active', 'Conflict'],
  ['StartFlow', 'by itself', 'unchanged', '→ Active', '→ Active', '→ Active', 'Conflict'],
  ['StopFlow', 'OnDemand', ...Array<string>(5).fill('UnsupportedOperation')],
  ['StopFlow', 'by itself', '→ Suspended', 'unchanged', '→ Suspended', 'Conflict', 'Conflict'],
  ['DeleteFlow', 'OnDemand', ...Array<string>(5).fill('→ Deleted')],
  ['DeleteFlow', 'by itself', 'Conflict', '→ Deleted', '→ Deleted', '→ Deleted', '→ Deleted'],
  ['DeleteFlow by force', 'OnDemand', ...Array<string>(5).fill('→ Deleted')],
  ['DeleteFlow by force', 'by itself', ...Array<string>(5).fill('→ Deleted')],
  ['StartExecution', 'OnDemand', 'Conflict', 'Conflict', 'Conflict', 'Conflict', 'Conflict'],
  ['StartExecution', 'by itself', '→ Active', 'Conflict', 'Conflict', 'Conflict', 'Conflict'],
];

describe('the state table', () => {
  const rows = table.flatMap(([command, trigger, ...expected]) =>
    TriggerType.options
      .filter((triggerType) => (triggerType === 'OnDemand') === (trigger === 'OnDemand'))
      .flatMap((triggerType) =>
        states.map((state, index) => [command, triggerType, state, expected[index]] as const),
      ),
  );
  test.each(rows)('%s of a flow with trigger %s in state %s: %s', (command, triggerType, state, expected) => {
    expect(inShort(decideOn(flowIn(state, triggerType), commands[command]))).toBe(expected);
  });

  const forAnyFlow: FlowCommand[] = [
    ...Object.values(commands),
    { operation: 'UpdateFlow', definition: definitionOf('Event') },
    { operation: 'ChangeStatus', flowStatus: 'Errored', flowStatusMessage: 'no' },
  ];
  test.each(forAnyFlow)('$operation of a name nobody has: ResourceNotFound', (command) => {
    expect(decideOn(undefined, command)).toEqual({
      outcome: 'refused',
      exceptionName: 'ResourceNotFoundException',
      message: 'Flow with name orders does not exist.',
    });
  });
});

describe('a refusal says by name and in words', () => {
  const draft = flowIn('Draft', 'Scheduled');
  const onDemand = flowIn('Active', 'OnDemand');
  const create = {
    operation: 'CreateFlow',
    id: 'flow-2',
    definition: definitionOf('Event'),
    tags: {},
  } as const;
  const conflicts: [string, Flow, FlowCommand, string][] = [
    [
      'that a draft can not be stopped',
      draft,
      commands.StopFlow,
      'Flow orders is in draft state, only an active flow can be deactivated.',
    ],
    [
      'that a deprecated flow can not be stopped',
      flowIn('Deprecated', 'Event'),
      commands.StopFlow,
      'Flow orders is in deprecated state, only an active flow can be deactivated.',
    ],
    [
      'that a deprecated flow can not be started',
      flowIn('Deprecated', 'Scheduled'),
      commands.StartFlow,
      'Flow orders is in deprecated state and can not be activated, create a new flow instead.',
    ],
    [
      'that an active flow is not deleted without force',
      flowIn('Active', 'Scheduled'),
      commands.DeleteFlow,
      'Flow is in active state, please set forceDelete to true or deactivate the flow: orders',
    ],
    ['that a name is taken', draft, create, 'Flow with name orders already exists.'],
    [
      'that a flow which is not active does not run',
      flowIn('Suspended', 'Event'),
      commands.StartExecution,
      'Flow orders is in suspended state, only an active flow runs.',
    ],
  ];
  test.each(conflicts)('%s', (_, flow, command, message) => {
    expect(decideOn(flow, command)).toEqual({
      outcome: 'refused',
      exceptionName: 'ConflictException',
      message: `Conflict executing request: ${message}`,
    });
  });

  test.each(states)('that a flow which runs on demand can not be stopped, also in state %s', (state) => {
    expect(decideOn(flowIn(state, 'OnDemand'), commands.StopFlow)).toEqual({
      outcome: 'refused',
      exceptionName: 'UnsupportedOperationException',
      message: 'StopFlow is not supported for flow orders because its trigger type is OnDemand.',
    });
  });

  test('that the trigger type of an active flow can not change', () => {
    expect(decideOn(onDemand, { operation: 'UpdateFlow', definition: definitionOf('Event') })).toEqual({
      outcome: 'refused',
      exceptionName: 'ValidationException',
      message:
        'Update Flow request failed due to:[Trigger type of flow orders can not be updated from OnDemand to Event ' +
        'while the flow is in active state]',
    });
  });

  test('that a run is not under way', () => {
    const { plan: result } = course;
    const end: FlowCommand = { operation: 'EndExecution', id: 'flow-1', executionId: 'run-1', result };
    expect(decideOn(onDemand, end)).toEqual({
      outcome: 'refused',
      exceptionName: 'ResourceNotFoundException',
      message: 'Execution run-1 of flow orders is not in progress.',
    });
  });
});

describe('CreateFlow', () => {
  test.each(states)('is refused while a flow of that name is %s', (state) => {
    const command: FlowCommand = {
      operation: 'CreateFlow',
      id: 'flow-2',
      definition: definitionOf('Event'),
      tags: {},
    };
    expect(TriggerType.options.map((trigger) => inShort(decideOn(flowIn(state, trigger), command)))).toEqual([
      'Conflict',
      'Conflict',
      'Conflict',
    ]);
  });

  test('what a list shows of a flow is taken from its definition, and nothing has run yet', () => {
    const definition = { ...definitionOf('Scheduled', 3), description: 'Orders of the day.' };
    const decision = decideOn(undefined, { operation: 'CreateFlow', id: 'flow-1', definition, tags: {} });
    expect(decision).toMatchObject({
      flow: {
        description: 'Orders of the day.',
        schedule: { scheduleExpression: 'rate(5minutes)', flowErrorDeactivationThreshold: 3 },
        sourceConnectorType: 'Salesforce',
        destinationConnectorType: 'S3',
        lastUpdatedAt: now,
        lastUpdatedBy: 'Ana',
        statusChangedAt: now,
        statusReason: 'INC-1',
        stoppedByFailures: false,
        failedExecutionsInARow: 0,
        executionsInProgress: 0,
      },
    });
    expect(decision).not.toHaveProperty('flow.lastExecution');
    expect(decision).not.toHaveProperty('executionChange');
  });

  test.each([
    ['OnDemand', 'Active'],
    ['Scheduled', 'Draft'],
    ['Event', 'Draft'],
  ] as const)('a flow with trigger %s begins as %s', (triggerType, flowStatus) => {
    const definition = definitionOf(triggerType);
    const decision = decideOn(undefined, {
      operation: 'CreateFlow',
      id: 'flow-1',
      definition,
      tags: { team: 'a' },
    });
    expect(decision).toMatchObject({
      outcome: 'changed',
      definition,
      flow: {
        ...world,
        id: 'flow-1',
        flowName: 'orders',
        flowStatus,
        triggerType,
        tags: { team: 'a' },
        schemaVersion: 1,
        createdAt: now,
        createdBy: 'Ana',
        statusChangedBy: 'Ana',
        statusChangedVia: 'console',
      },
    });
  });
});

describe('ImportFlow', () => {
  const state: ImportedState = {
    flowStatus: 'Active',
    tags: { team: 'crm' },
    schemaVersion: 7,
    createdAt: 10,
    createdBy: 'Ben',
    lastUpdatedAt: 20,
    lastUpdatedBy: 'Cleo',
  };
  const importing = (more: Partial<ImportedState> = {}, triggerType: TriggerType = 'Scheduled') =>
    decideOn(undefined, {
      operation: 'ImportFlow',
      id: 'flow-1',
      definition: definitionOf(triggerType),
      state: { ...state, ...more },
    });

  test.each(FlowStatus.options)('keeps the state %s of the flow, its times and who made it', (flowStatus) => {
    expect(importing({ flowStatus, flowStatusMessage: 'why' })).toMatchObject({
      outcome: 'changed',
      flow: { ...state, flowStatus, flowStatusMessage: 'why', statusChangedAt: now, statusChangedBy: 'Ana' },
    });
  });

  test('gives an active scheduled flow its next run, and no other flow', () => {
    expect(importing()).toMatchObject({ flow: { nextRunAt: expect.any(Number) } });
    expect(importing({ flowStatus: 'Suspended' })).toMatchObject({ flow: { nextRunAt: undefined } });
    expect(importing({}, 'OnDemand')).toMatchObject({ flow: { nextRunAt: undefined } });
  });

  test('counts a last run that failed, and lets one that is under way end', () => {
    const lastExecution = { executionId: 'run-1', executionStatus: 'Error' as const, at: 30, message: 'no' };
    expect(importing({ lastExecution })).toMatchObject({
      flow: { lastExecution, failedExecutionsInARow: 1, executionsInProgress: 0, lastDataPullEndAt: 30 },
      executionChange: { kind: 'imported', execution: { ...lastExecution, endsAt: 30 } },
    });
    const underWay = { executionId: 'run-1', executionStatus: 'InProgress' as const, at: 30 };
    expect(importing({ lastExecution: underWay })).toMatchObject({
      flow: { lastExecution: underWay, failedExecutionsInARow: 0, executionsInProgress: 1 },
      executionChange: { kind: 'imported', execution: { ...underWay, endsAt: now + 1_000 } },
    });
  });

  test('is refused for a name that exists', () => {
    const command: FlowCommand = {
      operation: 'ImportFlow',
      id: 'flow-2',
      definition: definitionOf('OnDemand'),
      state,
    };
    expect(decideOn(flowIn('Draft', 'Event'), command)).toEqual({
      outcome: 'refused',
      exceptionName: 'ConflictException',
      message: 'Conflict executing request: Flow with name orders already exists.',
    });
  });
});

describe('who changed a status, when, through what and why', () => {
  test('is kept with a stop, and a second stop by somebody else does not touch it', () => {
    const stopped = decideOn(flowIn('Active', 'Scheduled'), commands.StopFlow);
    expect(stopped).toMatchObject({
      flow: {
        statusChangedAt: now,
        statusChangedBy: 'Ana',
        statusChangedVia: 'console',
        statusReason: 'INC-1',
      },
    });
    const flow = stopped.outcome === 'refused' ? undefined : stopped.flow;
    expect(decideOn(flow, commands.StopFlow, bob)).toEqual({ outcome: 'unchanged', flow });
  });

  test.each([
    // What the flow has, what the stop of many says, what the flow has then.
    [undefined, now + 1, undefined],
    [now + 2, now + 1, now + 2],
    [now + 1, now + 1, now + 1],
    [now + 1, now + 2, now + 2],
    [now + 1, undefined, undefined],
    [undefined, undefined, undefined],
  ])('a stop of many lets nothing start sooner: until %j, asked for %j', (before, startsAgainAt, after) => {
    const suspended = flowIn('Suspended', 'Event', { startsAgainAt: before });
    const command = { operation: 'StopFlow', startsAgainAt, isOfMany: true } as const;
    expect(decideOn(suspended, command)).toEqual({
      outcome: before === after ? 'unchanged' : 'changed',
      flow: { ...suspended, startsAgainAt: after },
    });
  });

  test('is replaced by a start, which gives no reason unless one is given', () => {
    const suspended = flowIn('Suspended', 'Event', { statusReason: 'INC-1', flowStatusMessage: 'failed' });
    expect(decideOn(suspended, commands.StartFlow, bob)).toMatchObject({
      flow: { statusChangedBy: 'Bob', statusReason: undefined, flowStatusMessage: undefined },
    });
  });

  test('the cause of an error outlives a stop, in flowStatusMessage', () => {
    const errored = decideOn(flowIn('Active', 'Scheduled'), {
      operation: 'ChangeStatus',
      flowStatus: 'Errored',
      flowStatusMessage: 'The credentials expired.',
    });
    const flow = errored.outcome === 'refused' ? undefined : errored.flow;
    expect(flow?.flowStatus).toBe('Errored');
    expect(decideOn(flow, commands.StopFlow)).toMatchObject({
      flow: { flowStatus: 'Suspended', flowStatusMessage: 'The credentials expired.' },
    });
  });
});

describe('ChangeStatus', () => {
  const service: Caller = { actor: 'AppFlow', via: 'service' };
  test.each(['Errored', 'Deprecated'] as const)(
    'brings a flow of any state to %s and says why',
    (flowStatus) => {
      for (const state of states) {
        const flow = flowIn(state, 'Scheduled', {
          statusReason: 'INC-1',
          stoppedByFailures: state === 'Suspended',
        });
        const command: FlowCommand = {
          operation: 'ChangeStatus',
          flowStatus,
          flowStatusMessage: 'The source is gone.',
        };
        expect(decideOn(flow, command, service)).toEqual({
          outcome: 'changed',
          flow: {
            ...flow,
            flowStatus,
            nextRunAt: undefined,
            flowStatusMessage: 'The source is gone.',
            statusChangedAt: now,
            statusChangedBy: 'AppFlow',
            statusChangedVia: 'service',
            statusReason: undefined,
            stoppedByFailures: false,
          },
        });
      }
    },
  );
});

describe('what a start and a stop touch', () => {
  const failed = flowIn('Suspended', 'Scheduled', {
    stoppedByFailures: true,
    failedExecutionsInARow: 3,
    flowStatusMessage: 'Flow orders was deactivated after 3 failed runs in a row.',
    lastExecution: { executionId: 'run-0', executionStatus: 'Error', at: 5, message: 'no' },
  });

  test('a start after failures forgets them, but not the last run', () => {
    expect(decideOn(failed, commands.StartFlow, bob)).toEqual({
      outcome: 'changed',
      flow: {
        ...failed,
        flowStatus: 'Active',
        nextRunAt: now + 300_000,
        flowStatusMessage: undefined,
        stoppedByFailures: false,
        failedExecutionsInARow: 0,
        statusChangedAt: now,
        statusChangedBy: 'Bob',
        statusChangedVia: 'aws-cli',
        statusReason: undefined,
      },
    });
  });

  test('a stop of what failures have stopped stays theirs', () => {
    expect(decideOn(failed, commands.StopFlow)).toEqual({ outcome: 'unchanged', flow: failed });
  });

  test('a stop leaves runs under way, failures counted so far and the version alone', () => {
    const flow = flowIn('Active', 'Event', {
      executionsInProgress: 2,
      failedExecutionsInARow: 1,
      schemaVersion: 4,
    });
    expect(decideOn(flow, commands.StopFlow)).toEqual({
      outcome: 'changed',
      flow: {
        ...flow,
        flowStatus: 'Suspended',
        statusChangedAt: now,
        statusChangedBy: 'Ana',
        statusChangedVia: 'console',
        statusReason: 'INC-1',
      },
    });
  });
});

describe('tags', () => {
  test.each(states)('of a flow in state %s can change, and nothing else of it does', (state) => {
    const flow = flowIn(state, 'Event', { tags: { env: 'test' } });
    const tagged = decideOn(flow, commands.TagResource);
    expect(tagged).toEqual({ outcome: 'changed', flow: { ...flow, tags: { env: 'test', team: 'crm' } } });
    expect(decideOn({ ...flow, tags: { env: 'test', team: 'crm' } }, commands.UntagResource)).toEqual({
      outcome: 'changed',
      flow,
    });
    expect(decideOn(flow, commands.UntagResource)).toEqual({ outcome: 'unchanged', flow });
  });
});

describe('UpdateFlow', () => {
  test.each(states)('keeps the state %s and counts the version', (state) => {
    const definition = { ...definitionOf('Event'), description: 'new' };
    expect(decideOn(flowIn(state, 'Event'), { operation: 'UpdateFlow', definition }, bob)).toMatchObject({
      outcome: 'changed',
      definition,
      flow: {
        flowStatus: state,
        description: 'new',
        schemaVersion: 2,
        createdAt: 1,
        createdBy: 'Zoë',
        lastUpdatedAt: now,
        lastUpdatedBy: 'Bob',
        statusChangedAt: 1,
        statusChangedBy: 'Zoë',
      },
    });
  });

  test.each(states)('in state %s the trigger type may change unless that is Active', (state) => {
    const decision = decideOn(flowIn(state, 'Scheduled'), {
      operation: 'UpdateFlow',
      definition: definitionOf('Event'),
    });
    expect(inShort(decision)).toBe(state === 'Active' ? 'Validation' : `→ ${state}`);
  });
});

describe('runs', () => {
  const running = flowIn('Active', 'Scheduled', {
    schedule: { scheduleExpression: 'rate(5minutes)', flowErrorDeactivationThreshold: 3 },
    executionsInProgress: 1,
    failedExecutionsInARow: 2,
    lastExecution: { executionId: 'run-1', executionStatus: 'InProgress', at: 5 },
  });
  const ended = (executionStatus: 'Successful' | 'Error', id = 'flow-1'): FlowCommand => ({
    operation: 'EndExecution',
    id,
    executionId: 'run-1',
    result: { ...course.plan, executionStatus, message: executionStatus === 'Error' ? 'no' : undefined },
  });

  test('a start of an on-demand flow begins a run, also beside another', () => {
    const flow = flowIn('Active', 'OnDemand', { executionsInProgress: 1 });
    expect(decideOn(flow, commands.StartFlow)).toMatchObject({
      outcome: 'changed',
      executionChange: { kind: 'started', execution: { executionId: 'run-1', ...course } },
      flow: {
        executionsInProgress: 2,
        statusChangedBy: 'Zoë',
        executionsStarted: 1,
        lastExecution: { executionId: 'run-1', executionStatus: 'InProgress', at: now },
      },
    });
  });

  test('success ends the row of failures', () => {
    expect(decideOn(running, ended('Successful'))).toMatchObject({
      executionChange: { kind: 'ended', executionId: 'run-1' },
      flow: { flowStatus: 'Active', executionsInProgress: 0, failedExecutionsInARow: 0 },
    });
  });

  test('the failure that reaches the threshold suspends a scheduled flow, and says so', () => {
    expect(decideOn(running, ended('Error'), { actor: 'Sluice', via: 'runner' })).toMatchObject({
      flow: {
        flowStatus: 'Suspended',
        stoppedByFailures: true,
        failedExecutionsInARow: 3,
        statusChangedBy: 'Sluice',
        flowStatusMessage: 'Flow orders was deactivated after 3 failed runs in a row.',
        lastExecution: { executionStatus: 'Error', at: now, message: 'no' },
      },
    });
  });

  test('one below the threshold, or without a threshold, does not', () => {
    expect(decideOn({ ...running, failedExecutionsInARow: 1 }, ended('Error'))).toMatchObject({
      flow: { flowStatus: 'Active', failedExecutionsInARow: 2 },
    });
    const unlimited = { ...running, schedule: { scheduleExpression: 'rate(5minutes)' } };
    expect(decideOn(unlimited, ended('Error'))).toMatchObject({ flow: { flowStatus: 'Active' } });
  });

  test.each(TriggerType.options)(
    'with trigger %s the end of a run changes no state but Active',
    (triggerType) => {
      for (const state of states) {
        const flow = flowIn(state, triggerType, { executionsInProgress: 1, failedExecutionsInARow: 5 });
        const schedule = { scheduleExpression: 'rate(5minutes)', flowErrorDeactivationThreshold: 3 };
        const suspends = state === 'Active' && triggerType === 'Scheduled';
        expect(decideOn({ ...flow, schedule }, ended('Error'))).toMatchObject({
          outcome: 'changed',
          flow: {
            flowStatus: suspends ? 'Suspended' : state,
            stoppedByFailures: suspends,
            executionsInProgress: 0,
            failedExecutionsInARow: 6,
          },
        });
      }
    },
  );

  test('a deletion without runs under way cancels none, and keeps the last', () => {
    const flow = { ...running, flowStatus: 'Draft' as const, executionsInProgress: 0 };
    const lastExecution = { executionId: 'run-1', executionStatus: 'Successful' as const, at: 5 };
    const decision = decideOn({ ...flow, lastExecution }, commands.DeleteFlow);
    expect(decision).toMatchObject({ flow: { flowStatus: 'Deleted', statusReason: 'INC-1', lastExecution } });
    expect(decision).not.toHaveProperty('executionChange');
  });

  test('a run that ends after a stop leaves the stop as it is', () => {
    const stopped = { ...running, flowStatus: 'Suspended' as const, statusReason: 'INC-1' };
    expect(decideOn(stopped, ended('Error'))).toMatchObject({
      flow: {
        flowStatus: 'Suspended',
        stoppedByFailures: false,
        statusReason: 'INC-1',
        statusChangedBy: 'Zoë',
      },
    });
  });

  test('the last run is the one that began last, not the one that ended last', () => {
    const flow = {
      ...running,
      lastExecution: { executionId: 'run-2', executionStatus: 'InProgress' as const, at: 6 },
    };
    expect(decideOn(flow, ended('Successful'))).toMatchObject({
      flow: { lastExecution: flow.lastExecution },
    });
  });

  test('the end of a run of a flow that is gone is refused', () => {
    expect(inShort(decideOn(undefined, ended('Successful')))).toBe('ResourceNotFound');
    expect(inShort(decideOn(running, ended('Successful', 'flow-0')))).toBe('ResourceNotFound');
    expect(inShort(decideOn({ ...running, executionsInProgress: 0 }, ended('Successful')))).toBe(
      'ResourceNotFound',
    );
  });

  test('a deletion cancels the runs under way', () => {
    expect(decideOn(running, commands['DeleteFlow by force'])).toMatchObject({
      executionChange: { kind: 'canceled' },
      flow: {
        flowStatus: 'Deleted',
        executionsInProgress: 0,
        lastExecution: { executionStatus: 'Canceled' },
      },
    });
  });
});

describe('the next run that the service itself begins', () => {
  const MINUTES = 60_000;

  test('comes when the schedule says, from the activation on, and moves on when it has begun', () => {
    const activated = decideOn(flowIn('Draft', 'Scheduled'), commands.StartFlow);
    expect(activated).toMatchObject({ flow: { nextRunAt: now + 5 * MINUTES } });
    const due = flowIn('Active', 'Scheduled', { statusChangedAt: now - 5 * MINUTES, nextRunAt: now });
    expect(decideOn(due, commands.StartExecution)).toMatchObject({
      executionChange: { kind: 'started' },
      flow: { nextRunAt: now + 5 * MINUTES, executionsInProgress: 1 },
    });
  });

  test('however many due times passed, one run makes up for them', () => {
    const due = flowIn('Active', 'Scheduled', {
      statusChangedAt: now - 62 * MINUTES,
      nextRunAt: now - 57 * MINUTES,
    });
    expect(decideOn(due, commands.StartExecution)).toMatchObject({ flow: { nextRunAt: now + 3 * MINUTES } });
  });

  test('is not begun before it is due', () => {
    const flow = flowIn('Active', 'Scheduled', { nextRunAt: now + 1 });
    expect(inShort(decideOn(flow, commands.StartExecution))).toBe('Conflict');
  });

  test.each([
    ['a stop', commands.StopFlow],
    ['a deletion', commands['DeleteFlow by force']],
    ['an error', { operation: 'ChangeStatus', flowStatus: 'Errored', flowStatusMessage: 'no' }],
  ] as [string, FlowCommand][])('is none after %s', (_what, command) => {
    const decision = decideOn(flowIn('Active', 'Scheduled', { nextRunAt: now + 1 }), command);
    expect(decision).toMatchObject({ outcome: 'changed' });
    expect('flow' in decision && decision.flow.nextRunAt).toBeUndefined();
  });

  test('follows an update of the schedule', () => {
    const definition = definitionOf('Scheduled');
    const hourly = { Scheduled: { scheduleExpression: 'rate(1hours)' } };
    const flow = flowIn('Active', 'Scheduled', { statusChangedAt: now, nextRunAt: now + 5 * MINUTES });
    const command: FlowCommand = {
      operation: 'UpdateFlow',
      definition: { ...definition, triggerConfig: { triggerType: 'Scheduled', triggerProperties: hourly } },
    };
    expect(decideOn(flow, command)).toMatchObject({ flow: { nextRunAt: now + 60 * MINUTES } });
  });

  test('of an event flow is when its simulation has an event, and never without one', () => {
    expect(decideOn(flowIn('Draft', 'Event'), commands.StartFlow)).toMatchObject({
      flow: { nextRunAt: undefined },
    });
    const simulated = decideOn(flowIn('Active', 'Event'), {
      operation: 'SimulateExecutions',
      simulation: { eventEveryMs: 10 * MINUTES },
    });
    expect('flow' in simulated && simulated.flow.nextRunAt).toBeGreaterThanOrEqual(now + 7 * MINUTES);
    expect('flow' in simulated && simulated.flow.nextRunAt).toBeLessThanOrEqual(now + 13 * MINUTES);
  });

  test('reads what came since the run before it, the first one from firstExecutionFrom, a complete one all', () => {
    const schedule = {
      scheduleExpression: 'rate(5minutes)',
      scheduleOffset: 60,
      firstExecutionFrom: (now - 90 * MINUTES) / 1_000,
    };
    const first = flowIn('Active', 'Scheduled', { schedule });
    expect(decideOn(first, commands.StartExecution)).toMatchObject({
      executionChange: {
        execution: { dataPullStartAt: now - 90 * MINUTES, dataPullEndAt: now - MINUTES },
      },
      flow: { lastDataPullEndAt: now - MINUTES },
    });
    const later = { ...first, lastDataPullEndAt: now - 6 * MINUTES };
    expect(decideOn(later, commands.StartExecution)).toMatchObject({
      executionChange: { execution: { dataPullStartAt: now - 6 * MINUTES } },
    });
    const complete = { ...later, schedule: { ...schedule, dataPullMode: 'Complete' as const } };
    expect(decideOn(complete, commands.StartExecution)).toMatchObject({
      executionChange: { execution: { dataPullStartAt: undefined, dataPullEndAt: now - MINUTES } },
    });
  });
});

describe('CancelFlowExecutions', () => {
  const flow = flowIn('Active', 'OnDemand', {
    executionsInProgress: 3,
    failedExecutionsInARow: 1,
    lastExecution: { executionId: 'run-3', executionStatus: 'InProgress', at: 5 },
  });
  const executionsUnderWay = () => [
    { executionId: 'run-1', executionStatus: 'CancelStarted' as const },
    { executionId: 'run-2', executionStatus: 'InProgress' as const },
    { executionId: 'run-3', executionStatus: 'InProgress' as const },
  ];
  const cancel = (executionIds?: string[]) =>
    decideOn(flow, { operation: 'CancelFlowExecutions', executionIds }, ana, { executionsUnderWay });

  test('cancels all that are in progress when it names none', () => {
    expect(cancel()).toMatchObject({
      outcome: 'changed',
      executionChange: { kind: 'cancelStarted', executionIds: ['run-2', 'run-3'], endsAt: now + 1_000 },
      invalidExecutions: [],
      flow: {
        executionsInProgress: 3,
        lastExecution: { executionId: 'run-3', executionStatus: 'CancelStarted', at: 5 },
      },
    });
  });

  test('names those that cannot be canceled: unknown, ended, or canceled already', () => {
    expect(cancel(['run-1', 'run-2', 'run-9', 'run-9'])).toMatchObject({
      outcome: 'changed',
      executionChange: { executionIds: ['run-2'] },
      invalidExecutions: ['run-1', 'run-9'],
    });
    expect(cancel(['run-1'])).toMatchObject({ outcome: 'unchanged', invalidExecutions: ['run-1'] });
  });

  test('the run then ends as canceled, which is no failure and no success', () => {
    const end: FlowCommand = {
      operation: 'EndExecution',
      id: 'flow-1',
      executionId: 'run-1',
      result: course.plan,
    };
    expect(decideOn(flow, end, ana, { executionsUnderWay })).toMatchObject({
      executionChange: { kind: 'ended', result: { executionStatus: 'Canceled', recordsProcessed: 0 } },
      flow: { executionsInProgress: 2, failedExecutionsInARow: 1 },
    });
  });
});

describe('ServiceQuotaExceededException', () => {
  const create: FlowCommand = {
    operation: 'CreateFlow',
    id: 'flow-2',
    definition: definitionOf('Event'),
    tags: {},
  };
  const update: FlowCommand = { operation: 'UpdateFlow', definition: definitionOf('Event') };
  const start: FlowCommand = { operation: 'StartFlow', execution };

  test('for a flow more than the quota, for an update while there are more, for a run more', () => {
    expect(inShort(decideOn(undefined, { ...create, flowQuota: 3 }))).toBe('ServiceQuotaExceeded');
    expect(inShort(decideOn(undefined, { ...create, flowQuota: 4 }))).toBe('→ Draft');
    expect(inShort(decideOn(flowIn('Draft', 'Event'), { ...update, flowQuota: 2 }))).toBe(
      'ServiceQuotaExceeded',
    );
    expect(inShort(decideOn(flowIn('Draft', 'Event'), { ...update, flowQuota: 3 }))).toBe('→ Draft');
    const onDemand = flowIn('Active', 'OnDemand');
    expect(inShort(decideOn(onDemand, { ...start, executionQuota: 3 }))).toBe('ServiceQuotaExceeded');
    expect(inShort(decideOn(onDemand, { ...start, executionQuota: 4 }))).toBe('→ Active');
    expect(inShort(decideOn(flowIn('Draft', 'Event'), { ...start, executionQuota: 3 }))).toBe('→ Active');
  });
});

test('whatever is asked, in whatever order, the rules that matter hold', () => {
  const ends = fc
    .constantFrom('Successful' as const, 'Error' as const)
    .map((executionStatus): FlowCommand => ({
      operation: 'EndExecution',
      id: 'flow-1',
      executionId: 'run-1',
      result: { ...course.plan, executionStatus },
    }));
  const creates = fc.constantFrom(...TriggerType.options).map((triggerType): FlowCommand => ({
    operation: 'CreateFlow',
    id: 'flow-1',
    definition: definitionOf(triggerType, 2),
    tags: {},
  }));
  const updates = fc.constantFrom(...TriggerType.options).map((triggerType): FlowCommand => ({
    operation: 'UpdateFlow',
    definition: definitionOf(triggerType, 2),
  }));
  const changes = fc
    .constantFrom('Errored' as const, 'Deprecated' as const)
    .map((flowStatus): FlowCommand => ({
      operation: 'ChangeStatus',
      flowStatus,
      flowStatusMessage: 'no',
    }));
  const ordinary = fc.oneof(fc.constantFrom<FlowCommand>(...Object.values(commands)), ends, creates, updates);
  const any = fc.oneof({ weight: 12, arbitrary: ordinary }, { weight: 1, arbitrary: changes });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 60 }), (sequence) => {
      let flow: Flow | undefined;
      let underWay = 0;
      for (const command of sequence) {
        // Frozen: a rule that changed its input instead of answering would throw.
        const decision = decideOn(flow && deepFreeze(flow), deepFreeze(command));
        if (command.operation === 'StopFlow' && flow?.triggerType === 'OnDemand') {
          expect(inShort(decision)).toBe('UnsupportedOperation');
        }
        if (decision.outcome === 'refused') {
          expect(decision.message).toMatch(/orders/);
          continue;
        }
        if (decision.outcome === 'unchanged') {
          expect(decision).toEqual({ outcome: 'unchanged', flow });
          expect(decision.flow).toBe(flow);
          continue;
        }
        const { flow: after, definition, executionChange } = decision;
        underWay += executionChange?.kind === 'started' ? 1 : executionChange?.kind === 'ended' ? -1 : 0;
        if (after.flowStatus === 'Deleted') {
          expect(executionChange?.kind === 'canceled').toBe(underWay > 0);
          underWay = 0;
        }
        expect(after.executionsInProgress).toBe(underWay);
        expect(underWay).toBeGreaterThanOrEqual(0);
        expect(after.stoppedByFailures && after.flowStatus !== 'Suspended').toBe(false);
        expect(after.triggerType === 'Scheduled').toBe(after.schedule !== undefined);
        expect(after.schemaVersion).toBe((flow?.schemaVersion ?? 0) + (definition ? 1 : 0));
        expect(after.flowStatus === flow?.flowStatus || after.statusChangedAt === now).toBe(true);
        if (
          after.flowStatus === 'Active' &&
          after.triggerType === 'Scheduled' &&
          executionChange?.kind === 'ended'
        ) {
          expect(after.failedExecutionsInARow).toBeLessThan(2);
        }
        flow = after.flowStatus === 'Deleted' ? undefined : after;
      }
    }),
    { numRuns: 300 },
  );
});

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(deepFreeze);
    Object.freeze(value);
  }
  return value;
}
