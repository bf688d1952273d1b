import {
  type BulkGroup,
  type BulkPreview,
  type BulkQuestion,
  namesAtMost,
  withFlowsOf,
} from '@/contract/bulk';
import type { World } from '@/contract/console';
import { services } from '../context';
import { bulkCommand, type BulkFlowGroup } from '../domain/bulk';
import { decide } from '../domain/decide';
import type { Decision } from '../domain/decision';
import type { FlowCommand } from '../domain/flow';
import { chosenFlows, meansProtected } from './bulk-flows';

/** What happens stands first. */
const states: BulkGroup['state'][] = ['changed', 'unchanged', 'refused', 'skipped'];

/** What a bulk action would come to now, by the rules that will decide; nothing is written. Throws ValidationException. */
export async function previewBulk(world: World, question: BulkQuestion): Promise<BulkPreview> {
  const { data, clock } = services();
  const flowIds = await chosenFlows(world, question);
  const groups = await data.bulk.groups(world, flowIds, question.until);
  const now = clock.now();
  const command = bulkCommand(question.action, question.until, { execution: { executionId: 'preview' } });
  const alike = new Map<string, BulkGroup>();
  for (const group of groups) {
    const found = foretold(group, command, now);
    const { state, errorName, flowStatus, triggerType, isProtected } = found;
    const isOnDemand = triggerType === 'OnDemand';
    const key = JSON.stringify([state, errorName, flowStatus, isOnDemand, isProtected]);
    const before = alike.get(key);
    alike.set(key, before ? withFlowsOf(before, found) : found);
  }
  const found = [...alike.values()].sort(
    (one, other) => states.indexOf(one.state) - states.indexOf(other.state) || other.count - one.count,
  );
  const isShort = flowIds.length <= namesAtMost;
  return {
    total: found.reduce((sum, { count }) => sum + count, 0),
    groups: found,
    flowNames: isShort ? await data.bulk.names(world, flowIds, meansProtected(question)) : undefined,
    asOf: now,
  };
}

function foretold(group: BulkFlowGroup, command: FlowCommand, now: number): BulkGroup {
  const { flow, count, flowNames, isProtected, isReplaced } = group;
  const { flowStatus, triggerType } = flow;
  const facts = { flowStatus, triggerType, isProtected, count, flowNames };
  if (isReplaced) {
    return { ...facts, state: 'skipped' };
  }
  const decision = decideOn(group, command, now);
  return decision.outcome === 'refused'
    ? { ...facts, state: 'refused', errorName: decision.exceptionName }
    : { ...facts, state: decision.outcome };
}

function decideOn(
  { flow, hasExecutionsInProgress }: BulkFlowGroup,
  command: FlowCommand,
  now: number,
): Decision {
  const { account, region, flowName } = flow;
  return decide(
    {
      world: { account, region },
      flowName,
      flow: flow.flowStatus === 'Deleted' ? undefined : flow,
      definition: () => undefined,
      connectorProfile: () => undefined,
      executionsUnderWay: () =>
        hasExecutionsInProgress ? [{ executionId: 'one', executionStatus: 'InProgress' }] : [],
      // Quotas are looked at when it is each flow's turn.
      usage: () => ({ flows: 0, executionsUnderWay: 0 }),
    },
    command,
    { actor: 'preview', via: 'console' },
    now,
  );
}
