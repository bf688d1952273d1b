import type { FlowRow } from '@/contract/console';
import { runsUnderWay, untilInWords, whoInWords, whyInWords } from '@/components/words/status';
import { ago, due, timeOfDay } from '@/components/words/time';
import { triggerInWords } from '@/components/words/trigger';
import { written } from '@/components/words/written';

/** What a dialog says before an action is sent. */
export interface DialogWords {
  /** What stands out: that the action changes nothing, will be refused, or what went before. */
  notice?: { kind: 'info' | 'warning'; text: string };
  /** What will happen, a sentence each. */
  facts: string[];
  /** On the button that sends it. */
  confirm: string;
  /** False where sending it is allowed but leads nowhere: then it is not the primary button. */
  isUseful: boolean;
  /** What the AWS console calls the action. */
  consoleName: string;
}

/** What stopping this flow now means. `now` is the server's time. */
export function stopWords(flow: FlowRow, now: number): DialogWords {
  const name = flow.flowName;
  const useless = (notice: string, facts: string[] = [], confirm = 'Stop anyway'): DialogWords => ({
    notice: { kind: 'info', text: notice },
    facts,
    confirm,
    isUseful: false,
    consoleName: 'Deactivate flow',
  });
  if (flow.standing === 'deleted') {
    return useless(`${whyInWords(flow, now)}. There is nothing to stop; AppFlow refuses this.`);
  }
  if (flow.triggerType === 'OnDemand') {
    return useless(
      `${name} runs only when someone starts it, so there is nothing to stop; AppFlow refuses this.`,
      runsGoOn(flow),
    );
  }
  switch (flow.flowStatus) {
    case 'Draft':
      return useless(`${name} was never started; AppFlow refuses to stop a draft.`);
    case 'Deprecated':
      return useless(`${name} is deprecated; stopping it is refused.`);
    case 'Suspended':
      return useless(
        `Already ${howItStopped(flow, now)}. Stopping it again changes ${
          flow.standing === 'stopped-by-people' ? 'only until when' : 'nothing'
        }.`,
        noRuns(flow),
        'Stop again',
      );
    default:
      return {
        ...(flow.flowStatus === 'Errored' && {
          notice: { kind: 'info', text: 'Stopping it makes it Suspended; the error stays on record.' },
        }),
        facts: [...whatEnds(flow, now), ...noRuns(flow), ...whatIsMissed(flow)],
        confirm: 'Stop flow',
        isUseful: true,
        consoleName: 'Deactivate flow',
      };
  }
}

/** "stopped by Ana 2 h ago: INC-1" or "suspended after 3 failed runs, 1 h ago". */
function howItStopped(flow: FlowRow, now: number): string {
  const { at, reason } = flow.statusChange;
  const by = whoInWords(flow.statusChange);
  if (flow.standing === 'stopped-by-people')
    return `stopped${untilInWords(flow, now)} by ${by} ${ago(at, now)}${reason ? `: ${written(reason)}` : ''}`;
  const failures = flow.failedExecutionsInARow;
  const after = failures > 0 ? ` after ${failures} failed run${failures === 1 ? '' : 's'}` : '';
  return `suspended${after}, ${ago(at, now)}`;
}

function whatEnds(flow: FlowRow, now: number): string[] {
  if (flow.triggerType === 'Event') return ['Events start no new runs.'];
  if (flow.nextRunAt === undefined) return ['No new runs start.'];
  const next = `${timeOfDay(flow.nextRunAt)} (${due(flow.nextRunAt, now)})`;
  return [`No new runs start: the next one, due at ${next}, will not happen.`];
}

/** Where runs are under way, the dialog asks what becomes of them. */
function noRuns(flow: FlowRow): string[] {
  return runsUnderWay(flow) === undefined ? ['No run is under way.'] : [];
}

function runsGoOn(flow: FlowRow): string[] {
  const runs = runsUnderWay(flow);
  if (runs === undefined) return ['No run is under way.'];
  return [
    runs.startsWith('1 ') ? 'The run under way goes on to its end.' : `The ${runs} go on to their end.`,
  ];
}

function whatIsMissed(flow: FlowRow): string[] {
  if (flow.triggerType === 'Event') return [];
  return [
    'Runs missed while it is stopped are not made up; an incremental flow reads on from its last successful run.',
  ];
}

/** What starting this flow now means. `now` is the server's time. */
export function startWords(flow: FlowRow, now: number): DialogWords {
  const isOnDemand = flow.triggerType === 'OnDemand';
  const useless = (notice: string, confirm = 'Start anyway'): DialogWords => ({
    notice: { kind: 'info', text: notice },
    facts: [],
    confirm,
    isUseful: false,
    consoleName: isOnDemand ? 'Run flow' : 'Activate flow',
  });
  if (flow.standing === 'deleted') {
    return useless(`${whyInWords(flow, now)}. There is nothing to start; AppFlow refuses this.`);
  }
  if (flow.flowStatus === 'Deprecated') {
    return useless(`${flow.flowName} is deprecated; starting it is refused.`);
  }
  if (isOnDemand) {
    return {
      ...underWayNotice(flow, now),
      facts: ['It runs once, now.'],
      confirm: 'Start run',
      isUseful: true,
      consoleName: 'Run flow',
    };
  }
  if (flow.flowStatus === 'Active') {
    return useless(`${flow.flowName} is already active. Starting it again changes nothing.`, 'Start again');
  }
  return {
    ...beforeNotice(flow, now),
    facts: [...whatBegins(flow, now), ...(flow.flowStatus === 'Suspended' ? missedRuns(flow) : [])],
    confirm: 'Start flow',
    isUseful: true,
    consoleName: 'Activate flow',
  };
}

function underWayNotice(flow: FlowRow, now: number): Pick<DialogWords, 'notice'> {
  const runs = runsUnderWay(flow);
  if (runs === undefined) return {};
  const last = flow.lastExecution;
  const since = last?.executionStatus === 'InProgress' ? `, the last one began ${ago(last.at, now)}` : '';
  const also = runs.startsWith('1 ') ? 'This starts one more.' : 'This starts another one.';
  return { notice: { kind: 'warning', text: `${runs}${since}. ${also}` } };
}

function beforeNotice(flow: FlowRow, now: number): Pick<DialogWords, 'notice'> {
  const error = flow.lastExecution?.message ?? flow.flowStatusMessage;
  const mayFail =
    error === undefined ? 'It may fail again.' : `The last error: ${sentence(error)} It may fail again.`;
  switch (flow.standing) {
    case 'stopped-by-people':
      return { notice: { kind: 'warning', text: capitalized(sentence(howItStopped(flow, now))) } };
    case 'stopped-by-failures':
      return {
        notice: { kind: 'warning', text: `${capitalized(sentence(howItStopped(flow, now)))} ${mayFail}` },
      };
    case 'errored':
      return { notice: { kind: 'warning', text: mayFail } };
    default:
      return {};
  }
}

function whatBegins(flow: FlowRow, now: number): string[] {
  if (flow.triggerType === 'Event') return ['From now on it runs on events.'];
  const trigger = triggerInWords(flow);
  const schedule = /^(Every|On|Weekdays)/.test(trigger)
    ? trigger.charAt(0).toLowerCase() + trigger.slice(1)
    : trigger;
  const next = flow.nextRunIfStartedAt;
  const first =
    next === undefined
      ? 'it has no run to come'
      : `the first run is due at ${timeOfDay(next)} (${due(next, now)})`;
  return [`From now on it runs on its schedule: ${schedule}; ${first}.`];
}

function missedRuns(flow: FlowRow): string[] {
  return flow.triggerType === 'Scheduled' ? ['Runs missed while it was stopped are not made up.'] : [];
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
