import type { ExecutionStatus } from '@/contract/shapes.gen';
import {
  cameInto,
  conflict,
  refuse,
  type Accepted,
  type CommandOf,
  type Decision,
  type Subject,
} from './decision';
import type { AskedExecution, Caller, ExecutionResult, Flow, LastExecution, PlannedExecution } from './flow';
import { nextRunAt } from './schedule';
import { nextEventAt, simulateExecution } from './simulation';

/** What the service itself begins: a scheduled run whose time has come, or a run that an event begins. */
export function startDue(flow: Flow, execution: AskedExecution, now: number): Decision {
  if (flow.flowStatus !== 'Active') {
    return conflict(
      `Flow ${flow.flowName} is in ${flow.flowStatus.toLowerCase()} state, only an active flow runs.`,
    );
  }
  if (flow.triggerType !== 'Event' && (flow.nextRunAt === undefined || flow.nextRunAt > now)) {
    return conflict(`No run of flow ${flow.flowName} is due.`);
  }
  return beginExecution(flow, execution, now);
}

export function beginExecution(flow: Flow, { executionId, course }: AskedExecution, now: number): Decision {
  const execution: PlannedExecution = {
    executionId,
    ...(course ?? simulateExecution(flow, now)),
    ...dataPull(flow),
  };
  return {
    outcome: 'changed',
    flow: scheduled(
      {
        ...flow,
        executionsInProgress: flow.executionsInProgress + 1,
        executionsStarted: flow.executionsStarted + 1,
        lastDataPullEndAt: execution.dataPullEndAt ?? flow.lastDataPullEndAt,
        lastExecution: { executionId, executionStatus: 'InProgress', at: now },
      },
      now,
    ),
    executionChange: { kind: 'started', execution },
  };
}

/**
 * The last run of a flow that comes from elsewhere, the only one known of. If it failed, it is the first of failures in a row; if it
 * is under way, it ends here as the flow's runs do.
 */
export function importExecution(flow: Flow, lastExecution: LastExecution | undefined, now: number): Accepted {
  if (!lastExecution) {
    return { outcome: 'changed', flow };
  }
  const { executionStatus, at } = lastExecution;
  const underWay = isUnderWay(executionStatus);
  return {
    outcome: 'changed',
    flow: {
      ...flow,
      lastExecution,
      executionsStarted: 1,
      // About up to then it read its source.
      lastDataPullEndAt: flow.schedule && at,
      executionsInProgress: underWay ? 1 : 0,
      failedExecutionsInARow: executionStatus === 'Error' ? 1 : 0,
    },
    executionChange: {
      kind: 'imported',
      execution: { ...lastExecution, ...simulateExecution(flow, now), ...(!underWay && { endsAt: at }) },
    },
  };
}

/**
 * What a scheduled run reads of its source: up to its due time less the schedule's offset and, when it pulls incrementally, from where
 * the run before it ended; the first one from firstExecutionFrom.
 */
function dataPull({ schedule, nextRunAt, lastDataPullEndAt }: Flow) {
  if (!schedule || nextRunAt === undefined) {
    return {};
  }
  const { dataPullMode, firstExecutionFrom, scheduleOffset = 0 } = schedule;
  const firstFrom = firstExecutionFrom === undefined ? undefined : Math.round(firstExecutionFrom * 1_000);
  return {
    dataPullStartAt: dataPullMode === 'Complete' ? undefined : (lastDataPullEndAt ?? firstFrom),
    dataPullEndAt: nextRunAt - scheduleOffset * 1_000,
  };
}

/** The flow with the time of the next run that the service itself begins, after `now`. */
export function scheduled(flow: Flow, now: number): Flow {
  return { ...flow, nextRunAt: flow.flowStatus === 'Active' ? nextBeginning(flow, now) : undefined };
}

function nextBeginning(flow: Flow, now: number): number | undefined {
  switch (flow.triggerType) {
    case 'Scheduled':
      return flow.schedule && nextRunAt(flow.schedule, flow.statusChangedAt, now);
    case 'Event':
      return nextEventAt(flow, now);
    case 'OnDemand':
      return undefined;
  }
}

/** How long a run takes to be canceled. */
const CANCELING_MS = 1_000;

export function cancelExecutions(
  { executionsUnderWay }: Subject,
  flow: Flow,
  executionIds: string[] | undefined,
  now: number,
): Decision {
  const inProgress = executionsUnderWay()
    .filter(({ executionStatus }) => executionStatus === 'InProgress')
    .map(({ executionId }) => executionId);
  const asked = executionIds && new Set(executionIds);
  const canceled = asked ? inProgress.filter((id) => asked.has(id)) : inProgress;
  const invalidExecutions = asked ? [...asked].filter((id) => !canceled.includes(id)) : [];
  if (canceled.length === 0) {
    return { outcome: 'unchanged', flow, invalidExecutions };
  }
  const { lastExecution } = flow;
  const isLast = lastExecution !== undefined && canceled.includes(lastExecution.executionId);
  return {
    outcome: 'changed',
    flow: isLast ? { ...flow, lastExecution: { ...lastExecution, executionStatus: 'CancelStarted' } } : flow,
    executionChange: { kind: 'cancelStarted', executionIds: canceled, endsAt: now + CANCELING_MS },
    invalidExecutions,
  };
}

export function isUnderWay(executionStatus: ExecutionStatus): boolean {
  return executionStatus === 'InProgress' || executionStatus === 'CancelStarted';
}

export function endExecution(
  { executionsUnderWay }: Subject,
  flow: Flow,
  { id, executionId, result: planned }: CommandOf<'EndExecution'>,
  caller: Caller,
  now: number,
): Decision {
  const execution = executionsUnderWay().find((each) => each.executionId === executionId);
  if (flow.id !== id || !execution) {
    return refuse(
      'ResourceNotFoundException',
      `Execution ${executionId} of flow ${flow.flowName} is not in progress.`,
    );
  }
  const result: ExecutionResult =
    execution.executionStatus === 'CancelStarted'
      ? { ...NOTHING_MOVED, executionStatus: 'Canceled' }
      : planned;
  const { executionStatus, message } = result;
  const failedExecutionsInARow = failuresAfter(flow, executionStatus);
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
      ? scheduled(
          {
            ...ended,
            ...cameInto('Suspended', caller, now),
            stoppedByFailures: true,
            flowStatusMessage: `Flow ${flow.flowName} was deactivated after ${failedExecutionsInARow} failed runs in a row.`,
          },
          now,
        )
      : ended,
    executionChange: { kind: 'ended', executionId, result },
  };
}

const NOTHING_MOVED = { bytesProcessed: 0, bytesWritten: 0, recordsProcessed: 0 };

/** A canceled run neither failed nor went well. */
function failuresAfter(flow: Flow, executionStatus: ExecutionResult['executionStatus']): number {
  switch (executionStatus) {
    case 'Error':
      return flow.failedExecutionsInARow + 1;
    case 'Successful':
      return 0;
    case 'Canceled':
      return flow.failedExecutionsInARow;
  }
}
