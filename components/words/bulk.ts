import {
  type BulkAction,
  type BulkGroup,
  type BulkItem,
  type BulkItemState,
  type BulkJob,
  withFlowsOf,
} from '@/contract/bulk';
import type { FlowsPage, World } from '@/contract/console';
import { asAwsCli, quoted } from './aws-cli';
import type { StatusKind } from './status';

/** The names of the actions, on buttons and at the beginning of sentences. */
export const bulkActionWords: Record<BulkAction, string> = {
  stop: 'Stop',
  start: 'Start',
  cancel: 'Cancel runs of',
};

/** "1 flow", "12,480 flows". */
export function flowsInWords(count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? 'flow' : 'flows'}`;
}

/** How many flows match a list's filter, as far as its page knows. */
export type Matches = Pick<FlowsPage, 'total' | 'totalIsExact' | 'looked'>;

/** After "all": "30 that match", "1,000+ that match", and no number where none is known or only a part was looked through. */
export function thatMatchInWords(matches: Matches | undefined): string {
  if (matches === undefined || matches.looked !== undefined) return 'that match';
  return `${matches.total.toLocaleString('en')}${matches.totalIsExact ? '' : '+'} that match`;
}

/** What a job does: "Stop 8 flows", "Cancel runs of 1 flow". */
export function bulkJobInWords({ action, total }: Pick<BulkJob, 'action' | 'total'>): string {
  return `${bulkActionWords[action]} ${flowsInWords(total)}`;
}

/** What a dialog asks: "Stop 8 flows?", "Stop 2 of 8 flows?" where the others stay as they are. */
export function bulkQuestionInWords(action: BulkAction, changing: number, total: number): string {
  const some = changing > 0 && changing < total ? `${changing.toLocaleString('en')} of ` : '';
  return `${bulkActionWords[action]} ${some}${flowsInWords(total)}?`;
}

/** Which flows a group is of, in short: "orders", "leads, orders and shop", "leads and 7 others". */
export function someNamesInWords({ count, flowNames }: Pick<BulkGroup, 'count' | 'flowNames'>): string {
  if (count <= namesInShort) return row.format(flowNames);
  return row.format([...flowNames.slice(0, 1), `${(count - 1).toLocaleString('en')} others`]);
}

/** The other names behind the short words; undefined where there are none. */
export function otherNamesInWords({
  count,
  flowNames,
}: Pick<BulkGroup, 'count' | 'flowNames'>): string | undefined {
  if (count <= namesInShort) return undefined;
  const untold = count - flowNames.length;
  return row.format([...flowNames.slice(1), ...(untold > 0 ? [`${untold.toLocaleString('en')} more`] : [])]);
}

/** So many names are short enough to be all told at once. */
const namesInShort = 3;

/** "a", "a and b", "a, b and c". */
const row = new Intl.ListFormat('en-GB');

/** Why a flow of a job was not changed, the rules as the list says them; in the service's own words where it says more. */
export function bulkWhyInWords(
  action: BulkAction,
  { errorName, beforeStatus, message }: Pick<BulkItem, 'errorName' | 'beforeStatus' | 'message'>,
): string | undefined {
  switch (errorName) {
    case 'UnsupportedOperationException':
      return action === 'stop' ? 'It runs on demand, so there is no schedule to stop.' : message;
    case 'ResourceNotFoundException':
      return 'It was deleted.';
    case 'ConflictException':
      if (beforeStatus === 'Draft') return 'It is a draft, it was never started. Nothing is running.';
      return beforeStatus === 'Deprecated'
        ? 'It is deprecated, so it can be neither started nor stopped.'
        : message;
    default:
      return message;
  }
}

const changedWords: Record<BulkAction, string> = {
  stop: 'Stopped',
  start: 'Started',
  cancel: 'Runs canceled',
};

/** What came of a flow. */
export function bulkStateInWords(action: BulkAction, state: BulkItemState): string {
  switch (state) {
    case 'waiting':
      return 'Waiting';
    case 'changed':
      return changedWords[action];
    case 'unchanged':
      return action === 'cancel' ? 'No run to cancel' : 'Unchanged';
    case 'refused':
      return 'Refused';
    case 'failed':
      return 'Failed';
    case 'skipped':
      return 'Left alone';
  }
}

/** What came of one flow, where that says more than its state: of one that was stopped before. */
export function bulkItemInWords(
  action: BulkAction,
  { state, beforeStatus, afterStatus }: Pick<BulkItem, 'state' | 'beforeStatus' | 'afterStatus'>,
): string {
  const wasStoppedBefore = action === 'stop' && state === 'changed' && beforeStatus === afterStatus;
  return wasStoppedBefore ? 'Time changed' : bulkStateInWords(action, state);
}

/** The sign beside what came of a flow. */
export const bulkStateKinds: Record<BulkItemState, StatusKind> = {
  waiting: 'pending',
  changed: 'success',
  unchanged: 'stopped',
  refused: 'error',
  failed: 'error',
  skipped: 'stopped',
};

/** The sign beside a job, and its words. */
export function bulkStatusInWords({ status, counts }: Pick<BulkJob, 'status' | 'counts'>): {
  kind: StatusKind;
  text: string;
} {
  if (status === 'running') return { kind: 'in-progress', text: 'Running' };
  if (status === 'canceled') return { kind: 'stopped', text: 'Canceled' };
  const trouble = counts.refused + counts.failed;
  return trouble > 0
    ? { kind: 'warning', text: `Done, ${flowsInWords(trouble)} refused` }
    : { kind: 'success', text: 'Done' };
}

/**
 * What will come of a group of flows, and why: "7 flows run on demand: AppFlow refuses this." `hasUntil` says whether a stop has a time
 * at which flows start again.
 */
function bulkGroupInWords(action: BulkAction, group: BulkGroup, hasUntil = false): string {
  const { count, state, flowStatus, triggerType } = group;
  const flows = flowsInWords(count);
  const [are, run] = count === 1 ? ['is', 'runs'] : ['are', 'run'];
  if (state === 'skipped') return `${flows} ${are} deleted, and the name is another flow’s now: left alone.`;
  if (flowStatus === 'Deleted') return `${flows} ${are} deleted: AppFlow refuses this.`;
  if (action === 'cancel') {
    return state === 'changed'
      ? `The runs in progress of ${flows} will be canceled.`
      : `${flows} ${count === 1 ? 'has' : 'have'} no run in progress: nothing changes.`;
  }
  if (state === 'refused' && action === 'stop' && triggerType === 'OnDemand')
    return `${flows} ${run} on demand, so there is nothing to stop: AppFlow refuses this.`;
  const standing = flowsThatAre(statusWord(flowStatus), count);
  if (state === 'refused') return `${standing}: AppFlow refuses this.`;
  if (state === 'unchanged')
    return `${flows} ${are} ${action === 'stop' ? 'stopped' : 'active'} already: nothing changes.`;
  if (action === 'start')
    return triggerType === 'OnDemand'
      ? `${flows} on demand will run once, now.`
      : `${standing} will become active.`;
  return flowStatus === 'Suspended'
    ? `${flows} ${are} stopped already until ${hasUntil ? 'an earlier time: this one counts.' : 'a time: that no longer counts.'}`
    : `${standing} will be stopped.`;
}

/** What will come of groups of flows: those of which the same is said count together, protected ones apart. */
export function bulkGroupsInWords(
  action: BulkAction,
  groups: BulkGroup[],
  hasUntil = false,
): { text: string; group: BulkGroup }[] {
  const alike = new Map<string, BulkGroup>();
  for (const group of groups) {
    const ofOne = bulkGroupInWords(action, { ...group, count: 1 }, hasUntil);
    const key = JSON.stringify([ofOne, group.errorName, group.isProtected]);
    const before = alike.get(key);
    alike.set(key, before ? withFlowsOf(before, group) : group);
  }
  return [...alike.values()].map((group) => ({ text: bulkGroupInWords(action, group, hasUntil), group }));
}

/** "3 active flows". */
function flowsThatAre(status: string, count: number): string {
  return `${count.toLocaleString('en')} ${status} ${count === 1 ? 'flow' : 'flows'}`;
}

function statusWord(flowStatus: BulkGroup['flowStatus']): string {
  return flowStatus === 'Suspended' ? 'stopped' : flowStatus.toLowerCase();
}

const operations: Record<BulkAction, string> = {
  stop: 'StopFlow',
  start: 'StartFlow',
  cancel: 'CancelFlowExecutions',
};

/** More names than this stand on lines of their own. */
const namesOnOneLine = 50;

/**
 * The AWS CLI in a loop over the names, which goes on after a refusal: one line for a few, for more a script with a name on each line,
 * to be read and changed before it is run.
 */
export function bulkCli(
  world: World,
  action: BulkAction,
  flowNames: string[],
  origin: string,
  accessKeyId?: string,
): string {
  const line = `${asAwsCli(world, operations[action], {}, origin, accessKeyId)} --flow-name "$flow"`;
  if (flowNames.length <= namesOnOneLine)
    return `for flow in ${flowNames.map(quoted).join(' ')}; do ${line}; done`;
  return `while read -r flow; do\n  ${line} </dev/null\ndone <<'FLOWS'\n${flowNames.join('\n')}\nFLOWS\n`;
}
