import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import Sqlite from 'better-sqlite3';
import { PrismaClient } from '@/generated/prisma/client';

/** How long a statement waits for a short command that writes to the database beside us. */
const BUSY_TIMEOUT_MS = 2_000;

/** What of the file lists are read from in place, without a copy in the process: as far as the system's own cache goes. */
const LISTS_MAPPED_BYTES = 2 ** 31;

export interface Database {
  /** For reads only. */
  reader: PrismaClient;
  /** For reads only, by SQL of our own. */
  lists: Sqlite.Database;
  /** A connection of its own, for the one writer only. */
  writer: Sqlite.Database;
  close(): Promise<void>;
}

/** Opens a migrated database (an absolute path) and checks that it will keep what it acknowledges, power loss included. */
export async function openDatabase(databaseFile: string): Promise<Database> {
  const writer = new Sqlite(databaseFile, { fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
  writer.pragma('journal_mode = WAL');
  writer.pragma('synchronous = FULL');
  check('journal_mode', 'wal', writer.pragma('journal_mode', { simple: true }));
  check('synchronous', 2, writer.pragma('synchronous', { simple: true }));
  const reader = await openReader(databaseFile);
  const lists = openLists(databaseFile);
  return {
    reader,
    lists,
    writer,
    close: async () => {
      await reader.$disconnect();
      lists.close();
      writer.close();
    },
  };
}

/** Opens a migrated database (an absolute path) for reads only. */
export async function openReader(databaseFile: string): Promise<PrismaClient> {
  const reader = new PrismaClient({
    adapter: new PrismaBetterSqlite3(
      { url: `file:${databaseFile}`, timeout: BUSY_TIMEOUT_MS },
      { timestampFormat: 'unixepoch-ms' },
    ),
  });
  await reader.$connect();
  return reader;
}

function check(pragma: string, expected: unknown, actual: unknown): void {
  if (actual !== expected) {
    throw new Error(
      `The database does not accept ${pragma} = ${String(expected)}, it says ${String(actual)}.`,
    );
  }
}

/** A connection for reading only, for what is read by SQL of our own. */
export function openLists(databaseFile: string): Sqlite.Database {
  const lists = new Sqlite(databaseFile, { readonly: true, timeout: BUSY_TIMEOUT_MS });
  lists.pragma(`mmap_size = ${LISTS_MAPPED_BYTES}`);
  return lists;
}
