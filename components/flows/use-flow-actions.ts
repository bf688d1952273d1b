import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { announce } from '@/components/ui/announcer';
import { type Finding, operationOf } from '@/components/words/refusal';
import type { FlowDetail, FlowRow } from '@/contract/console';
import type { FlowStatus } from '@/contract/shapes.gen';
import { AppFlowCallError } from '@/queries/call-appflow';
import { flowQuery } from '@/queries/flow';
import { latestAsOf, refreshFlows } from '@/queries/flows';
import { ReadError } from '@/queries/read-model';
import { useStartFlow } from '@/queries/start-flow';
import { useStopFlow } from '@/queries/stop-flow';
import type { Attempt } from './attempt';
import { type RowProblem, rowState, setRowState } from './row-store';

const throttledForMs = 5_000;
const patienceMs = 1_500;

/** These refusals are explained by what became of the flow. */
const explainedByTheFlow = [
  'ConflictException',
  'ResourceNotFoundException',
  'UnsupportedOperationException',
];

interface FlowActions {
  /** Sends an action once; its row shows that it is under way, and then what came of it. */
  send: (attempt: Attempt) => Promise<void>;
  /** Looks what became of an action that got no answer; false when still nobody answers. */
  check: (attempt: Attempt) => Promise<boolean>;
}

/** Stop and start from the list, with everything that a row tells about them. */
export function useFlowActions(): FlowActions {
  const client = useQueryClient();
  const { mutateAsync: stop } = useStopFlow();
  const { mutateAsync: start } = useStartFlow();
  return useMemo(
    () => ({
      send: (attempt) =>
        sendOnce(client, attempt, ({ shown: { flowName }, action, clientToken, world, actor, reason }) => {
          const asked = { flowName, world, actor, reason };
          return action === 'stop' ? stop(asked) : start({ ...asked, clientToken });
        }),
      check: (attempt) => check(client, attempt),
    }),
    [client, stop, start],
  );
}

async function sendOnce(
  client: QueryClient,
  attempt: Attempt,
  ask: (attempt: Attempt) => Promise<{ flowStatus?: FlowStatus | undefined }>,
): Promise<void> {
  const { action, world, shown } = attempt;
  const { id, flowName } = shown;
  const sentAt = latestAsOf(client, world);
  setRowState(id, { pending: action });
  try {
    const { flowStatus } = await ask(attempt);
    await soon(refreshFlows(client, world, { flowName, flowStatus }));
    setRowState(id, {});
    announce(
      `${flowName}: ${action === 'stop' ? 'stopped' : 'started'}${flowStatus ? `, now ${flowStatus}` : ''}.`,
    );
  } catch (error) {
    setRowState(id, { problem: await problemOf(client, attempt, sentAt, error) });
    await refreshFlows(client, world);
  }
}

async function check(client: QueryClient, attempt: Attempt): Promise<boolean> {
  const { id } = attempt.shown;
  const { problem } = rowState(id);
  if (problem?.kind !== 'no-answer') return true;
  const finding = await findOut(client, attempt, problem.sentAt);
  // Meanwhile the row may have been dismissed or acted on again.
  if (finding !== undefined && rowState(id).problem === problem) {
    setRowState(id, { problem: { ...problem, finding, statusThen: statusIn(finding.flow, attempt) } });
    await refreshFlows(client, attempt.world);
  }
  return finding !== undefined;
}

async function problemOf(
  client: QueryClient,
  attempt: Attempt,
  sentAt: number,
  error: unknown,
): Promise<RowProblem> {
  if (!(error instanceof AppFlowCallError)) {
    return { kind: 'no-answer', attempt, sentAt, finding: undefined, statusThen: attempt.shown.flowStatus };
  }
  const { exceptionName, message, requestId, retryAfterMs } = error;
  const detail = explainedByTheFlow.includes(exceptionName) ? await readDetail(client, attempt) : undefined;
  const found = detail === undefined || detail === 'none' ? detail : detail.flow;
  const isThrottled = exceptionName === 'ThrottlingException';
  return {
    kind: 'refused',
    attempt,
    exceptionName,
    message,
    requestId,
    found,
    statusThen: statusIn(found, attempt),
    retryAt: isThrottled ? Date.now() + (retryAfterMs ?? throttledForMs) : undefined,
  };
}

function statusIn(found: FlowRow | 'none' | undefined, attempt: Attempt): FlowStatus {
  return found === undefined || found === 'none' ? attempt.shown.flowStatus : found.flowStatus;
}

async function findOut(client: QueryClient, attempt: Attempt, sentAt: number): Promise<Finding | undefined> {
  const detail = await readDetail(client, attempt);
  if (detail === undefined) return undefined;
  if (detail === 'none')
    return { checkedAt: latestAsOf(client, attempt.world), flow: 'none', event: undefined };
  // The service records those who do not say their name as anonymous.
  const event = detail.events.find(
    ({ operation, by, at }) =>
      operation === operationOf[attempt.action] && by === (attempt.actor ?? 'anonymous') && at >= sentAt,
  );
  return { checkedAt: detail.asOf, flow: detail.flow, event };
}

/** The flow as it is now; undefined when that takes too long or fails. */
async function readDetail(
  client: QueryClient,
  { world, shown }: Attempt,
): Promise<FlowDetail | 'none' | undefined> {
  const read = client.query({ ...flowQuery(world, shown.flowName), staleTime: 0 });
  try {
    return await soon(read);
  } catch (error) {
    return error instanceof ReadError && error.failure === 'not-found' ? 'none' : undefined;
  }
}

/** What a promise brings, or undefined when it takes long: a row never waits for a second answer. */
function soon<T>(promise: Promise<T>): Promise<T | undefined> {
  const patience = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), patienceMs));
  return Promise.race([promise, patience]);
}
