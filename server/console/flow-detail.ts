import type { FlowDetail, Viewer, World } from '@/contract/console';
import { services } from '../context';
import { toFlowRow } from './flow-row';
import { checkMayRead } from './viewer';

const EXECUTIONS_SHOWN = 50;
const EVENTS_SHOWN = 100;

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
    data.executions.ofFlow(world, flowName, EXECUTIONS_SHOWN),
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
    executions,
    events,
    asOf,
  };
}
