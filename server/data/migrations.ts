import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import SQLite from 'better-sqlite3';
import type { MigrationList } from '@prisma/schema-engine-wasm';
import { withSchemaEngine } from './schema-engine';

const FOLDER = path.resolve('prisma/migrations');

/** The database has migrations that this version does not know: a newer version made them. */
export class DatabaseTooNewError extends Error {
  override readonly name = 'DatabaseTooNewError';
}

/**
 * Brings the database in a file (an absolute path; made when it is missing) to this version's schema, as `prisma migrate deploy`
 * would. The engine, which takes a second, is loaded only when there is something to apply.
 */
export async function migrate(databaseFile: string): Promise<{ applied: string[] }> {
  const migrations = await readMigrations();
  await mkdir(path.dirname(databaseFile), { recursive: true });
  const present = readApplied(databaseFile);
  const known = new Map(migrations.map(({ name, checksum }) => [name, checksum]));
  const unknown = present.filter(({ name, checksum }) => known.get(name) !== checksum);
  if (unknown.length > 0) {
    throw new DatabaseTooNewError(
      `The database ${databaseFile} was made by another version of Sluice (${unknown.map(({ name }) => name).join(', ')}).`,
    );
  }
  if (present.length === migrations.length) {
    return { applied: [] };
  }
  const migrationsList = await migrationList(migrations);
  const { appliedMigrationNames } = await withSchemaEngine(databaseFile, (engine) =>
    engine.applyMigrations({ migrationsList, filters: { externalTables: [], externalEnums: [] } }),
  );
  return { applied: appliedMigrationNames };
}

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

async function readMigrations(): Promise<Migration[]> {
  const entries = await readdir(FOLDER, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(path.join(FOLDER, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

function readApplied(databaseFile: string): { name: string; checksum: string }[] {
  const database = new SQLite(databaseFile);
  try {
    const exists = database.prepare(`SELECT 1 FROM sqlite_master WHERE name = '_prisma_migrations'`).get();
    return exists
      ? database
          .prepare<[], { name: string; checksum: string }>(
            `SELECT migration_name AS name, checksum FROM _prisma_migrations
             WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
          )
          .all()
      : [];
  } finally {
    database.close();
  }
}

async function migrationList(migrations: Migration[]): Promise<MigrationList> {
  return {
    baseDir: FOLDER,
    lockfile: {
      path: 'migration_lock.toml',
      content: await readFile(path.join(FOLDER, 'migration_lock.toml'), 'utf8'),
    },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
    })),
  };
}
