import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { PrismaClient } from '@/generated/prisma/client';

export interface Database {
  /** For reads only. */
  reader: PrismaClient;
  /** For the one writer only: a plain write on a shared connection could join somebody else's transaction and vanish with it. */
  writer: PrismaClient;
  close(): Promise<void>;
}

/** Opens a migrated database (an absolute path) and checks that it will keep what it acknowledges, power loss included. */
export async function openDatabase(databaseFile: string): Promise<Database> {
  const writer = await connect(databaseFile);
  const reader = await connect(databaseFile);
  return {
    reader,
    writer,
    close: async () => {
      await reader.$disconnect();
      await writer.$disconnect();
    },
  };
}

async function connect(databaseFile: string): Promise<PrismaClient> {
  const client = new PrismaClient({
    adapter: new PrismaBetterSqlite3({ url: `file:${databaseFile}` }, { timestampFormat: 'unixepoch-ms' }),
  });
  await client.$queryRaw`PRAGMA journal_mode = WAL`;
  await client.$queryRaw`PRAGMA synchronous = FULL`;
  await client.$queryRaw`PRAGMA busy_timeout = 2000`;
  await check(client, 'journal_mode', 'wal');
  await check(client, 'synchronous', '2');
  return client;
}

async function check(client: PrismaClient, pragma: string, expected: string): Promise<void> {
  const rows = await client.$queryRawUnsafe<Record<string, unknown>[]>(`PRAGMA ${pragma}`);
  const actual = String(rows[0]?.[pragma]);
  if (actual !== expected) {
    throw new Error(`The database does not accept ${pragma} = ${expected}, it says ${actual}.`);
  }
}
