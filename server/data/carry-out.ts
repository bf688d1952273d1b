import { createHash } from 'node:crypto';
import type { World } from '@/contract/console';
import { ApiException } from '@/contract/errors';
import { decide, type Accepted, type Decision } from '../domain/decide';
import type { Flow } from '../domain/flow';
import { addFlow, eventOf, type Changes } from './changes';
import type { Submission } from './data';

/** What the batch is about, as it is now; carrying out a command brings it forward in memory. */
export interface Present {
  flows: Map<string, Flow>;
  /** The answers given under a client token, by the hash of the parameters they were given for. */
  answers: Map<string, Map<string, string>>;
}

export function emptyPresent(): Present {
  return { flows: new Map(), answers: new Map() };
}

export type Outcome = { answer: unknown } | { error: Error };

/** Carries out one command in memory: brings `present` forward and adds to `changes` what must be saved. */
export function carryOut(
  submission: Submission<unknown>,
  present: Present,
  changes: Changes,
  now: number,
): Outcome {
  const { world, flowName, command, caller, clientToken } = submission;
  const flow = present.flows.get(key(world, flowName));
  const tokenKey = clientToken && key(world, command.operation, clientToken.token);
  const parametersHash = clientToken ? hash(clientToken.parameters) : '';
  const answers = tokenKey === undefined ? undefined : present.answers.get(tokenKey);

  const firstAnswer = answers?.get(parametersHash);
  if (clientToken && firstAnswer !== undefined) {
    changes.events.push(eventOf(submission, flow, { outcome: 'unchanged', flow }, now));
    return { answer: clientToken.output.parse(JSON.parse(firstAnswer)) };
  }
  const runsOnDemand = command.operation === 'StartFlow' && flow?.triggerType === 'OnDemand';
  const decision: Decision =
    answers && !runsOnDemand
      ? tokenReused(submission)
      : decide({ world, flowName, flow }, command, caller, now);
  if (decision.outcome === 'refused') {
    changes.events.push(eventOf(submission, flow, decision, now));
    return { error: new ApiException(decision.exceptionName, decision.message) };
  }
  const answer = submission.answer(decision);
  changes.events.push(eventOf(submission, flow, decision, now));
  applyTo(present, changes, decision, now);
  if (clientToken && tokenKey !== undefined) {
    const { token } = clientToken;
    const json = JSON.stringify(answer);
    remember(present.answers, tokenKey, parametersHash, json);
    changes.answers.push({ ...world, operation: command.operation, token, parametersHash, answer: json });
  }
  return { answer };
}

function applyTo(present: Present, changes: Changes, accepted: Accepted, now: number): void {
  const { flow, definition, executionChange } = accepted;
  const flowKey = key(flow, flow.flowName);
  const before = present.flows.get(flowKey);
  if (flow.flowStatus === 'Deleted') {
    present.flows.delete(flowKey);
  } else {
    present.flows.set(flowKey, flow);
  }
  if (accepted.outcome === 'changed') {
    addFlow(changes, flow, definition, before);
  }
  if (executionChange) {
    changes.executions.push({ flowId: flow.id, at: now, ...executionChange });
  }
}

function tokenReused({ flowName, command, clientToken }: Submission<unknown>): Decision {
  return {
    outcome: 'refused',
    exceptionName: 'ConflictException',
    message:
      `Conflict executing request: ${command.operation} of ${flowName} has client token ${clientToken?.token ?? ''}, ` +
      'which was used with other parameters before.',
  };
}

export function remember(
  answers: Present['answers'],
  tokenKey: string,
  parametersHash: string,
  answer: string,
): void {
  const known = answers.get(tokenKey) ?? new Map<string, string>();
  answers.set(tokenKey, known.set(parametersHash, answer));
}

function hash(parameters: unknown): string {
  return createHash('sha256').update(JSON.stringify(parameters)).digest('hex');
}

/** A key of the present: a world, and a name in it. */
export function key({ account, region }: World, ...parts: string[]): string {
  return [account, region, ...parts].join('\n');
}
