import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { MigrationList, SchemaFilter } from '@prisma/schema-engine-wasm';
import Sqlite from 'better-sqlite3';
import { z } from 'zod';
import { repositoryRoot } from '../repository-root';
import { DatabaseTooNewError, DatabaseUnusableError, explained } from './database-errors';
import { withSchemaEngine } from './schema-engine';

const MIGRATIONS_FOLDER = join(repositoryRoot, 'prisma/migrations');
const NO_FILTER: SchemaFilter = { externalTables: [], externalEnums: [] };
/** The text index and the tables that FTS5 keeps it in: Prisma has no words for it. */
const BY_HAND: SchemaFilter = {
  externalTables: [
    'FlowText',
    'FlowTextTerms',
    ...['config', 'data', 'docsize', 'idx'].map((part) => `FlowText_${part}`),
  ],
  externalEnums: [],
};

/** A folder of prisma/migrations. */
interface Migration {
  name: string;
  sql: string;
}

const AppliedRow = z.object({
  migration_name: z.string(),
  checksum: z.string(),
  finished_at: z.unknown(),
  rolled_back_at: z.unknown(),
});

/**
 * Brings a database file (an absolute path, locked by the caller, open nowhere) to the tables of this version and names what was
 * applied. All or nothing: the migrations run on a copy that then takes the file's place. Throws DatabaseTooNewError, or
 * DatabaseUnusableError for a file that is not ours or cannot be written.
 */
export async function migrate(
  databaseFile: string,
  migrationsFolder: string = MIGRATIONS_FOLDER,
): Promise<{ applied: string[] }> {
  try {
    const migrations = readMigrations(migrationsFolder);
    const waiting = waitingMigrations(databaseFile, migrations);
    if (waiting.length > 0) {
      const copy = `${databaseFile}.migrating`;
      removeDatabase(copy);
      copyDatabase(databaseFile, copy);
      await applyMigrations(copy, migrationsFolder, migrations);
      renameSync(copy, databaseFile);
    }
    return { applied: waiting };
  } catch (error) {
    throw explained(databaseFile, error);
  }
}

/**
 * For those who read beside a server: throws DatabaseUnusableError where there is no database, or one that was not brought to this
 * version, and DatabaseTooNewError.
 */
export function checkIsCurrent(databaseFile: string, migrationsFolder: string = MIGRATIONS_FOLDER): void {
  if (!existsSync(databaseFile)) {
    throw new DatabaseUnusableError(
      `There is no database ${databaseFile}: start Sluice once, or choose another file with DATABASE_URL.`,
    );
  }
  try {
    if (waitingMigrations(databaseFile, readMigrations(migrationsFolder)).length > 0) {
      throw new DatabaseUnusableError(
        `The database ${databaseFile} is of an older version of Sluice: start this one once, which brings it up to date.`,
      );
    }
  } catch (error) {
    throw explained(databaseFile, error);
  }
}

/** The SQL that leads from the end of the migrations to prisma/schema.prisma, undefined when they agree; needs a folder for scratch. */
export async function missingMigration(
  scratchFolder: string,
  migrationsFolder: string = MIGRATIONS_FOLDER,
): Promise<string | undefined> {
  const scratch = join(scratchFolder, 'drift.db');
  const migrations = readMigrations(migrationsFolder);
  removeDatabase(scratch);
  if (migrations.length > 0) {
    await applyMigrations(scratch, migrationsFolder, migrations);
  }
  return withSchemaEngine(scratch, async (engine, [path, content]) => {
    const files = [{ path, content }];
    const { exitCode, stdout } = await engine.diff({
      // The engine cannot look at a database without tables.
      from:
        migrations.length > 0
          ? { tag: 'schemaDatasource', files, configDir: repositoryRoot }
          : { tag: 'empty' },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: true,
      filters: BY_HAND,
    });
    return exitCode === 0 || stdout === null ? undefined : stdout;
  });
}

/** Compares names and checksums without the schema engine, so that a start with nothing to do costs a millisecond. */
function waitingMigrations(databaseFile: string, migrations: Migration[]): string[] {
  const applied = appliedMigrations(databaseFile);
  const known = new Map(
    migrations.map(({ name, sql }) => [name, createHash('sha256').update(sql).digest('hex')]),
  );
  const unknown = applied.map(({ migration_name: name }) => name).filter((name) => !known.has(name));
  if (unknown.length > 0) {
    throw new DatabaseTooNewError(
      `The database ${databaseFile} was used by a newer version of Sluice (it has ${unknown.join(', ')}): ` +
        'start that version, or choose another file with DATABASE_URL.',
    );
  }
  const broken = applied.find(
    ({ migration_name: name, checksum, finished_at: finishedAt }) =>
      finishedAt === null || checksum !== known.get(name),
  );
  if (broken) {
    throw new DatabaseUnusableError(
      `The database ${databaseFile} was made with another form of the migration ${broken.migration_name}: ` +
        'choose another file with DATABASE_URL, or move this one away to begin with a new one.',
    );
  }
  return [...known.keys()].filter((name) => applied.every((row) => row.migration_name !== name));
}

function appliedMigrations(databaseFile: string): z.infer<typeof AppliedRow>[] {
  if (!existsSync(databaseFile) || statSync(databaseFile).size === 0) {
    return [];
  }
  const database = new Sqlite(databaseFile, { fileMustExist: true });
  try {
    const tables = database.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all();
    if (tables.includes('_prisma_migrations')) {
      const rows = database.prepare('SELECT * FROM _prisma_migrations').all();
      return z
        .array(AppliedRow)
        .parse(rows)
        .filter(({ rolled_back_at: rolledBackAt }) => rolledBackAt === null);
    }
    if (tables.length > 0) {
      throw new DatabaseUnusableError(
        `${databaseFile} is a database of something else (it has a table ${String(tables[0])}): choose another file with DATABASE_URL.`,
      );
    }
    return [];
  } finally {
    database.close();
  }
}

/** Leaves no write-ahead log at the source: one left over would be replayed into the database that takes its place. */
function copyDatabase(source: string, target: string): void {
  if (!existsSync(source)) {
    return;
  }
  const database = new Sqlite(source);
  try {
    database.pragma('journal_mode = DELETE');
    database.prepare('VACUUM INTO ?').run(target);
  } finally {
    database.close();
  }
}

async function applyMigrations(
  databaseFile: string,
  migrationsFolder: string,
  migrations: Migration[],
): Promise<void> {
  const migrationsList: MigrationList = {
    baseDir: migrationsFolder,
    lockfile: {
      path: 'migration_lock.toml',
      content: readFileSync(join(migrationsFolder, 'migration_lock.toml'), 'utf8'),
    },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
    })),
  };
  await withSchemaEngine(databaseFile, (engine) =>
    engine.applyMigrations({ migrationsList, filters: NO_FILTER }),
  );
}

/** In the order in which they apply: their names begin with the time of their making. */
function readMigrations(folder: string): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => ({ name, sql: readFileSync(join(folder, name, 'migration.sql'), 'utf8') }));
}

function removeDatabase(databaseFile: string): void {
  for (const suffix of ['', '-journal', '-wal', '-shm']) {
    rmSync(`${databaseFile}${suffix}`, { force: true });
  }
}
