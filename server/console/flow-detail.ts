import type { FlowDetail, OlderRuns, OlderRunsQuery, Viewer, World } from '@/contract/console';
import { services } from '../context';
import type { Flow } from '../domain/flow';
import { nextRunsAt } from '../domain/schedule';
import { toFlowRow } from './flow-row';
import { checkMayRead } from './viewer';

const EXECUTIONS_SHOWN = 100;
const EVENTS_SHOWN = 100;
const NEXT_RUNS_SHOWN = 5;

/** The flow of a name, or the last deleted one, with its runs and events; undefined when there never was one. Throws what checkMayRead throws. */
export async function readFlowDetail(
  viewer: Viewer,
  world: World,
  flowName: string,
): Promise<FlowDetail | undefined> {
  checkMayRead(viewer, world);
  const { data, clock } = services();
  const [described, executions, events] = await Promise.all([
    data.flows.findLatest(world, flowName),
    data.executions.ofFlow(world, flowName, EXECUTIONS_SHOWN + 1),
    data.events.ofFlow(world, flowName, EVENTS_SHOWN),
  ]);
  if (!described) {
    return undefined;
  }
  const { flow, definition } = described;
  const asOf = clock.now();
  return {
    flow: {
      ...toFlowRow(flow, asOf),
      description: flow.description,
      schemaVersion: flow.schemaVersion,
      definition: { ...definition },
    },
    nextRuns: nextRuns(flow, asOf),
    ...pageOf(executions),
    events,
    asOf,
  };
}

/** The runs of a flow name that come before one, newest first; none of a name that there never was. Throws what checkMayRead throws. */
export async function readOlderRuns(
  viewer: Viewer,
  world: World,
  flowName: string,
  place: OlderRunsQuery,
): Promise<OlderRuns> {
  checkMayRead(viewer, world);
  const { data } = services();
  return pageOf(await data.executions.ofFlow(world, flowName, EXECUTIONS_SHOWN + 1, place));
}

/** Of one more run than is shown: whether there is one more is all that it tells. */
function pageOf(executions: OlderRuns['executions']): OlderRuns {
  return {
    executions: executions.slice(0, EXECUTIONS_SHOWN),
    hasOlderExecutions: executions.length > EXECUTIONS_SHOWN,
  };
}

function nextRuns(flow: Flow, now: number): number[] {
  const { flowStatus, schedule, statusChangedAt, startsAgainAt, nextRunAt } = flow;
  if (!schedule || flowStatus === 'Deleted' || flowStatus === 'Deprecated') {
    return [];
  }
  if (flowStatus !== 'Active') {
    const startsAt = startsAgainAt ?? now;
    return nextRunsAt(schedule, startsAt, startsAt, NEXT_RUNS_SHOWN);
  }
  if (nextRunAt === undefined) {
    return [];
  }
  // The one that the service has planned may be late; those after it are not before now.
  const later = nextRunsAt(schedule, statusChangedAt, Math.max(nextRunAt, now), NEXT_RUNS_SHOWN - 1);
  return [nextRunAt, ...later];
}
