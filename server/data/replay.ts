import type Sqlite from 'better-sqlite3';
import type { World } from '@/contract/console';
import type { ConnectorProfileCommand } from '../domain/connectors/profile';
import type { ConnectorCommand } from '../domain/connectors/registration';
import type { Caller, FlowCommand } from '../domain/flow';
import { createCarryOut } from './carry-out';

interface Past {
  at: number;
  world: World;
  caller: Caller;
}

export interface FlowMoment extends Past {
  flowName: string;
  command: FlowCommand;
}

export interface ConnectorProfileMoment extends Past {
  connectorProfileName: string;
  command: ConnectorProfileCommand;
}

export interface ConnectorMoment extends Past {
  connectorLabel: string;
  command: ConnectorCommand;
}

/** Something that happened at a time in the past (epoch milliseconds). */
export type Moment = FlowMoment | ConnectorProfileMoment | ConnectorMoment;

/**
 * Fills an empty database with a history, by the same rules and rows as if each moment had been lived through, in one transaction.
 * Refused commands leave their events, as they would have.
 */
export function replay(database: Sqlite.Database, moments: Moment[], newId: () => string): void {
  const carryOut = createCarryOut(database);
  const inOrder = [...moments].sort((one, other) => one.at - other.at);
  database
    .transaction(() => {
      for (const { at, ...moment } of inOrder) {
        carryOut({ ...moment, requestId: newId(), answer: () => undefined }, at);
      }
    })
    .immediate();
}
