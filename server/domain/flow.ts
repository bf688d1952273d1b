import type { World } from '@/contract/console';
import type {
  ConnectorType,
  CreateFlowRequest,
  DestinationFlowConfig,
  ExecutionStatus,
  FlowStatus,
  ScheduledTriggerProperties,
  TriggerType,
} from '@/contract/shapes.gen';
import type { Simulation } from './simulation';

/** What a flow is made of, as CreateFlow and UpdateFlow give it. */
export type FlowDefinition = Omit<
  CreateFlowRequest,
  'flowName' | 'tags' | 'clientToken' | 'destinationFlowConfigList'
> & { destinationFlowConfigList: [DestinationFlowConfig, ...DestinationFlowConfig[]] };

/** Who asks, through which client ("console", "aws-cli", "runner"…), and why if they said so. */
export interface Caller {
  actor: string;
  via: string;
  reason?: string;
}

/** The newest run of a flow. `at` is when it started or, once it ended, when it ended, in epoch milliseconds. */
export interface LastExecution {
  executionId: string;
  executionStatus: ExecutionStatus;
  at: number;
  message?: string;
}

/** A flow's state: all that decides what may be done with it. Times are epoch milliseconds. */
export interface Flow extends World {
  id: string;
  flowName: string;
  flowStatus: FlowStatus;
  flowStatusMessage?: string;
  triggerType: TriggerType;
  schedule?: ScheduledTriggerProperties;
  description?: string;
  sourceConnectorType: ConnectorType;
  destinationConnectorType: ConnectorType;
  tags: Record<string, string>;
  schemaVersion: number;
  createdAt: number;
  createdBy: string;
  lastUpdatedAt: number;
  lastUpdatedBy: string;
  statusChangedAt: number;
  statusChangedBy: string;
  statusChangedVia: string;
  statusReason?: string;
  stoppedByFailures: boolean;
  failedExecutionsInARow: number;
  executionsInProgress: number;
  /** How many runs there were. */
  executionsStarted: number;
  /** When the service itself begins the next run. */
  nextRunAt?: number;
  /** Until when it is stopped: then the service starts it again. */
  startsAgainAt?: number;
  /** Up to when the last scheduled run read its source. */
  lastDataPullEndAt?: number;
  /** How its runs are simulated, where that is not as usual. */
  simulation?: Simulation;
  lastExecution?: LastExecution;
}

/** What another AppFlow says of a flow beside its definition. Times are epoch milliseconds; what it does not say is left out. */
export interface ImportedState extends Partial<
  Pick<
    Flow,
    'flowStatusMessage' | 'createdAt' | 'createdBy' | 'lastUpdatedAt' | 'lastUpdatedBy' | 'lastExecution'
  >
> {
  flowStatus: FlowStatus;
  tags: Record<string, string>;
  schemaVersion: number;
}

/** How a simulated run ends. Bytes and records are whole numbers; `message` is there for a failed run. */
export interface ExecutionResult {
  executionStatus: 'Successful' | 'Error' | 'Canceled';
  bytesProcessed: number;
  bytesWritten: number;
  recordsProcessed: number;
  message?: string;
}

/** A run that begins now and will end at `endsAt` (epoch milliseconds) as its plan says. */
export interface PlannedExecution {
  executionId: string;
  endsAt: number;
  plan: ExecutionResult;
  /** The time span of the source that a scheduled run reads, in epoch milliseconds. */
  dataPullStartAt?: number;
  dataPullEndAt?: number;
}

/** A run that a command asks for: it goes as the flow's simulation says, unless its course is given. */
export interface AskedExecution {
  executionId: string;
  course?: Pick<PlannedExecution, 'endsAt' | 'plan'>;
}

/** A run that has not ended. */
export interface ExecutionUnderWay {
  executionId: string;
  executionStatus: 'InProgress' | 'CancelStarted';
}

/** What somebody wants done with a flow: the API's operations that write, then what the service itself does. */
export type FlowCommand =
  | {
      operation: 'CreateFlow';
      id: string;
      definition: FlowDefinition;
      tags: Record<string, string>;
      flowQuota?: number;
    }
  | { operation: 'ImportFlow'; id: string; definition: FlowDefinition; state: ImportedState }
  | { operation: 'UpdateFlow'; definition: FlowDefinition; flowQuota?: number }
  | { operation: 'StartFlow'; execution: AskedExecution; executionQuota?: number }
  /** `isOfMany`: the time was said of many flows, not of this one. */
  | { operation: 'StopFlow'; startsAgainAt?: number; isOfMany?: boolean }
  | { operation: 'DeleteFlow'; forceDelete: boolean }
  | { operation: 'CancelFlowExecutions'; executionIds?: string[] }
  | { operation: 'StartExecution'; execution: AskedExecution }
  | { operation: 'StartAgain' }
  | { operation: 'SimulateExecutions'; simulation: Simulation | undefined }
  | { operation: 'TagResource'; tags: Record<string, string> }
  | { operation: 'UntagResource'; tagKeys: string[] }
  | { operation: 'ChangeStatus'; flowStatus: 'Errored' | 'Deprecated'; flowStatusMessage: string }
  | { operation: 'EndExecution'; id: string; executionId: string; result: ExecutionResult };

/** What becomes of the flow's runs together with its own state. */
export type ExecutionChange =
  | { kind: 'started'; execution: PlannedExecution }
  | { kind: 'imported'; execution: LastExecution & Pick<PlannedExecution, 'endsAt' | 'plan'> }
  | { kind: 'ended'; executionId: string; result: ExecutionResult }
  | { kind: 'cancelStarted'; executionIds: string[]; endsAt: number }
  | { kind: 'canceled' };

/** A flow that the service itself does something with at a time (epoch milliseconds). */
export interface DueFlow {
  world: World;
  flowName: string;
  at: number;
}
