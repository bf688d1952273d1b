import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { repositoryRoot } from '../repository-root';
import { DatabaseTooNewError, DatabaseUnusableError } from './database-errors';
import { checkIsCurrent, migrate, missingMigration } from './migrations';

const ours = path.join(repositoryRoot, 'prisma/migrations');
const names = readdirSync(ours).filter((name) => !name.endsWith('.toml'));

let folder: string;
let databaseFile: string;
/** A copy of the migrations, to add to. */
let migrations: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sluice-migrations-'));
  databaseFile = path.join(folder, 'sluice.db');
  migrations = path.join(folder, 'migrations');
  cpSync(ours, migrations, { recursive: true });
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function addMigration(name: string, sql: string): void {
  mkdirSync(path.join(migrations, name));
  writeFileSync(path.join(migrations, name, 'migration.sql'), sql);
}

function withDatabase<Result>(work: (database: Sqlite.Database) => Result): Result {
  const database = new Sqlite(databaseFile);
  try {
    return work(database);
  } finally {
    database.close();
  }
}

function tables(): unknown[] {
  return withDatabase((database) =>
    database
      .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY 1`)
      .pluck()
      .all(),
  );
}

describe('migrate', () => {
  it('makes the tables of a new database, and has nothing to do the second time', async () => {
    expect(await migrate(databaseFile)).toEqual({ applied: names });
    expect(tables()).toEqual(expect.arrayContaining(['Event', 'Execution', 'Flow', '_prisma_migrations']));
    expect(await migrate(databaseFile)).toEqual({ applied: [] });
    expect(readdirSync(folder).sort()).toEqual(['migrations', 'sluice.db']);
  });

  it('takes an empty file as new', async () => {
    writeFileSync(databaseFile, '');
    expect(await migrate(databaseFile)).toEqual({ applied: names });
  });

  it('keeps what is in a database, its write-ahead log included, when a migration is new', async () => {
    await migrate(databaseFile);
    const open = new Sqlite(databaseFile);
    open.pragma('journal_mode = WAL');
    open.exec(`INSERT INTO ClientToken SELECT '1', 'r', 'o', 't', 'p', 'a', 0`);
    // A copy that includes a log which nobody has folded in, as kill -9 leaves it.
    cpSync(`${databaseFile}-wal`, path.join(folder, 'wal'));
    cpSync(databaseFile, path.join(folder, 'db'));
    open.close();
    cpSync(path.join(folder, 'db'), databaseFile);
    cpSync(path.join(folder, 'wal'), `${databaseFile}-wal`);

    addMigration('29990101000000_more', 'CREATE TABLE "More" ("id" TEXT NOT NULL PRIMARY KEY);');
    expect(await migrate(databaseFile, migrations)).toEqual({ applied: ['29990101000000_more'] });
    expect(tables()).toContain('More');
    expect(
      withDatabase((database) => database.prepare('SELECT token FROM ClientToken').pluck().all()),
    ).toEqual(['t']);
  });

  it('changes nothing when a migration fails, and can be tried again', async () => {
    await migrate(databaseFile);
    addMigration('29990101000000_more', 'CREATE TABLE "More" ("id" TEXT); CREATE TABLE "Flow" ("id" TEXT);');
    await expect(migrate(databaseFile, migrations)).rejects.toThrow(/29990101000000_more/);
    expect(tables()).not.toContain('More');
    expect(await migrate(databaseFile)).toEqual({ applied: [] });
  });

  it('refuses a database of a newer version', async () => {
    addMigration('29990101000000_more', 'CREATE TABLE "More" ("id" TEXT NOT NULL PRIMARY KEY);');
    await migrate(databaseFile, migrations);
    await expect(migrate(databaseFile)).rejects.toThrow(DatabaseTooNewError);
    await expect(migrate(databaseFile)).rejects.toThrow(
      `The database ${databaseFile} was used by a newer version of Sluice (it has 29990101000000_more): ` +
        'start that version, or choose another file with DATABASE_URL.',
    );
  });

  it('refuses a database whose migration was another one of the same name', async () => {
    addMigration('29990101000000_more', 'CREATE TABLE "More" ("id" TEXT NOT NULL PRIMARY KEY);');
    await migrate(databaseFile, migrations);
    writeFileSync(
      path.join(migrations, '29990101000000_more/migration.sql'),
      'CREATE TABLE "Less" ("id" TEXT);',
    );
    await expect(migrate(databaseFile, migrations)).rejects.toThrow(DatabaseUnusableError);
    await expect(migrate(databaseFile, migrations)).rejects.toThrow(
      /another form of the migration 29990101000000_more/,
    );
  });

  it("refuses somebody else's database and leaves it as it is", async () => {
    withDatabase((database) => database.exec('CREATE TABLE "Invoice" ("id" TEXT)'));
    await expect(migrate(databaseFile)).rejects.toThrow(
      /is a database of something else \(it has a table Invoice\)/,
    );
    expect(tables()).toEqual(['Invoice']);
  });

  it('refuses a file that is no database', async () => {
    writeFileSync(databaseFile, 'Dear diary, '.repeat(1000));
    await expect(migrate(databaseFile)).rejects.toThrow(/is not a sound SQLite database/);
  });
});

describe('prisma/migrations', () => {
  it('leads exactly to prisma/schema.prisma', async () => {
    // When this fails: npm run migration -- what_it_does
    expect(await missingMigration(folder)).toBeUndefined();
  });

  it('a column that no migration makes would be noticed', async () => {
    addMigration('29990101000000_more', 'DROP TABLE "Event";');
    expect(await missingMigration(folder, migrations)).toContain('CREATE TABLE "Event"');
  });
});

describe('checkIsCurrent', () => {
  it('lets nobody read where there is no database, or one of another version', async () => {
    const check = () => checkIsCurrent(databaseFile, migrations);
    expect(check).toThrow(/^There is no database .*sluice\.db: start Sluice once/);
    await migrate(databaseFile);
    expect(check).not.toThrow();
    addMigration('29990101000000_more', 'CREATE TABLE "More" ("id" INTEGER);');
    expect(check).toThrow(/^The database .* is of an older version of Sluice: start this one once/);
    await migrate(databaseFile, migrations);
    expect(() => checkIsCurrent(databaseFile)).toThrow(DatabaseTooNewError);
  });
});
