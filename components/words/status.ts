import type { Deed, FlowRow, Standing, StatusFilter } from '@/contract/console';
import { duration } from '@/contract/duration';
import type { ExecutionStatus } from '@/contract/shapes.gen';
import { ago, comingTime } from './time';
import { written } from './written';

/** The names of the counts above the list. */
export const statusFilterWords: Record<StatusFilter, string> = {
  'needs-attention': 'Needs attention',
  active: 'Active',
  'on-demand': 'On demand',
  'stopped-by-people': 'Stopped by people',
  'stopped-by-failures': 'Stopped by failures',
  errored: 'Errored',
  draft: 'Draft',
  deprecated: 'Deprecated',
  deleted: 'Deleted',
};

/** The kinds of Cloudscape's StatusIndicator that the console uses. */
export type StatusKind = 'success' | 'stopped' | 'error' | 'pending' | 'warning' | 'in-progress';

/** The sign of a standing. */
const standingKinds: Record<Standing, StatusKind> = {
  active: 'success',
  'on-demand': 'success',
  'stopped-by-people': 'stopped',
  'stopped-by-failures': 'error',
  errored: 'error',
  draft: 'pending',
  deprecated: 'warning',
  deleted: 'stopped',
};

/** The sign beside the status of a flow as it is: also one that runs is to be looked at where its runs fail. */
export function kindOf({
  standing,
  needsAttention,
}: Pick<FlowRow, 'standing' | 'needsAttention'>): StatusKind {
  const kind = standingKinds[standing];
  return needsAttention && kind === 'success' ? 'warning' : kind;
}

/** The sign beside a run's status. */
export const executionKinds: Record<ExecutionStatus, StatusKind> = {
  InProgress: 'in-progress',
  Successful: 'success',
  Error: 'error',
  CancelStarted: 'in-progress',
  Canceled: 'stopped',
};

/** A run's status: "In progress", "Cancel started". */
export function executionStatusInWords(executionStatus: ExecutionStatus): string {
  if (executionStatus === 'InProgress') return 'In progress';
  return executionStatus === 'CancelStarted' ? 'Cancel started' : executionStatus;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** "1 run under way", "3 runs under way"; undefined when there is none. */
export function runsUnderWay(flow: Pick<FlowRow, 'executionsInProgress'>): string | undefined {
  return flow.executionsInProgress > 0 ? `${count(flow.executionsInProgress, 'run')} under way` : undefined;
}

/** How people use the console and how the service acts by itself: to say so would say nothing. */
const usualWays = ['console', 'runner', 'service'];

/** Who did something: a person or the service by name, a program's key with the program: "999999999999 via aws-cli". */
export function whoInWords({ by, via }: Pick<Deed, 'by' | 'via'>): string {
  return usualWays.includes(via) ? written(by) : `${written(by)} via ${written(via)}`;
}

/** What brought a flow into its standing, where the service does not only say "set". */
const statusDeeds: Partial<Record<Standing, string>> = {
  active: 'Started',
  'stopped-by-people': 'Stopped',
  'stopped-by-failures': 'Suspended',
  deleted: 'Deleted',
};

/** Who brought a flow into its status, when and why, in three parts: "Stopped until 18:00 by Ana", "2 h ago", ": INC-1". */
export function statusChangeInWords(
  flow: FlowRow,
  now: number,
  timeZone?: string,
): [who: string, when: string, why: string] {
  const { standing, statusChange, flowStatusMessage, createdAt } = flow;
  const { at, by, via, reason } = statusChange;
  const when = ago(at, now);
  if (standing === 'stopped-by-people' && via === 'import') {
    return [
      `Was stopped when ${written(by)} imported it`,
      when,
      flowStatusMessage ? `: ${flowStatusMessage}` : '',
    ];
  }
  const deed = statusDeeds[standing] ?? (at === createdAt ? 'Created' : 'Set');
  const until = untilInWords(flow, now, timeZone);
  return [`${deed}${until} by ${whoInWords(statusChange)}`, when, reason ? `: ${written(reason)}` : ''];
}

/** One line of why a flow is in its status: "Stopped by Ana 2 h ago: INC-1". Undefined when there is nothing to say. */
export function whyInWords(flow: FlowRow, now: number, timeZone?: string): string | undefined {
  switch (flow.standing) {
    case 'stopped-by-people':
    case 'deleted': {
      const [who, when, why] = statusChangeInWords(flow, now, timeZone);
      return `${who} ${when}${why}`;
    }
    case 'stopped-by-failures':
      return flow.failedExecutionsInARow > 0
        ? withLastError(count(flow.failedExecutionsInARow, 'failed run'), flow)
        : flow.flowStatusMessage;
    case 'draft':
      return flow.flowStatusMessage ?? 'Never started';
    case 'errored':
      return flow.flowStatusMessage ?? flow.lastExecution?.message;
    case 'deprecated':
      return flow.flowStatusMessage;
    default:
      return flow.needsAttention ? withLastError(failingInWords(flow), flow) : runsUnderWay(flow);
  }
}

/** "2 of 3 failures: The table is missing."; a run that is under way or was canceled has no error to add. */
function withLastError(text: string, { lastExecution }: FlowRow): string {
  const error = lastExecution?.executionStatus === 'Error' ? lastExecution.message : undefined;
  return error === undefined ? text : `${text}: ${error}`;
}

interface WhyParts {
  what: string | undefined;
  who?: string;
  until?: string;
}

/** Why in parts, for a row: what someone said, who it was, and until when. */
export function whyInParts(flow: FlowRow, now: number, timeZone?: string): WhyParts {
  const { at, via, reason } = flow.statusChange;
  const isDeed = flow.standing === 'deleted' || (flow.standing === 'stopped-by-people' && via !== 'import');
  const until = flow.startsAgainAt === undefined ? {} : { until: untilInWords(flow, now, timeZone).trim() };
  if (!isDeed) return { what: whyInWords(flow, now, timeZone), ...until };
  return {
    what: reason && written(reason),
    who: `${whoInWords(flow.statusChange)}, ${ago(at, now)}`,
    ...until,
  };
}

/** " until 18:00" of a flow that then starts again by itself, "" of others. */
export function untilInWords(
  { startsAgainAt }: Pick<FlowRow, 'startsAgainAt'>,
  now: number,
  timeZone?: string,
): string {
  return startsAgainAt === undefined ? '' : ` until ${comingTime(startsAgainAt, now, timeZone)}`;
}

/** Whether its tags protect a flow: people are asked to type its name before they stop it. The API does not know this. */
export function isProtected({ tags }: Pick<FlowRow, 'tags'>): boolean {
  return tags.protected === 'true';
}

/** When the last run was: "5 min ago", or "for 2 min" of one under way. */
export function lastRunTimeInWords(run: NonNullable<FlowRow['lastExecution']>, now: number): string {
  const underWay = executionKinds[run.executionStatus] === 'in-progress';
  return underWay ? `for ${duration(now - run.at)}` : ago(run.at, now);
}

/** How near a flow is to being suspended: "2 of 3 failures"; undefined while its last run did not fail. */
export function failuresInWords(flow: FlowRow): string | undefined {
  const failed = flow.failedExecutionsInARow;
  if (failed === 0) return undefined;
  const threshold = flow.flowErrorDeactivationThreshold;
  if (threshold !== undefined && failed <= threshold) return `${failed} of ${count(threshold, 'failure')}`;
  return failed === 1 ? undefined : `${failed} failures in a row`;
}

/** Why an active flow counts as failing; a run that is under way or was canceled may have come after the one that failed. */
export function failingInWords(flow: FlowRow): string {
  const isLast = flow.lastExecution?.executionStatus === 'Error';
  return (
    failuresInWords(flow) ?? (isLast ? 'The last run failed' : '1 run failed, and none was successful since')
  );
}
