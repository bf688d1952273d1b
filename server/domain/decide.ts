import type { World } from '@/contract/console';
import type { ExceptionName } from '@/contract/errors';
import type {
  Caller,
  Command,
  ExecutionChange,
  ExecutionResult,
  Flow,
  FlowDefinition,
  PlannedExecution,
} from './flow';

export interface Accepted {
  outcome: 'changed' | 'unchanged';
  flow: Flow;
  definition?: FlowDefinition;
  executionChange?: ExecutionChange;
}

export interface Refused {
  outcome: 'refused';
  exceptionName: ExceptionName;
  message: string;
}

export type Decision = Accepted | Refused;

/** The flow a command is about: its name and world, and its state if it exists. */
export interface Subject {
  world: World;
  flowName: string;
  flow: Flow | undefined;
}

/**
 * AppFlow's state table (grades in docs/decisions): what a command by a caller at `now` (epoch milliseconds) does to a flow.
 * Pure: the answer is the new state, or the exception that refuses it.
 */
export function decide(subject: Subject, command: Command, caller: Caller, now: number): Decision {
  const { flow, flowName } = subject;
  if (command.operation === 'CreateFlow') {
    return flow ? alreadyExists(flowName) : create(subject, command, caller, now);
  }
  if (command.operation === 'EndExecution') {
    return flow?.id === command.id && flow.executionsInProgress > 0
      ? endExecution(flow, command.executionId, command.result, caller, now)
      : refuse(
          'ResourceNotFoundException',
          `Execution ${command.executionId} of flow ${flowName} is not in progress.`,
        );
  }
  if (!flow) {
    return refuse('ResourceNotFoundException', `Flow with name ${flowName} does not exist.`);
  }
  switch (command.operation) {
    case 'StartFlow':
      return start(flow, command.execution, caller, now);
    case 'StartExecution':
      return flow.flowStatus === 'Active'
        ? beginExecution(flow, command.execution, now)
        : conflict(
            `Flow ${flowName} is in ${flow.flowStatus.toLowerCase()} state, only an active flow runs.`,
          );
    case 'ChangeStatus':
      return {
        outcome: 'changed',
        flow: {
          ...flow,
          ...cameInto(command.flowStatus, caller, now),
          flowStatusMessage: command.flowStatusMessage,
        },
      };
    case 'StopFlow':
      return stop(flow, caller, now);
    case 'UpdateFlow':
      return update(flow, command.definition, caller, now);
    case 'DeleteFlow':
      return remove(flow, command.forceDelete, caller, now);
  }
}

function create(
  { world, flowName }: Subject,
  command: Extract<Command, { operation: 'CreateFlow' }>,
  caller: Caller,
  now: number,
): Decision {
  const flow: Flow = {
    ...world,
    id: command.id,
    flowName,
    ...stateFromDefinition(command.definition),
    tags: command.tags,
    schemaVersion: 1,
    createdAt: now,
    createdBy: caller.actor,
    lastUpdatedAt: now,
    lastUpdatedBy: caller.actor,
    ...cameInto(
      command.definition.triggerConfig.triggerType === 'OnDemand' ? 'Active' : 'Draft',
      caller,
      now,
    ),
    failedExecutionsInARow: 0,
    executionsInProgress: 0,
  };
  return { outcome: 'changed', flow, definition: command.definition };
}

function start(flow: Flow, execution: PlannedExecution, caller: Caller, now: number): Decision {
  if (flow.flowStatus === 'Deprecated') {
    return conflict(
      `Flow ${flow.flowName} is in deprecated state and can not be activated, create a new flow instead.`,
    );
  }
  const activated: Flow =
    flow.flowStatus === 'Active'
      ? flow
      : {
          ...flow,
          flowStatusMessage: undefined,
          failedExecutionsInARow: 0,
          ...cameInto('Active', caller, now),
        };
  if (flow.triggerType !== 'OnDemand') {
    return { outcome: activated === flow ? 'unchanged' : 'changed', flow: activated };
  }
  return beginExecution(activated, execution, now);
}

function beginExecution(flow: Flow, execution: PlannedExecution, now: number): Decision {
  return {
    outcome: 'changed',
    flow: {
      ...flow,
      executionsInProgress: flow.executionsInProgress + 1,
      lastExecution: { executionId: execution.executionId, executionStatus: 'InProgress', at: now },
    },
    executionChange: { kind: 'started', execution },
  };
}

function stop(flow: Flow, caller: Caller, now: number): Decision {
  // What runs on demand outranks every other reason to refuse a stop.
  if (flow.triggerType === 'OnDemand') {
    return refuse(
      'UnsupportedOperationException',
      `StopFlow is not supported for flow ${flow.flowName} because its trigger type is OnDemand.`,
    );
  }
  switch (flow.flowStatus) {
    case 'Active':
    case 'Errored':
      return { outcome: 'changed', flow: { ...flow, ...cameInto('Suspended', caller, now) } };
    case 'Suspended':
      return { outcome: 'unchanged', flow };
    case 'Draft':
    case 'Deprecated':
    case 'Deleted':
      return conflict(
        `Flow ${flow.flowName} is in ${flow.flowStatus.toLowerCase()} state, only an active flow can be deactivated.`,
      );
  }
}

function update(flow: Flow, definition: FlowDefinition, caller: Caller, now: number): Decision {
  if (flow.flowStatus === 'Active' && definition.triggerConfig.triggerType !== flow.triggerType) {
    return refuse(
      'ValidationException',
      `Update Flow request failed due to:[Trigger type of flow ${flow.flowName} can not be updated from ${flow.triggerType} ` +
        `to ${definition.triggerConfig.triggerType} while the flow is in active state]`,
    );
  }
  return {
    outcome: 'changed',
    flow: {
      ...flow,
      ...stateFromDefinition(definition),
      schemaVersion: flow.schemaVersion + 1,
      lastUpdatedAt: now,
      lastUpdatedBy: caller.actor,
    },
    definition,
  };
}

function remove(flow: Flow, forceDelete: boolean, caller: Caller, now: number): Decision {
  if (flow.flowStatus === 'Active' && flow.triggerType !== 'OnDemand' && !forceDelete) {
    return conflict(
      `Flow is in active state, please set forceDelete to true or deactivate the flow: ${flow.flowName}`,
    );
  }
  const { lastExecution } = flow;
  const canceled = flow.executionsInProgress > 0;
  return {
    outcome: 'changed',
    flow: {
      ...flow,
      ...cameInto('Deleted', caller, now),
      executionsInProgress: 0,
      lastExecution:
        lastExecution?.executionStatus === 'InProgress'
          ? { ...lastExecution, executionStatus: 'Canceled', at: now }
          : lastExecution,
    },
    ...(canceled && { executionChange: { kind: 'canceled' } }),
  };
}

function endExecution(
  flow: Flow,
  executionId: string,
  result: ExecutionResult,
  caller: Caller,
  now: number,
): Decision {
  const { executionStatus, message } = result;
  const failedExecutionsInARow = executionStatus === 'Error' ? flow.failedExecutionsInARow + 1 : 0;
  const ended: Flow = {
    ...flow,
    failedExecutionsInARow,
    executionsInProgress: flow.executionsInProgress - 1,
    // Runs may overlap: the last run is the one that began last, not the one that ended last.
    lastExecution:
      flow.lastExecution?.executionId === executionId
        ? { executionId, executionStatus, at: now, message }
        : flow.lastExecution,
  };
  const threshold =
    flow.triggerType === 'Scheduled' ? flow.schedule?.flowErrorDeactivationThreshold : undefined;
  const suspends =
    flow.flowStatus === 'Active' && threshold !== undefined && failedExecutionsInARow >= threshold;
  return {
    outcome: 'changed',
    flow: suspends
      ? {
          ...ended,
          ...cameInto('Suspended', caller, now),
          stoppedByFailures: true,
          flowStatusMessage: `Flow ${flow.flowName} was deactivated after ${failedExecutionsInARow} failed runs in a row.`,
        }
      : ended,
    executionChange: { kind: 'ended', executionId, result },
  };
}

/** How a flow came into a status, which is kept until the next change of status. */
function cameInto(flowStatus: Flow['flowStatus'], caller: Caller, now: number) {
  return {
    flowStatus,
    statusChangedAt: now,
    statusChangedBy: caller.actor,
    statusChangedVia: caller.via,
    statusReason: caller.reason,
    stoppedByFailures: false,
  };
}

function stateFromDefinition(definition: FlowDefinition) {
  const { triggerConfig, sourceFlowConfig, destinationFlowConfigList, description } = definition;
  return {
    description,
    triggerType: triggerConfig.triggerType,
    schedule:
      triggerConfig.triggerType === 'Scheduled' ? triggerConfig.triggerProperties?.Scheduled : undefined,
    sourceConnectorType: sourceFlowConfig.connectorType,
    destinationConnectorType: destinationFlowConfigList[0].connectorType,
  };
}

function alreadyExists(flowName: string): Refused {
  return conflict(`Flow with name ${flowName} already exists.`);
}

function conflict(message: string): Refused {
  return refuse('ConflictException', `Conflict executing request: ${message}`);
}

function refuse(exceptionName: ExceptionName, message: string): Refused {
  return { outcome: 'refused', exceptionName, message };
}
