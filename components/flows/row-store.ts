import { useSyncExternalStore } from 'react';
import type { FlowRow } from '@/contract/console';
import type { FlowStatus } from '@/contract/shapes.gen';
import type { Finding } from '@/components/words/refusal';
import type { Attempt } from './attempt';

/** An action that went wrong, as its row tells it until someone dismisses it or acts on the row again. */
export type RowProblem =
  | {
      kind: 'refused';
      attempt: Attempt;
      exceptionName: string;
      message: string;
      requestId: string | undefined;
      /** The flow as it was found right after the refusal. */
      found: FlowRow | 'none' | undefined;
      statusThen: FlowStatus;
      /** When asking again makes sense, by the browser's clock. */
      retryAt: number | undefined;
    }
  | {
      kind: 'no-answer';
      attempt: Attempt;
      /** Undefined until someone could look. */
      finding: Finding | undefined;
      statusThen: FlowStatus;
    };

/** What a row shows beside what the server says of its flow. */
export interface RowState {
  pending?: Attempt['action'];
  problem?: RowProblem;
}

const idle: RowState = {};
const states = new Map<string, RowState>();
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The state of a row by its flow's id. It outlives the page: a refusal is still there after a look at the flow. */
export function rowState(flowId: string): RowState {
  return states.get(flowId) ?? idle;
}

export function setRowState(flowId: string, state: RowState): void {
  if (state.pending === undefined && state.problem === undefined) states.delete(flowId);
  else states.set(flowId, state);
  listeners.forEach((listener) => listener());
}

export function useRowState(flowId: string): RowState {
  return useSyncExternalStore(
    subscribe,
    () => rowState(flowId),
    () => idle,
  );
}
