import type { BulkAction, BulkJob } from '@/contract/bulk';
import type { World } from '@/contract/console';
import type { Caller, Flow } from './flow';

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
  isProtected: boolean;
  /** The flow is deleted, and its name is that of another one now. */
  isReplaced: boolean;
  hasExecutionsInProgress: boolean;
}
