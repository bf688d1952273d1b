import { createHash } from 'node:crypto';
import { defaultWorld } from '@/contract/console';
import type { ScheduledTriggerProperties, Task } from '@/contract/shapes.gen';
import type { Moment } from '@/server/data/replay';
import type {
  Caller,
  Command,
  ExecutionResult,
  FlowDefinition,
  PlannedExecution,
} from '@/server/domain/flow';
import { nextRunAt } from '@/server/domain/schedule';
import { demoFlows } from './flows';
import type { FlowPlan, RunsPlan } from './plan';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const DEFAULT_RUNS = 24;

const runner: Caller = { actor: 'Sluice', via: 'runner' };
const service: Caller = { actor: 'AppFlow', via: 'service' };

/** The demo fleet: about 40 flows in the default world, with a history up to `now` (epoch milliseconds). The same for the same `now`. */
export function demoFleet(now: number): Moment[] {
  return [...demoFlows.flatMap((plan) => storyOf(plan, now)), ...refusals(now)];
}

/** Attempts that failed, for the activity: the three ways in which a stop is refused. */
function refusals(now: number): Moment[] {
  const caller: Caller = { actor: 'Bob Chen', via: 'console', reason: 'Quarter close' };
  return ['salesforce-full-export', 'hubspot-deals-to-s3', 'eloqua-contacts-to-s3'].map(
    (flowName, index) => ({
      at: now - (3 + index) * HOUR_MS,
      world: defaultWorld,
      flowName,
      caller,
      command: { operation: 'StopFlow' },
    }),
  );
}

function storyOf(plan: FlowPlan, now: number): Moment[] {
  const createdAt = now - plan.createdDaysAgo * DAY_MS;
  const startedAt = createdAt + HOUR_MS;
  const moment = (at: number, caller: Caller, command: Command): Moment => ({
    at,
    world: defaultWorld,
    flowName: plan.flowName,
    caller,
    command,
  });
  const definition = definitionOf(plan);
  const tags = { team: plan.team, env: 'production', ...(plan.tier && { tier: plan.tier }) };
  const id = idOf(plan.flowName, plan.createdDaysAgo);
  const deeds = (plan.then ?? []).map(({ hoursAgo, do: operation, by, reason }) => {
    const command: Record<typeof operation, Command> = {
      StartFlow: { operation: 'StartFlow', execution: plannedRun(id, now - hoursAgo * HOUR_MS, 0, 0) },
      StopFlow: { operation: 'StopFlow' },
      UpdateFlow: { operation: 'UpdateFlow', definition },
      DeleteFlow: { operation: 'DeleteFlow', forceDelete: false },
    };
    return moment(now - hoursAgo * HOUR_MS, { ...by, reason }, command[operation]);
  });
  const changes = (plan.changes ?? []).map(({ hoursAgo, flowStatus, flowStatusMessage }) =>
    moment(now - hoursAgo * HOUR_MS, service, { operation: 'ChangeStatus', flowStatus, flowStatusMessage }),
  );
  const starts =
    plan.draft || plan.when === 'OnDemand'
      ? []
      : [moment(startedAt, plan.by, { operation: 'StartFlow', execution: plannedRun(id, startedAt, 0, 0) })];
  const restsFrom = Math.min(now, ...changes.map(({ at }) => at), ...restsOf(deeds));
  const runs = plan.runs ? runsOf(plan, plan.runs, id, startedAt, restsFrom, now) : [];
  return [
    moment(createdAt, plan.by, { operation: 'CreateFlow', id, definition, tags }),
    ...starts,
    ...runs.flatMap(({ at, execution }) => [
      plan.when === 'OnDemand'
        ? moment(at, plan.by, { operation: 'StartFlow', execution })
        : moment(at, runner, { operation: 'StartExecution', execution }),
      ...(execution.endsAt <= now
        ? [
            moment(execution.endsAt, runner, {
              operation: 'EndExecution',
              id,
              executionId: execution.executionId,
              result: execution.plan,
            }),
          ]
        : []),
    ]),
    ...changes,
    ...deeds,
  ];
}

/** When a flow came to rest for good: its last stop or deletion, unless it was started after it. */
function restsOf(deeds: Moment[]): number[] {
  const last = deeds.at(-1);
  const first = deeds.find(
    ({ command }) => command.operation === 'StopFlow' || command.operation === 'DeleteFlow',
  );
  const rests = last?.command.operation === 'StopFlow' || last?.command.operation === 'DeleteFlow';
  return rests && first ? [first.at] : [];
}

interface Run {
  at: number;
  execution: PlannedExecution;
}

function runsOf(
  plan: FlowPlan,
  runs: RunsPlan,
  id: string,
  startedAt: number,
  until: number,
  now: number,
): Run[] {
  const times = runTimes(plan, runs, startedAt, until);
  const planned = times.map((at, index): Run => {
    const fails = index >= times.length - (runs.failing ?? 0);
    return { at, execution: plannedRun(id, at, runs.records, index, fails ? runs.message : undefined) };
  });
  if (runs.underWayForMin === undefined) {
    return planned;
  }
  const at = now - 9 * MINUTE_MS;
  const underWay = plannedRun(id, at, runs.records, times.length);
  return [...planned, { at, execution: { ...underWay, endsAt: now + runs.underWayForMin * MINUTE_MS } }];
}

/** When the last runs before `until` began: on schedule, or spread over the last days. */
function runTimes(plan: FlowPlan, runs: RunsPlan, startedAt: number, until: number): number[] {
  const count = runs.count ?? DEFAULT_RUNS;
  const schedule = definitionOf(plan).triggerConfig.triggerProperties?.Scheduled;
  // Only runs that had the time to end before.
  const end = until - 10 * MINUTE_MS;
  if (!schedule) {
    const spanMs = count * 9 * HOUR_MS;
    return Array.from(
      { length: count },
      (_, index) => end - spanMs + Math.floor(((index + 0.5) * spanMs) / count),
    );
  }
  const times: number[] = [];
  let windowMs = 2 * HOUR_MS;
  // Looks further back until there are enough, so that a schedule of minutes is not walked for months.
  while (times.length < count && windowMs < 100 * DAY_MS) {
    windowMs *= 2;
    times.length = 0;
    let at = nextRunAt(schedule, startedAt, Math.max(startedAt, end - windowMs));
    while (at !== undefined && at <= end) {
      times.push(at);
      at = nextRunAt(schedule, startedAt, at);
    }
  }
  return times.slice(-count);
}

function plannedRun(
  flowId: string,
  at: number,
  records: number,
  index: number,
  message?: string,
): PlannedExecution {
  const executionId = idOf(flowId, at);
  // Between 0.7 and 1.3, the same for the same run.
  const factor = 0.7 + (createHash('sha256').update(executionId).digest().readUInt8() / 255) * 0.6;
  const recordsProcessed = message === undefined ? Math.max(1, Math.round(records * factor)) : 0;
  const bytesProcessed = recordsProcessed * (380 + (index % 5) * 7);
  const plan: ExecutionResult = {
    executionStatus: message === undefined ? 'Successful' : 'Error',
    recordsProcessed,
    bytesProcessed,
    bytesWritten: Math.round(bytesProcessed * 0.4),
    message,
  };
  return { executionId, endsAt: at + Math.round((4_000 + Math.sqrt(records) * 900) * factor), plan };
}

function definitionOf(plan: FlowPlan): FlowDefinition {
  const { from, to, when, description, threshold, offsetS, timezone, fields } = plan;
  const [connector] = Object.keys(from.sourceConnectorProperties);
  // Amplitude's operators have no projection.
  const projection =
    connector === undefined || connector === 'Amplitude'
      ? {}
      : { connectorOperator: { [connector]: 'PROJECTION' } };
  const scheduled: ScheduledTriggerProperties = {
    scheduleExpression: when,
    dataPullMode: 'Incremental',
    ...(threshold !== undefined && { flowErrorDeactivationThreshold: threshold }),
    ...(offsetS !== undefined && { scheduleOffset: offsetS }),
    ...(timezone !== undefined && { timezone }),
  };
  return {
    ...(description !== undefined && { description }),
    triggerConfig:
      when === 'OnDemand' || when === 'Event'
        ? { triggerType: when }
        : { triggerType: 'Scheduled', triggerProperties: { Scheduled: scheduled } },
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
