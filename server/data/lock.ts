import { mkdirSync } from 'node:fs';
import path from 'node:path';
import SQLite from 'better-sqlite3';

/** Another process owns the database. */
export class DatabaseInUseError extends Error {
  override readonly name = 'DatabaseInUseError';
}

/**
 * Makes this process the owner of a database file (an absolute path) until it releases it or ends, however it ends: the lock is the
 * operating system's, on a small database beside it. Throws DatabaseInUseError.
 */
export function lockDatabase(databaseFile: string): { release(): void } {
  mkdirSync(path.dirname(databaseFile), { recursive: true });
  const lock = new SQLite(`${databaseFile}.lock`, { timeout: 0 });
  try {
    lock.pragma('locking_mode = EXCLUSIVE');
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (error instanceof SQLite.SqliteError && error.code === 'SQLITE_BUSY') {
      throw new DatabaseInUseError(`The database ${databaseFile} is in use by another Sluice.`);
    }
    throw error;
  }
  return { release: () => lock.close() };
}
