import {
  cameInto,
  conflict,
  refuse,
  type CommandOf,
  type Decision,
  type Refused,
  type Subject,
} from './decision';
import {
  beginExecution,
  cancelExecutions,
  endExecution,
  importExecution,
  isUnderWay,
  scheduled,
  startDue,
} from './executions';
import type { Caller, Flow, FlowCommand, FlowDefinition, ImportedState } from './flow';
import { refusedByDestination, refusedByProfiles } from './flow-connectors';
import { laterOf } from './stop-until';

/**
 * AppFlow's state table (grades in docs/decisions): what a command by a caller at `now` (epoch milliseconds) does to a flow.
 * Pure: the answer is the new state, or the exception that refuses it.
 */
export function decide(subject: Subject, command: FlowCommand, caller: Caller, now: number): Decision {
  const { flow, flowName } = subject;
  if (command.operation === 'CreateFlow') {
    return flow ? alreadyExists(flowName) : create(subject, command, caller, now);
  }
  if (command.operation === 'ImportFlow') {
    return flow ? alreadyExists(flowName) : importFlow(subject, command, caller, now);
  }
  if (!flow) {
    return refuse('ResourceNotFoundException', `Flow with name ${flowName} does not exist.`);
  }
  switch (command.operation) {
    case 'StartFlow':
      return start(subject, flow, command, caller, now);
    case 'CancelFlowExecutions':
      return cancelExecutions(subject, flow, command.executionIds, now);
    case 'StartExecution':
      return startDue(flow, command.execution, now);
    case 'EndExecution':
      return endExecution(subject, flow, command, caller, now);
    case 'StartAgain':
      return flow.startsAgainAt !== undefined && flow.startsAgainAt <= now
        ? { outcome: 'changed', flow: activated(flow, caller, now) }
        : conflict(`Flow ${flowName} is not to start again now.`);
    case 'SimulateExecutions':
      return { outcome: 'changed', flow: scheduled({ ...flow, simulation: command.simulation }, now) };
    case 'ChangeStatus':
      return {
        outcome: 'changed',
        flow: scheduled(
          {
            ...flow,
            ...cameInto(command.flowStatus, caller, now),
            flowStatusMessage: command.flowStatusMessage,
          },
          now,
        ),
      };
    case 'StopFlow':
      return stop(flow, command, caller, now);
    case 'UpdateFlow':
      return update(subject, flow, command, caller, now);
    case 'DeleteFlow':
      return remove(flow, command.forceDelete, caller, now);
    case 'TagResource':
      return tag(flow, command.tags);
    case 'UntagResource':
      return untag(flow, command.tagKeys);
  }
}

function create(subject: Subject, command: CommandOf<'CreateFlow'>, caller: Caller, now: number): Decision {
  const { definition, tags, flowQuota } = command;
  const refusal = refusedByProfiles(subject, definition, 'Create');
  if (refusal) {
    return refusal;
  }
  if (flowQuota !== undefined && subject.usage().flows >= flowQuota) {
    return overFlowQuota(flowQuota);
  }
  const flowStatus = definition.triggerConfig.triggerType === 'OnDemand' ? 'Active' : 'Draft';
  const flow = newFlow(subject, command, { flowStatus, tags, schemaVersion: 1 }, caller, now);
  return { outcome: 'changed', flow, definition };
}

/** A flow as it stands in another AppFlow. It came into its status here and now, by whoever imports it: how it did there is not said. */
function importFlow(
  subject: Subject,
  command: CommandOf<'ImportFlow'>,
  caller: Caller,
  now: number,
): Decision {
  const { definition, state } = command;
  const flow = scheduled(newFlow(subject, command, state, caller, now), now);
  return { ...importExecution(flow, state.lastExecution, now), definition };
}

function newFlow(
  { world, flowName }: Subject,
  { id, definition }: { id: string; definition: FlowDefinition },
  state: ImportedState,
  caller: Caller,
  now: number,
): Flow {
  return {
    ...world,
    id,
    flowName,
    ...stateFromDefinition(definition),
    tags: state.tags,
    schemaVersion: state.schemaVersion,
    createdAt: state.createdAt ?? now,
    createdBy: state.createdBy ?? caller.actor,
    lastUpdatedAt: state.lastUpdatedAt ?? now,
    lastUpdatedBy: state.lastUpdatedBy ?? caller.actor,
    ...cameInto(state.flowStatus, caller, now),
    flowStatusMessage: state.flowStatusMessage,
    failedExecutionsInARow: 0,
    executionsInProgress: 0,
    executionsStarted: 0,
  };
}

function start(
  { usage }: Subject,
  flow: Flow,
  { execution, executionQuota }: CommandOf<'StartFlow'>,
  caller: Caller,
  now: number,
): Decision {
  if (flow.flowStatus === 'Deprecated') {
    return conflict(
      `Flow ${flow.flowName} is in deprecated state and can not be activated, create a new flow instead.`,
    );
  }
  const active = flow.flowStatus === 'Active' ? flow : activated(flow, caller, now);
  if (flow.triggerType !== 'OnDemand') {
    return { outcome: active === flow ? 'unchanged' : 'changed', flow: active };
  }
  if (executionQuota !== undefined && usage().executionsUnderWay >= executionQuota) {
    return refuse(
      'ServiceQuotaExceededException',
      `The account has ${executionQuota} flow runs under way, which is its quota: wait until one has ended or cancel one.`,
    );
  }
  return beginExecution(active, execution, now);
}

function activated(flow: Flow, caller: Caller, now: number): Flow {
  return scheduled(
    { ...flow, flowStatusMessage: undefined, failedExecutionsInARow: 0, ...cameInto('Active', caller, now) },
    now,
  );
}

function stop(
  flow: Flow,
  { startsAgainAt, isOfMany }: CommandOf<'StopFlow'>,
  caller: Caller,
  now: number,
): Decision {
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
      return {
        outcome: 'changed',
        flow: scheduled({ ...flow, ...cameInto('Suspended', caller, now), startsAgainAt }, now),
      };
    case 'Suspended': {
      // Who stopped it and why stays; only until when is what the last stop said.
      const until = isOfMany ? laterOf(flow.startsAgainAt, startsAgainAt) : startsAgainAt;
      return until === flow.startsAgainAt
        ? { outcome: 'unchanged', flow }
        : { outcome: 'changed', flow: { ...flow, startsAgainAt: until } };
    }
    case 'Draft':
    case 'Deprecated':
    case 'Deleted':
      return conflict(
        `Flow ${flow.flowName} is in ${flow.flowStatus.toLowerCase()} state, only an active flow can be deactivated.`,
      );
  }
}

function update(
  subject: Subject,
  flow: Flow,
  { definition, flowQuota }: CommandOf<'UpdateFlow'>,
  caller: Caller,
  now: number,
): Decision {
  if (flowQuota !== undefined && subject.usage().flows > flowQuota) {
    return overFlowQuota(flowQuota);
  }
  const refusal =
    refusedByProfiles(subject, definition, 'Update') ?? refusedByDestination(subject, definition);
  if (refusal) {
    return refusal;
  }
  if (flow.flowStatus === 'Active' && definition.triggerConfig.triggerType !== flow.triggerType) {
    return refuse(
      'ValidationException',
      `Update Flow request failed due to:[Trigger type of flow ${flow.flowName} can not be updated from ${flow.triggerType} ` +
        `to ${definition.triggerConfig.triggerType} while the flow is in active state]`,
    );
  }
  return {
    outcome: 'changed',
    flow: scheduled(
      {
        ...flow,
        ...stateFromDefinition(definition),
        startsAgainAt: undefined,
        schemaVersion: flow.schemaVersion + 1,
        lastUpdatedAt: now,
        lastUpdatedBy: caller.actor,
      },
      now,
    ),
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
      nextRunAt: undefined,
      executionsInProgress: 0,
      lastExecution:
        lastExecution && isUnderWay(lastExecution.executionStatus)
          ? { ...lastExecution, executionStatus: 'Canceled', at: now }
          : lastExecution,
    },
    ...(canceled && { executionChange: { kind: 'canceled' } }),
  };
}

/** What AWS allows a resource of tags, those that it has and those that come. */
const TAG_LIMIT = 50;

function tag(flow: Flow, added: Flow['tags']): Decision {
  const tags = { ...flow.tags, ...added };
  const count = Object.keys(tags).length;
  if (count > TAG_LIMIT) {
    return refuse(
      'ValidationException',
      `Flow ${flow.flowName} would have ${count} tags, a flow can have at most ${TAG_LIMIT}.`,
    );
  }
  return Object.entries(added).every(([key, value]) => flow.tags[key] === value)
    ? { outcome: 'unchanged', flow }
    : { outcome: 'changed', flow: { ...flow, tags } };
}

function untag(flow: Flow, tagKeys: string[]): Decision {
  const kept = Object.entries(flow.tags).filter(([key]) => !tagKeys.includes(key));
  return kept.length === Object.keys(flow.tags).length
    ? { outcome: 'unchanged', flow }
    : { outcome: 'changed', flow: { ...flow, tags: Object.fromEntries(kept) } };
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

function overFlowQuota(flowQuota: number): Refused {
  return refuse(
    'ServiceQuotaExceededException',
    `The account has a quota of ${flowQuota} flows in this region: delete one first.`,
  );
}

function alreadyExists(flowName: string): Refused {
  return conflict(`Flow with name ${flowName} already exists.`);
}
