/**
 * What a client may expect of a flow, written down from AppFlow's state table (docs/decisions/004) and nothing else: the second opinion
 * that the service is held against. Times are epoch milliseconds.
 */

export type TriggerType = 'OnDemand' | 'Scheduled' | 'Event';

/** Every scheduled flow of the model runs by rate(5minutes) and is deactivated by two failed runs in a row. */
export const PERIOD_MS = 300_000;
export const THRESHOLD = 2;
/** A run, and its cancelling, take a second. */
const RUN_MS = 1_000;

interface Run {
  /** Undefined until a client has seen it: nobody is told the id of a run that the service itself began. */
  executionId?: string;
  executionStatus: 'InProgress' | 'CancelStarted' | 'Canceled' | 'Successful' | 'Error';
  fails: boolean;
  endsAt: number;
}

export interface ModelFlow {
  triggerType: TriggerType;
  flowStatus: 'Active' | 'Draft' | 'Suspended' | 'Errored' | 'Deprecated';
  hasMessage: boolean;
  schemaVersion: number;
  /** Whether runs that begin now will fail. */
  fails: boolean;
  activatedAt: number;
  nextRunAt?: number;
  failedInARow: number;
  /** In the order in which they began. */
  runs: Run[];
}

/** A call of the API, or something that the service itself does. */
export type Step =
  | { operation: 'CreateFlow'; triggerType: TriggerType }
  | { operation: 'UpdateFlow'; triggerType: TriggerType }
  | { operation: 'StartFlow' }
  | { operation: 'StopFlow' }
  | { operation: 'DeleteFlow'; forceDelete: boolean }
  | { operation: 'CancelFlowExecutions'; executionIds?: string[] }
  | { operation: 'ChangeStatus'; flowStatus: 'Errored' | 'Deprecated' }
  | { operation: 'LetRunsFail' };

/** What the client is answered: the name of an exception, or what of the output is not the same each time. */
export type Outcome =
  { exception: string } | { flowStatus?: string; begins?: boolean; invalidExecutions?: string[] };

export interface Next {
  flow: ModelFlow | undefined;
  outcome: Outcome;
}

/** What a step does to a flow at `now`; `executionId` is what a run that it begins is called. */
export function expected(
  flow: ModelFlow | undefined,
  step: Step,
  now: number,
  executionId: string | undefined,
): Next {
  if (step.operation === 'CreateFlow') {
    return flow ? { flow, outcome: { exception: 'ConflictException' } } : created(step, now);
  }
  if (!flow) return { flow, outcome: { exception: 'ResourceNotFoundException' } };
  const refused = (exception: string): Next => ({ flow, outcome: { exception } });
  const { triggerType, flowStatus } = flow;
  const onDemand = triggerType === 'OnDemand';
  switch (step.operation) {
    case 'StartFlow': {
      if (flowStatus === 'Deprecated') return refused('ConflictException');
      const active = flowStatus === 'Active' ? flow : activated(flow, now);
      const runs: Run[] = onDemand ? [...active.runs, { ...begun(active, now), executionId }] : active.runs;
      return { flow: { ...active, runs }, outcome: { flowStatus: 'Active', begins: onDemand } };
    }
    case 'StopFlow':
      if (onDemand) return refused('UnsupportedOperationException');
      if (flowStatus === 'Draft' || flowStatus === 'Deprecated') return refused('ConflictException');
      return {
        flow: { ...flow, flowStatus: 'Suspended', nextRunAt: undefined },
        outcome: { flowStatus: 'Suspended' },
      };
    case 'UpdateFlow':
      if (flowStatus === 'Active' && step.triggerType !== triggerType) return refused('ValidationException');
      return {
        flow: { ...flow, triggerType: step.triggerType, schemaVersion: flow.schemaVersion + 1 },
        outcome: { flowStatus },
      };
    case 'DeleteFlow':
      return flowStatus === 'Active' && !onDemand && !step.forceDelete
        ? refused('ConflictException')
        : { flow: undefined, outcome: {} };
    case 'CancelFlowExecutions':
      return canceled(flow, step.executionIds, now);
    case 'ChangeStatus':
      return {
        flow: { ...flow, flowStatus: step.flowStatus, hasMessage: true, nextRunAt: undefined },
        outcome: {},
      };
    case 'LetRunsFail':
      return { flow: { ...flow, fails: true }, outcome: {} };
  }
}

function created({ triggerType }: Step & { operation: 'CreateFlow' }, now: number): Next {
  const flowStatus = triggerType === 'OnDemand' ? 'Active' : 'Draft';
  return {
    flow: {
      triggerType,
      flowStatus,
      hasMessage: false,
      schemaVersion: 1,
      fails: false,
      activatedAt: now,
      failedInARow: 0,
      runs: [],
    },
    outcome: { flowStatus },
  };
}

function activated(flow: ModelFlow, now: number): ModelFlow {
  return {
    ...flow,
    flowStatus: 'Active',
    hasMessage: false,
    failedInARow: 0,
    activatedAt: now,
    nextRunAt: flow.triggerType === 'Scheduled' ? now + PERIOD_MS : undefined,
  };
}

function begun({ fails }: ModelFlow, now: number): Run {
  return { executionStatus: 'InProgress', fails, endsAt: now + RUN_MS };
}

function canceled(flow: ModelFlow, executionIds: string[] | undefined, now: number): Next {
  const isMeant = ({ executionId, executionStatus }: Run) =>
    executionStatus === 'InProgress' &&
    (executionIds === undefined || (executionId !== undefined && executionIds.includes(executionId)));
  const found = flow.runs.filter(isMeant).map(({ executionId }) => executionId);
  return {
    flow: {
      ...flow,
      runs: flow.runs.map((run) =>
        isMeant(run) ? { ...run, executionStatus: 'CancelStarted', endsAt: now + RUN_MS } : run,
      ),
    },
    outcome: { invalidExecutions: (executionIds ?? []).filter((id) => !found.includes(id)) },
  };
}

/** The flow when it has become `now`: what was due has happened, in the order in which it was due, and begins or ends now. */
export function later(flow: ModelFlow, now: number): ModelFlow {
  const isUnderWay = ({ executionStatus }: Run) =>
    executionStatus === 'InProgress' || executionStatus === 'CancelStarted';
  const ended = flow.runs.filter((run) => isUnderWay(run) && run.endsAt <= now);
  const due = [
    ...ended.map((run) => ({ at: run.endsAt, happens: (before: ModelFlow) => withEnded(before, run) })),
    ...(flow.nextRunAt !== undefined && flow.nextRunAt <= now
      ? [{ at: flow.nextRunAt, happens: (before: ModelFlow) => withBegun(before, now) }]
      : []),
  ];
  return due.sort((one, other) => one.at - other.at).reduce((before, { happens }) => happens(before), flow);
}

function withEnded(flow: ModelFlow, run: Run): ModelFlow {
  const executionStatus = howItEnds(run);
  const failedInARow = { Canceled: flow.failedInARow, Error: flow.failedInARow + 1, Successful: 0 }[
    executionStatus
  ];
  const runs = flow.runs.map((each) => (each === run ? { ...run, executionStatus } : each));
  const ended = { ...flow, failedInARow, runs };
  return flow.triggerType === 'Scheduled' && flow.flowStatus === 'Active' && failedInARow >= THRESHOLD
    ? { ...ended, flowStatus: 'Suspended', hasMessage: true, nextRunAt: undefined }
    : ended;
}

function howItEnds({ executionStatus, fails }: Run): 'Canceled' | 'Error' | 'Successful' {
  if (executionStatus === 'CancelStarted') return 'Canceled';
  return fails ? 'Error' : 'Successful';
}

/** However many due times have passed, one run makes up for them. */
function withBegun(flow: ModelFlow, now: number): ModelFlow {
  if (flow.flowStatus !== 'Active') return flow;
  const periods = Math.floor((now - flow.activatedAt) / PERIOD_MS) + 1;
  return {
    ...flow,
    nextRunAt: flow.activatedAt + periods * PERIOD_MS,
    runs: [...flow.runs, begun(flow, now)],
  };
}
