import { accessSync, constants, existsSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { DatabaseInUseError, DatabaseUnusableError, explained } from './database-errors';

export interface Lock {
  release(): void;
}

/**
 * Makes this process the owner of a database file (an absolute path; its folder is made when missing), until `release` or the end
 * of the process. Throws DatabaseInUseError, or DatabaseUnusableError when file or folder cannot be written.
 *
 * The lock is a transaction held open on a small database beside the file: the operating system drops it with the process, so
 * kill -9 leaves nothing stale, and the database itself stays open to this process's own readers.
 */
export function lockDatabase(databaseFile: string): Lock {
  let holder: Sqlite.Database | undefined;
  try {
    holder = new Sqlite(`${prepared(databaseFile)}.lock`, { timeout: 0 });
    holder.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    holder?.close();
    if (error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')) {
      throw new DatabaseInUseError(
        `Another Sluice is running on the database ${databaseFile}: stop it first, or choose another file with DATABASE_URL.`,
      );
    }
    throw explained(databaseFile, error);
  }
  const held = holder;
  return {
    release: () => {
      held.close();
    },
  };
}

/** The path without symbolic links, so that two names of one file meet at one lock. */
function prepared(databaseFile: string): string {
  makeFolder(dirname(databaseFile));
  if (!existsSync(databaseFile)) {
    accessSync(dirname(databaseFile), constants.W_OK);
    return join(realpathSync(dirname(databaseFile)), basename(databaseFile));
  }
  if (!statSync(databaseFile).isFile()) {
    throw new DatabaseUnusableError(`${databaseFile} is not a file: choose another one with DATABASE_URL.`);
  }
  accessSync(databaseFile, constants.R_OK | constants.W_OK);
  return realpathSync(databaseFile);
}

/** One folder after the other: Node's own recursive way never returns where a file system, such as /proc, takes no folders. */
function makeFolder(folder: string): void {
  if (!existsSync(folder)) {
    makeFolder(dirname(folder));
    mkdirSync(folder);
  }
}
