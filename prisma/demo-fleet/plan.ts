import type { DestinationFlowConfig, SourceFlowConfig } from '@/contract/shapes.gen';
import type { Caller } from '@/server/domain/flow';

/** What somebody did to a flow in the past. */
export interface PastDeed {
  hoursAgo: number;
  do: 'StartFlow' | 'StopFlow' | 'UpdateFlow' | 'DeleteFlow';
  by: Caller;
  reason?: string;
  /** Of a stop that ends by itself so many hours from now. */
  untilInHours?: number;
}

/** What the service itself did to a flow in the past. */
export interface PastChange {
  hoursAgo: number;
  do: 'ChangeStatus';
  flowStatus: 'Errored' | 'Deprecated';
  flowStatusMessage: string;
}

export interface RunsPlan {
  /** About how many records a run moves. */
  records: number;
  /** How many runs there were, at most; unless said, all of the last day and at least 24. */
  count?: number;
  /** How many of the last ones failed, and what they said. */
  failing?: number;
  message?: string;
  /** What one run long before them said when it failed. */
  failedOnce?: string;
  /** Another run is under way and ends so many minutes from now. */
  underWayForMin?: number;
}

/** A flow of the demo fleet and its story. */
export interface FlowPlan {
  flowName: string;
  from: SourceFlowConfig;
  to: DestinationFlowConfig;
  /** `OnDemand`, `Event`, or a schedule expression. */
  when: string;
  /** Suspended after so many failed runs in a row (flowErrorDeactivationThreshold). */
  threshold?: number;
  /** The schedule's dataPullMode, Incremental unless said. */
  pull?: 'Complete' | 'Incremental';
  /** The schedule's offset in seconds and its timezone label. */
  offsetS?: number;
  timezone?: string;
  fields: [string, ...string[]];
  description?: string;
  team: string;
  tier?: 'gold';
  by: Caller;
  createdDaysAgo: number;
  /** Never started. */
  draft?: true;
  runs?: RunsPlan;
  then?: PastDeed[];
  changes?: PastChange[];
}
