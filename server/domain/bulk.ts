import type { BulkAction, BulkJob } from '@/contract/bulk';
import type { World } from '@/contract/console';
import type { AskedExecution, Caller, Flow, FlowCommand } from './flow';

/** A bulk job to be made. `startsAgainAt` is in epoch milliseconds. */
export interface NewBulkJob {
  id: string;
  world: World;
  action: BulkAction;
  startsAgainAt?: number | undefined;
  filter?: string | undefined;
  madeFrom?: BulkJob['madeFrom'];
  caller: Caller;
  requestId: string;
  /** Whether protected flows are handled like the others, or skipped. */
  includesProtected: boolean;
}

/** Flows that a bulk action meets in the same way, by one of them. */
export interface BulkFlowGroup {
  flow: Flow;
  count: number;
  /** The first of their names, in order. */
  flowNames: string[];
  isProtected: boolean;
  /** The flow is deleted, and its name is that of another one now. */
  isReplaced: boolean;
  hasExecutionsInProgress: boolean;
}

/** What a bulk action asks of each of its flows; `start` is what a run that it begins is given. */
export function bulkCommand(
  action: BulkAction,
  startsAgainAt: number | undefined,
  start: { execution: AskedExecution; executionQuota?: number | undefined },
): FlowCommand {
  switch (action) {
    case 'stop':
      return { operation: 'StopFlow', startsAgainAt, isOfMany: true };
    case 'start':
      return { operation: 'StartFlow', ...start };
    case 'cancel':
      return { operation: 'CancelFlowExecutions' };
  }
}
