import type { EventRow, FlowRow } from '@/contract/console';
import { runsUnderWay, whoInWords } from './status';
import { atTime } from './time';

/** What a person can ask of a flow. */
type FlowAction = 'stop' | 'start' | 'delete' | 'cancel';

/** What helps after a refusal; the row shows a button or a link for each. */
export type Remedy =
  'start' | 'open-flow' | 'try-again' | 'remove-row' | 'see-activity' | 'see-runs' | 'check-state';

/** One sentence of fact, one of what to do next, and the buttons for it. */
export interface Explanation {
  fact: string;
  next?: string;
  remedies: Remedy[];
}

/** An action that the service refused. */
export interface Refusal {
  action: FlowAction;
  exceptionName: string;
  /** The service's own words. */
  message: string;
  /** The row as it was shown when the action was sent. */
  shown: FlowRow;
  /** The flow of that name as it was found afterwards (the last deleted one if none exists); undefined when nobody could say. */
  found: FlowRow | 'none' | undefined;
}

/** `StopFlow` for 'stop': the operation behind an action. */
export const operationOf = {
  stop: 'StopFlow',
  start: 'StartFlow',
  delete: 'DeleteFlow',
  cancel: 'CancelFlowExecutions',
} as const;

const past = { stop: 'stopped', start: 'started', delete: 'deleted', cancel: 'canceled' };

const noun = { stop: 'stop', start: 'start', delete: 'delete', cancel: 'cancellation of its runs' };

const doing = { stop: 'stop', start: 'start', delete: 'delete', cancel: 'cancel the runs of' };

/** "Stop" for 'stop'. */
export const actionInWords = {
  stop: 'Stop',
  start: 'Start',
  delete: 'Delete',
  cancel: 'Cancel runs of',
} as const;

/** What the row says about an action that the service refused. `now` is the server's time. */
export function explainRefusal(refusal: Refusal, now: number): Explanation {
  switch (refusal.exceptionName) {
    case 'ConflictException':
      return explainConflict(refusal, now);
    case 'ResourceNotFoundException':
      return explainNotFound(refusal, now);
    case 'UnsupportedOperationException':
      return explainUnsupported(refusal);
    case 'ThrottlingException':
      return {
        fact: `${not(refusal)}: too many requests just now. Nothing was changed.`,
        remedies: ['try-again'],
      };
    case 'InternalServerException':
      return {
        fact: `The ${noun[refusal.action]} failed inside Sluice; the flow is shown as it is now.`,
        remedies: ['try-again'],
      };
    case 'AccessDeniedException':
      return {
        fact: `${not(refusal)}: you may not ${doing[refusal.action]} ${refusal.shown.flowName}. ${refusal.message}`.trim(),
        remedies: [],
      };
    default:
      return { fact: inItsOwnWords(refusal), remedies: ['try-again'] };
  }
}

function not({ action }: Pick<Refusal, 'action'>): string {
  return `Not ${past[action]}`;
}

function inItsOwnWords(refusal: Refusal): string {
  return `${not(refusal)}: ${refusal.message || 'the service refused it and did not say why.'}`;
}

function explainConflict(refusal: Refusal, now: number): Explanation {
  const { action, shown, found } = refusal;
  const name = shown.flowName;
  if (isFlow(found) && (found.id !== shown.id || found.flowStatus !== shown.flowStatus)) {
    const by = whoInWords(found.statusChange);
    const when = atTime(found.statusChange.at, now);
    return {
      fact: `${not(refusal)}: ${by} changed ${name} to ${found.flowStatus} ${when}, after this row was shown.`,
      remedies: ['open-flow', 'try-again'],
    };
  }
  if (action === 'stop' && shown.flowStatus === 'Draft') {
    return {
      fact: `Not stopped: ${name} is a draft, it was never started. Nothing is running.`,
      next: 'If it should run, start it.',
      remedies: ['start'],
    };
  }
  if (shown.flowStatus === 'Deprecated') {
    return {
      fact: `${not(refusal)}: ${name} is deprecated, so it can be neither started nor stopped.`,
      remedies: ['open-flow'],
    };
  }
  return { fact: inItsOwnWords(refusal), remedies: ['open-flow', 'try-again'] };
}

function explainNotFound(refusal: Refusal, now: number): Explanation {
  const { shown, found } = refusal;
  const name = shown.flowName;
  if (found === 'none') {
    return {
      fact: `${not(refusal)}: there is no flow ${name} in this account and region.`,
      remedies: ['remove-row'],
    };
  }
  if (found === undefined) {
    return {
      fact: `${not(refusal)}: the service knows no flow ${name}.`,
      remedies: ['remove-row', 'see-activity'],
    };
  }
  if (found.standing === 'deleted') {
    const by = whoInWords(found.statusChange);
    return {
      fact: `${not(refusal)}: ${name} was deleted by ${by} ${atTime(found.statusChange.at, now)}.`,
      remedies: ['remove-row', 'see-activity'],
    };
  }
  return {
    fact: `${not(refusal)}: there was no flow ${name} at that moment, but there is one now.`,
    remedies: ['open-flow', 'try-again'],
  };
}

function explainUnsupported(refusal: Refusal): Explanation {
  const { action, shown, found } = refusal;
  if (action !== 'stop' || shown.triggerType !== 'OnDemand') {
    return { fact: inItsOwnWords(refusal), remedies: ['open-flow'] };
  }
  const runs = runsUnderWay(isFlow(found) ? found : shown);
  const are = runs?.startsWith('1 ') ? 'is' : 'are';
  return {
    fact:
      `Not stopped: ${shown.flowName} runs on demand, so there is no schedule to stop. ` +
      (runs ? `${runs.replace(' under', ` ${are} under`)}.` : 'No run is under way.'),
    ...(runs && { next: 'Runs under way go on to their end.' }),
    remedies: ['see-runs'],
  };
}

function isFlow(found: FlowRow | 'none' | undefined): found is FlowRow {
  return found !== undefined && found !== 'none';
}

/** What was found out about an action that got no answer. */
export interface Finding {
  /** Epoch milliseconds of the server. */
  checkedAt: number;
  flow: FlowRow | 'none';
  /** The event that the action left, if it left one. */
  event: EventRow | undefined;
}

/** What the row says about an action that got no answer, before and after someone could look what became of it. */
export function explainNoAnswer(
  action: 'stop' | 'start' | 'cancel',
  flowName: string,
  finding: Finding | undefined,
  now: number,
): Explanation {
  const what = noun[action];
  if (finding === undefined) {
    return {
      fact: `The ${what} may or may not have happened. It is not queued.`,
      ...(action === 'start' && { next: 'Trying again does not start it twice.' }),
      remedies: ['check-state', 'try-again'],
    };
  }
  const { event, flow, checkedAt } = finding;
  if (event === undefined) {
    const state = flow === 'none' ? `there is no flow ${flowName}` : `${flowName} is ${flow.flowStatus}`;
    return {
      fact: `The ${what} had not happened when this was checked ${atTime(checkedAt, now)}: ${state}.`,
      remedies: ['check-state', 'try-again'],
    };
  }
  const when = atTime(event.at, now);
  if (event.outcome === 'refused') {
    return {
      fact: `The ${what} arrived ${when} and was refused: ${event.errorMessage ?? event.errorName ?? 'no reason given'}`,
      remedies: ['try-again'],
    };
  }
  const state =
    event.afterStatus === undefined
      ? ''
      : `: ${flowName} ${event.afterStatus === event.beforeStatus ? 'was' : 'became'} ${event.afterStatus}`;
  return event.outcome === 'changed'
    ? { fact: `The ${what} did happen, ${when}${state}.`, remedies: [] }
    : { fact: `The ${what} arrived ${when} and had nothing to change${state} already.`, remedies: [] };
}
