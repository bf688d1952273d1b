import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FlowStatus, TriggerType } from '@/contract/shapes.gen';
import { decide, type Decision } from './decide';
import type { Caller, Command, Flow, FlowDefinition, PlannedExecution } from './flow';

const now = Date.UTC(2026, 0, 15, 12);
const world = { account: '111122223333', region: 'eu-west-1' };
const ana: Caller = { actor: 'Ana', via: 'console', reason: 'INC-1' };
const bob: Caller = { actor: 'Bob', via: 'aws-cli' };
const execution: PlannedExecution = {
  executionId: 'run-1',
  endsAt: now + 1_000,
  plan: { executionStatus: 'Successful', recordsProcessed: 1, bytesProcessed: 2, bytesWritten: 2 },
};

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
    ...more,
  };
}

function decideOn(flow: Flow | undefined, command: Command, caller = ana): Decision {
  return decide({ world, flowName: 'orders', flow }, command, caller, now);
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
} satisfies Record<string, Command>;

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
  ['StartExecution', 'OnDemand', '→ Active', 'Conflict', 'Conflict', 'Conflict', 'Conflict'],
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

  test.each(Object.keys(commands) as (keyof typeof commands)[])(
    '%s of a name nobody has: ResourceNotFound',
    (command) => {
      expect(decideOn(undefined, commands[command])).toEqual({
        outcome: 'refused',
        exceptionName: 'ResourceNotFoundException',
        message: 'Flow with name orders does not exist.',
      });
    },
  );
});

describe('the words of a refusal', () => {
  test.each([
    [
      flowIn('Draft', 'Scheduled'),
      commands.StopFlow,
      'Conflict executing request: Flow orders is in draft state, only an active flow can be deactivated.',
    ],
    [
      flowIn('Deprecated', 'Event'),
      commands.StopFlow,
      'Conflict executing request: Flow orders is in deprecated state, only an active flow can be deactivated.',
    ],
    [
      flowIn('Active', 'OnDemand'),
      commands.StopFlow,
      'StopFlow is not supported for flow orders because its trigger type is OnDemand.',
    ],
    [
      flowIn('Deprecated', 'Scheduled'),
      commands.StartFlow,
      'Conflict executing request: Flow orders is in deprecated state and can not be activated, create a new flow instead.',
    ],
    [
      flowIn('Active', 'Scheduled'),
      commands.DeleteFlow,
      'Conflict executing request: Flow is in active state, please set forceDelete to true or deactivate the flow: orders',
    ],
    [
      flowIn('Draft', 'Scheduled'),
      { operation: 'CreateFlow', id: 'flow-2', definition: definitionOf('Scheduled'), tags: {} } as const,
      'Conflict executing request: Flow with name orders already exists.',
    ],
  ])('%#', (flow, command, message) => {
    expect(decideOn(flow, command)).toMatchObject({ outcome: 'refused', message });
  });
});

describe('CreateFlow', () => {
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
        lastUpdatedBy: 'Bob',
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
  const ended = (executionStatus: 'Successful' | 'Error', id = 'flow-1'): Command => ({
    operation: 'EndExecution',
    id,
    executionId: 'run-1',
    result: { ...execution.plan, executionStatus, message: executionStatus === 'Error' ? 'no' : undefined },
  });

  test('a start of an on-demand flow begins a run, also beside another', () => {
    const flow = flowIn('Active', 'OnDemand', { executionsInProgress: 1 });
    expect(decideOn(flow, commands.StartFlow)).toMatchObject({
      outcome: 'changed',
      executionChange: { kind: 'started', execution },
      flow: {
        executionsInProgress: 2,
        statusChangedBy: 'Zoë',
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

test('whatever is asked, in whatever order, the rules that matter hold', () => {
  const ends = fc.constantFrom('Successful' as const, 'Error' as const).map((executionStatus): Command => ({
    operation: 'EndExecution',
    id: 'flow-1',
    executionId: 'run-1',
    result: { ...execution.plan, executionStatus },
  }));
  const creates = fc.constantFrom(...TriggerType.options).map((triggerType): Command => ({
    operation: 'CreateFlow',
    id: 'flow-1',
    definition: definitionOf(triggerType, 2),
    tags: {},
  }));
  const updates = fc.constantFrom(...TriggerType.options).map((triggerType): Command => ({
    operation: 'UpdateFlow',
    definition: definitionOf(triggerType, 2),
  }));
  const any = fc.oneof(fc.constantFrom<Command>(...Object.values(commands)), ends, creates, updates);
  fc.assert(
    fc.property(fc.array(any, { maxLength: 40 }), (sequence) => {
      let flow: Flow | undefined;
      for (const command of sequence) {
        const decision = decideOn(flow, command);
        if (command.operation === 'StopFlow' && flow?.triggerType === 'OnDemand') {
          expect(inShort(decision)).toBe('UnsupportedOperation');
        }
        if (decision.outcome === 'refused') {
          continue;
        }
        if (decision.outcome === 'unchanged') {
          expect(decision.flow).toBe(flow);
        }
        expect(decision.flow.executionsInProgress).toBeGreaterThanOrEqual(0);
        expect(decision.flow.stoppedByFailures && decision.flow.flowStatus !== 'Suspended').toBe(false);
        flow = decision.flow.flowStatus === 'Deleted' ? undefined : decision.flow;
      }
    }),
  );
});
