import type { Deed, FlowRow, Standing, StatusFilter } from '@/contract/console';
import type { ExecutionStatus } from '@/contract/shapes.gen';
import { ago, comingTime, duration } from './time';
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

/** The sign beside a flow's status. */
export const standingKinds: Record<Standing, StatusKind> = {
  active: 'success',
  'on-demand': 'success',
  'stopped-by-people': 'stopped',
  'stopped-by-failures': 'error',
  errored: 'error',
  draft: 'pending',
  deprecated: 'warning',
  deleted: 'stopped',
};

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

/** Who did something: a person by name, a program's key with the program: "999999999999 via aws-cli". */
export function whoInWords({ by, via }: Pick<Deed, 'by' | 'via'>): string {
  return via === 'console' ? written(by) : `${written(by)} via ${written(via)}`;
}

/** One line of why a flow is in its status: "Stopped by Ana 2 h ago: INC-1". Undefined when there is nothing to say. */
export function whyInWords(flow: FlowRow, now: number): string | undefined {
  const { at, via, reason } = flow.statusChange;
  const by = whoInWords(flow.statusChange);
  const because = reason ? `: ${written(reason)}` : '';
  switch (flow.standing) {
    case 'stopped-by-people':
      if (via === 'import') {
        const message = flow.flowStatusMessage ? `: ${flow.flowStatusMessage}` : '';
        return `Was stopped when ${written(flow.statusChange.by)} imported it ${ago(at, now)}${message}`;
      }
      return `Stopped${untilInWords(flow, now)} by ${by} ${ago(at, now)}${because}`;
    case 'deleted':
      return `Deleted by ${by} ${ago(at, now)}${because}`;
    case 'stopped-by-failures':
      return flow.failedExecutionsInARow > 0
        ? count(flow.failedExecutionsInARow, 'failed run')
        : flow.flowStatusMessage;
    case 'draft':
      return flow.flowStatusMessage ?? 'Never started';
    case 'errored':
      return flow.flowStatusMessage ?? flow.lastExecution?.message;
    case 'deprecated':
      return flow.flowStatusMessage;
    default:
      return runsUnderWay(flow);
  }
}

/** The same in parts, in the order in which a row makes room for them: what someone said, who it was, and until when. */
export interface WhyParts {
  what: string | undefined;
  who?: string;
  until?: string;
}

export function whyInParts(flow: FlowRow, now: number): WhyParts {
  const { at, via, reason } = flow.statusChange;
  const isDeed = flow.standing === 'deleted' || (flow.standing === 'stopped-by-people' && via !== 'import');
  if (!isDeed) return { what: whyInWords(flow, now) };
  return {
    what: reason && written(reason),
    who: `${whoInWords(flow.statusChange)}, ${ago(at, now)}`,
    ...(flow.startsAgainAt !== undefined && { until: untilInWords(flow, now).trim() }),
  };
}

/** " until 18:00" of a flow that then starts again by itself, "" of others. */
export function untilInWords({ startsAgainAt }: Pick<FlowRow, 'startsAgainAt'>, now: number): string {
  return startsAgainAt === undefined ? '' : ` until ${comingTime(startsAgainAt, now)}`;
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
