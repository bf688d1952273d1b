import type Sqlite from 'better-sqlite3';
import type { World } from '@/contract/console';
import type { Caller, Command } from '../domain/flow';
import { carryOut, emptyPresent } from './carry-out';
import { emptyChanges, saveChanges } from './changes';
import { createStatements } from './statements';

/** Something that happened at a time in the past (epoch milliseconds). */
export interface Moment {
  at: number;
  world: World;
  flowName: string;
  command: Command;
  caller: Caller;
}

/**
 * Fills an empty database with a history, by the same rules and rows as if each moment had been lived through, in one transaction.
 * Refused commands leave their events, as they would have.
 */
export function replay(database: Sqlite.Database, moments: Moment[], newId: () => string): void {
  const present = emptyPresent();
  const changes = emptyChanges();
  for (const { at, ...moment } of [...moments].sort((one, other) => one.at - other.at)) {
    carryOut({ ...moment, requestId: newId(), answer: () => undefined }, present, changes, at);
  }
  const last = Math.max(0, ...moments.map(({ at }) => at));
  database.transaction(() => saveChanges(createStatements(database), changes, last)).immediate();
}
