import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { flash } from '@/components/shell/flash';
import { changedOnlyUntil, doneInWords } from '@/components/words/done';
import type { Finding } from '@/components/words/refusal';
import { isProtected } from '@/components/words/status';
import type { FlowDetail, FlowRow } from '@/contract/console';
import type { FlowStatus } from '@/contract/shapes.gen';
import { AppFlowCallError } from '@/queries/call-appflow';
import { useCancelFlowExecutions } from '@/queries/cancel-flow-executions';
import { readFlowAnew } from '@/queries/flow';
import { readFlowWherever } from '@/queries/flow-everywhere';
import { latestAsOf, showAnswer } from '@/queries/flows';
import { ReadError } from '@/queries/read-model';
import { useStartFlow } from '@/queries/start-flow';
import { useStopFlow } from '@/queries/stop-flow';
import { type Attempt, newAttemptId } from './attempt';
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
  const { mutateAsync: cancel } = useCancelFlowExecutions();
  return useMemo(
    () => ({
      send: async (attempt) => {
        const ask: Ask = (asking) => {
          const { shown, id, world, actor, reason, until } = asking;
          const asked = { flowName: shown.flowName, world, actor, reason, attemptId: id };
          switch (asking.action) {
            case 'stop':
              return stop({ ...asked, until });
            case 'start':
              return start({ ...asked, clientToken: id });
            case 'cancel':
              return cancel(asked).then(() => ({}));
          }
        };
        const hasHappened = await sendOnce(client, attempt, ask);
        if (hasHappened && attempt.action === 'stop' && attempt.cancelsRuns) {
          await sendOnce(client, { ...attempt, id: newAttemptId(), action: 'cancel' }, ask);
        }
      },
      check: (attempt) => check(client, attempt),
    }),
    [client, stop, start, cancel],
  );
}

type Ask = (attempt: Attempt) => Promise<{ flowStatus?: FlowStatus | undefined }>;

/** Whether the service did what was asked. */
async function sendOnce(client: QueryClient, attempt: Attempt, ask: Ask): Promise<boolean> {
  const { action, world, shown } = attempt;
  const { id, flowName } = shown;
  const isUnderWay = { pending: action };
  setRowState(id, isUnderWay);
  try {
    const { flowStatus } = await ask(attempt);
    const at = Date.now();
    // The row shows the new status with its why, both by one read; only where that does not come soon, the status alone.
    await soon(readFlowWherever(client, world, flowName));
    if (flowStatus !== undefined) showAnswer(client, world, { flowName, flowStatus, at });
    // Another action on the row, begun since, is told there by itself.
    if (rowState(id) === isUnderWay) setRowState(id, {});
    const undo = undoOf(attempt, flowStatus);
    flash(doneInWords(attempt, flowStatus, at), undo && (() => void sendOnce(client, undo, ask)));
    return true;
  } catch (error) {
    setRowState(id, { problem: await problemOf(client, attempt, error) });
    await readFlowWherever(client, world, flowName);
    return false;
  }
}

/** The action that takes an attempt back: none where it changed nothing, began a run, or would stop what is protected without its name typed. */
function undoOf(attempt: Attempt, flowStatus: FlowStatus | undefined): Attempt | undefined {
  const { action, shown, reason, world, actor } = attempt;
  if (changedOnlyUntil(attempt, flowStatus)) {
    const undone = { ...shown, startsAgainAt: attempt.until };
    return {
      id: newAttemptId(),
      action,
      world,
      shown: undone,
      actor,
      reason: 'Undone',
      until: shown.startsAgainAt,
    };
  }
  if (action === 'cancel' || flowStatus === undefined || flowStatus === shown.flowStatus) return undefined;
  if (action === 'start' && (shown.flowStatus !== 'Suspended' || isProtected(shown))) return undefined;
  const before = action === 'start' ? shown.statusChange.reason : reason;
  return {
    id: newAttemptId(),
    action: action === 'stop' ? 'start' : 'stop',
    world,
    shown: { ...shown, flowStatus },
    actor,
    reason: before === undefined ? 'Undone' : `Undone: ${before}`,
    ...(action === 'start' && { until: shown.startsAgainAt }),
  };
}

async function check(client: QueryClient, attempt: Attempt): Promise<boolean> {
  const { id } = attempt.shown;
  const { problem } = rowState(id);
  if (problem?.kind !== 'no-answer') return true;
  const finding = await findOut(client, attempt);
  // Meanwhile the row may have been dismissed or acted on again.
  if (finding !== undefined && rowState(id).problem === problem) {
    setRowState(id, { problem: { ...problem, finding, statusThen: statusIn(finding.flow, attempt) } });
    await readFlowWherever(client, attempt.world, attempt.shown.flowName);
  }
  return finding !== undefined;
}

async function problemOf(client: QueryClient, attempt: Attempt, error: unknown): Promise<RowProblem> {
  if (!(error instanceof AppFlowCallError)) {
    return { kind: 'no-answer', attempt, finding: undefined, statusThen: attempt.shown.flowStatus };
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

async function findOut(client: QueryClient, attempt: Attempt): Promise<Finding | undefined> {
  const detail = await readDetail(client, attempt);
  if (detail === undefined) return undefined;
  if (detail === 'none')
    return { checkedAt: latestAsOf(client, attempt.world), flow: 'none', event: undefined };
  const event = detail.events.find(({ requestId }) => requestId === attempt.id);
  return { checkedAt: detail.asOf, flow: detail.flow, event };
}

/** The flow as it is now; undefined when that takes too long or fails. */
async function readDetail(
  client: QueryClient,
  { world, shown }: Attempt,
): Promise<FlowDetail | 'none' | undefined> {
  const read = readFlowAnew(client, world, shown.flowName);
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
