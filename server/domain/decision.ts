import type { World } from '@/contract/console';
import type { ExceptionName } from '@/contract/errors';
import type { ConnectorProfile } from './connectors/profile';
import type { Caller, ExecutionChange, ExecutionUnderWay, Flow, FlowCommand, FlowDefinition } from './flow';

export interface Accepted {
  outcome: 'changed' | 'unchanged';
  flow: Flow;
  definition?: FlowDefinition;
  executionChange?: ExecutionChange;
  /** Ids that a request to cancel named in vain. */
  invalidExecutions?: string[];
}

export interface Refused {
  outcome: 'refused';
  exceptionName: ExceptionName;
  message: string;
}

export type Decision = Accepted | Refused;

/** The flow a command is about: its name and world, and its state if it exists. */
export interface Subject {
  world: World;
  flowName: string;
  flow: Flow | undefined;
  /** The definition of the flow that exists; asked for only where a command changes it. */
  definition: () => FlowDefinition | undefined;
  /** The connector profile of a name, if it exists. */
  connectorProfile: (connectorProfileName: string) => Pick<ConnectorProfile, 'connectorType'> | undefined;
  /** The flow's runs that have not ended. Asked for only where a command is about runs. */
  executionsUnderWay: () => ExecutionUnderWay[];
  /** How much there is in the world, asked for only where a quota is set. */
  usage: () => { flows: number; executionsUnderWay: number };
}

export type CommandOf<Operation extends FlowCommand['operation']> = Extract<
  FlowCommand,
  { operation: Operation }
>;

/** How a flow came into a status, which is kept until the next change of status. */
export function cameInto(flowStatus: Flow['flowStatus'], caller: Caller, now: number) {
  return {
    flowStatus,
    statusChangedAt: now,
    statusChangedBy: caller.actor,
    statusChangedVia: caller.via,
    statusReason: caller.reason,
    stoppedByFailures: false,
    startsAgainAt: undefined,
  };
}

export function conflict(message: string): Refused {
  return refuse('ConflictException', `Conflict executing request: ${message}`);
}

export function refuse(exceptionName: ExceptionName, message: string): Refused {
  return { outcome: 'refused', exceptionName, message };
}
