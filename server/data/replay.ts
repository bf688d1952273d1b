import type Sqlite from 'better-sqlite3';
import type { World } from '@/contract/console';
import type { Caller, FlowCommand } from '../domain/flow';
import { createCarryOut } from './carry-out';

/** Something that happened at a time in the past (epoch milliseconds). */
export interface Moment {
  at: number;
  world: World;
  flowName: string;
  command: FlowCommand;
  caller: Caller;
}

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
