import { createHash } from 'node:crypto';
import { defaultWorld } from '@/contract/console';
import type { ScheduledTriggerProperties, Task } from '@/contract/shapes.gen';
import type { FlowMoment, Moment } from '@/server/data/replay';
import type {
  AskedExecution,
  Caller,
  FlowCommand,
  ExecutionResult,
  FlowDefinition,
} from '@/server/domain/flow';
import { nextRunAt } from '@/server/domain/schedule';
import type { Simulation } from '@/server/domain/simulation';
import { demoConnections } from './connections';
import { demoFlows } from './flows';
import type { FlowPlan, RunsPlan } from './plan';
import { atWork, DAY_MS, deedAt, fractionOf, HOUR_MS, hoursBefore, MINUTE_MS } from './times';

/** Unless said: all runs of the last day, so that its hours can be compared, and no fewer than these. */
const LEAST_RUNS = 24;
/** So many runs before the last is one that failed, where a plan has such. */
const RUNS_SINCE_FAILED_ONCE = 12;
/** How far a run's amounts and duration are from what is usual for its flow. */
const SHORTEST = 0.7;
const LONGEST = 1.3;
/** About how far apart the runs are that no schedule begins. */
const PAUSE_MS = { OnDemand: 2 * DAY_MS, Event: 2 * HOUR_MS };

const runner: Caller = { actor: 'Sluice', via: 'runner' };
const service: Caller = { actor: 'AppFlow', via: 'service' };

/** All that a demo begins with: the connections, then the fleet. The same for the same `now` (epoch milliseconds). */
export function demoHistory(now: number): Moment[] {
  return [...demoConnections(now), ...demoFleet(now)];
}

/** The demo fleet: about 40 flows in the default world, with a history up to `now` (epoch milliseconds). The same for the same `now`. */
export function demoFleet(now: number): FlowMoment[] {
  return [...demoFlows.flatMap((plan) => storyOf(plan, now)), ...refusals(now)];
}

/** Attempts that failed, one after the other, for the activity: the three ways in which a stop is refused. */
function refusals(now: number): FlowMoment[] {
  const caller: Caller = { actor: 'Bob Chen', via: 'console', reason: 'Quarter close' };
  const firstAt = hoursBefore(now, 3, 'refusals');
  return ['salesforce-full-export', 'hubspot-deals-to-s3', 'eloqua-contacts-to-s3'].map(
    (flowName, index) => ({
      at: firstAt + Math.floor((index + fractionOf(flowName)) * MINUTE_MS),
      world: defaultWorld,
      flowName,
      caller,
      command: { operation: 'StopFlow' },
    }),
  );
}

function storyOf(plan: FlowPlan, now: number): FlowMoment[] {
  // Each at a time of day of its own, or the schedules of all flows would be due together.
  const createdAt = atWork(
    now - plan.createdDaysAgo * DAY_MS - Math.floor(fractionOf(plan.flowName) * DAY_MS),
  );
  const startedAt = createdAt + Math.floor((1 + fractionOf(plan.flowName, 'started') * 30) * MINUTE_MS);
  const moment = (at: number, caller: Caller, command: FlowCommand): FlowMoment => ({
    at,
    world: defaultWorld,
    flowName: plan.flowName,
    caller,
    command,
  });
  const definition = definitionOf(plan);
  const tags = { team: plan.team, env: 'production', ...(plan.tier && { tier: plan.tier }) };
  const id = idOf(plan.flowName, plan.createdDaysAgo);
  const deeds = (plan.then ?? []).map(({ hoursAgo, do: operation, by, reason, untilInHours }) => {
    const at = deedAt(now, hoursAgo, plan.flowName);
    const command: Record<typeof operation, FlowCommand> = {
      StartFlow: { operation: 'StartFlow', execution: plannedRun(id, at, 0, 0) },
      StopFlow: {
        operation: 'StopFlow',
        ...(untilInHours !== undefined && { startsAgainAt: fullHalfHour(now + untilInHours * HOUR_MS) }),
      },
      UpdateFlow: { operation: 'UpdateFlow', definition },
      DeleteFlow: { operation: 'DeleteFlow', forceDelete: false },
    };
    return moment(at, { ...by, reason }, command[operation]);
  });
  const changes = (plan.changes ?? []).map(({ hoursAgo, flowStatus, flowStatusMessage }) =>
    moment(hoursBefore(now, hoursAgo, plan.flowName), service, {
      operation: 'ChangeStatus',
      flowStatus,
      flowStatusMessage,
    }),
  );
  const starts =
    plan.draft || plan.when === 'OnDemand'
      ? []
      : [moment(startedAt, plan.by, { operation: 'StartFlow', execution: plannedRun(id, startedAt, 0, 0) })];
  const restsFrom = Math.min(now, ...changes.map(({ at }) => at), ...restsOf(deeds));
  const activatedAt = deeds.findLast(({ command }) => command.operation === 'StartFlow')?.at ?? startedAt;
  const runs = plan.runs ? runsOf(plan, plan.runs, id, activatedAt, restsFrom, now) : [];
  return [
    moment(createdAt, plan.by, { operation: 'CreateFlow', id, definition, tags }),
    ...starts,
    ...runs.flatMap(({ at, execution }) => [
      plan.when === 'OnDemand'
        ? moment(at, plan.by, { operation: 'StartFlow', execution })
        : moment(at, runner, { operation: 'StartExecution', execution }),
      ...(execution.course.endsAt <= now
        ? [
            moment(execution.course.endsAt, runner, {
              operation: 'EndExecution',
              id,
              executionId: execution.executionId,
              result: execution.course.plan,
            }),
          ]
        : []),
    ]),
    ...changes,
    ...deeds,
    ...(plan.runs && deeds.every(({ command }) => command.operation !== 'DeleteFlow')
      ? [
          moment(now, service, {
            operation: 'SimulateExecutions',
            simulation: simulationOf(plan.runs, runs.length),
          }),
        ]
      : []),
  ];
}

/** From now on its runs are like those that it had. */
function simulationOf(runs: RunsPlan, hadRuns: number): Simulation {
  return {
    records: runs.records,
    durationMs: Math.round(usualRunMs(runs.records)),
    eventEveryMs: PAUSE_MS.Event,
    ...(runs.failing && { failures: { from: hadRuns + 1, message: runs.message } }),
  };
}

/** People say a full or a half hour when they stop something until a time. */
function fullHalfHour(at: number): number {
  return Math.ceil(at / (HOUR_MS / 2)) * (HOUR_MS / 2);
}

/** When a flow came to rest for good: its last stop or deletion, unless it was started after it. */
function restsOf(deeds: FlowMoment[]): number[] {
  const last = deeds.at(-1);
  const first = deeds.find(
    ({ command }) => command.operation === 'StopFlow' || command.operation === 'DeleteFlow',
  );
  const rests = last?.command.operation === 'StopFlow' || last?.command.operation === 'DeleteFlow';
  return rests && first ? [first.at] : [];
}

interface Run {
  at: number;
  execution: Required<AskedExecution>;
}

function runsOf(
  plan: FlowPlan,
  runs: RunsPlan,
  id: string,
  activatedAt: number,
  until: number,
  now: number,
): Run[] {
  const times = runTimes(plan, runs, activatedAt, until);
  const onItsOwn = plan.when !== 'OnDemand' && plan.when !== 'Event';
  const underWayAt = onItsOwn ? times.at(-1) : now - 9 * MINUTE_MS;
  const underWay =
    runs.underWayForMin !== undefined && underWayAt !== undefined
      ? { at: underWayAt, endsAt: now + runs.underWayForMin * MINUTE_MS }
      : undefined;
  const ended = times.filter((at) => at !== underWay?.at);
  const planned = ended.map((at, index): Run => {
    const fails = index >= ended.length - (runs.failing ?? 0);
    const message = fails
      ? runs.message
      : index === ended.length - 1 - RUNS_SINCE_FAILED_ONCE
        ? runs.failedOnce
        : undefined;
    return { at, execution: plannedRun(id, at, runs.records, index, message) };
  });
  if (!underWay) {
    return planned;
  }
  const { at, endsAt } = underWay;
  const { executionId, course } = plannedRun(id, at, runs.records, ended.length);
  return [...planned, { at, execution: { executionId, course: { ...course, endsAt } } }];
}

/** When the last runs that ended before `until` began: on schedule, or every now and then. */
function runTimes(plan: FlowPlan, runs: RunsPlan, activatedAt: number, until: number): number[] {
  const count = runs.count ?? LEAST_RUNS;
  const end = until - LONGEST * usualRunMs(runs.records);
  if (plan.when === 'OnDemand' || plan.when === 'Event') {
    const pauseMs = PAUSE_MS[plan.when];
    return Array.from({ length: count }, (_, index) => {
      const at = Math.floor(end - (count - index - fractionOf(plan.flowName, index)) * pauseMs);
      return plan.when === 'OnDemand' ? atWork(at) : at;
    });
  }
  const schedule = scheduleOf(plan);
  const times: number[] = [];
  let windowMs = 2 * HOUR_MS;
  // Looks further back until there are enough, so that a schedule of minutes is not walked for months.
  while ((times.length < count || windowMs < DAY_MS) && windowMs < 100 * DAY_MS) {
    windowMs *= 2;
    times.length = 0;
    let at = nextRunAt(schedule, activatedAt, Math.max(activatedAt, end - windowMs));
    while (at !== undefined && at <= end) {
      times.push(at);
      at = nextRunAt(schedule, activatedAt, at);
    }
  }
  const ofTheLastDay = times.filter((at) => at > end - DAY_MS).length;
  return times.slice(-(runs.count ?? Math.max(count, ofTheLastDay)));
}

/** How long a run of so many records usually takes. */
function usualRunMs(records: number): number {
  return 4_000 + Math.sqrt(records) * 900;
}

function plannedRun(
  flowId: string,
  at: number,
  records: number,
  index: number,
  message?: string,
): Required<AskedExecution> {
  const executionId = idOf(flowId, at);
  const factor = SHORTEST + fractionOf(executionId) * (LONGEST - SHORTEST);
  const recordsProcessed = message === undefined ? Math.max(1, Math.round(records * factor)) : 0;
  const bytesProcessed = recordsProcessed * (380 + (index % 5) * 7);
  const plan: ExecutionResult = {
    executionStatus: message === undefined ? 'Successful' : 'Error',
    recordsProcessed,
    bytesProcessed,
    bytesWritten: Math.round(bytesProcessed * 0.4),
    message,
  };
  return { executionId, course: { endsAt: at + Math.round(usualRunMs(records) * factor), plan } };
}

function definitionOf(plan: FlowPlan): FlowDefinition {
  const { from, to, when, description, fields } = plan;
  const [connector] = Object.keys(from.sourceConnectorProperties);
  // Amplitude's operators have no projection.
  const projection =
    connector === undefined || connector === 'Amplitude'
      ? {}
      : { connectorOperator: { [connector]: 'PROJECTION' } };
  return {
    ...(description !== undefined && { description }),
    triggerConfig:
      when === 'OnDemand' || when === 'Event'
        ? { triggerType: when }
        : { triggerType: 'Scheduled', triggerProperties: { Scheduled: scheduleOf(plan) } },
    sourceFlowConfig: from,
    destinationFlowConfigList: [to],
    tasks: [
      {
        taskType: 'Filter',
        sourceFields: fields,
        ...projection,
        taskProperties: {},
      },
      ...fields.map((field): Task => ({
        taskType: 'Map',
        sourceFields: [field],
        destinationField: field.replace(/\W/g, '_').toLowerCase(),
        taskProperties: { SOURCE_DATA_TYPE: 'string', DESTINATION_DATA_TYPE: 'string' },
      })),
    ],
  };
}

function scheduleOf({
  when,
  pull = 'Incremental',
  threshold,
  offsetS,
  timezone,
}: FlowPlan): ScheduledTriggerProperties {
  return {
    scheduleExpression: when,
    dataPullMode: pull,
    ...(threshold !== undefined && { flowErrorDeactivationThreshold: threshold }),
    ...(offsetS !== undefined && { scheduleOffset: offsetS }),
    ...(timezone !== undefined && { timezone }),
  };
}

/** An id that follows from what it is for, in the form of a UUID. */
function idOf(...parts: (string | number)[]): string {
  const hex = createHash('sha256').update(parts.join(' ')).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
