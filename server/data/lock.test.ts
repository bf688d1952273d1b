import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DatabaseInUseError, DatabaseUnusableError } from './database-errors';
import { lockDatabase } from './lock';

let folder: string;
let databaseFile: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sluice-lock-'));
  databaseFile = path.join(folder, 'data/sluice.db');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Another process that owns the database. */
async function startOwner(): Promise<ChildProcess> {
  const owner = spawn(
    process.execPath,
    [
      '--import',
      'tsx',
      '--input-type=module',
      '--eval',
      `const { lockDatabase } = await import('./server/data/lock.ts');
       globalThis.lock = lockDatabase(process.env.DATABASE_FILE);
       console.log('locked');
       setInterval(() => undefined, 1000);`,
    ],
    { env: { ...process.env, DATABASE_FILE: databaseFile }, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await once(owner.stdout, 'data');
  return owner;
}

async function kill(owner: ChildProcess): Promise<void> {
  const ended = once(owner, 'exit');
  owner.kill('SIGKILL');
  await ended;
}

describe('lockDatabase', () => {
  it('shuts out every other process, and nobody after kill -9', async () => {
    const owner = await startOwner();
    try {
      expect(() => lockDatabase(databaseFile)).toThrow(DatabaseInUseError);
    } finally {
      await kill(owner);
    }
    lockDatabase(databaseFile).release();
  });

  it('holds within a process too, until it is released', () => {
    const lock = lockDatabase(databaseFile);
    expect(() => lockDatabase(databaseFile)).toThrow(
      `Another Sluice is running on the database ${databaseFile}: stop it first, or choose another file with DATABASE_URL.`,
    );
    lock.release();
    lockDatabase(databaseFile).release();
  });

  it('holds for every name of the file', () => {
    const lock = lockDatabase(databaseFile);
    writeFileSync(databaseFile, '');
    const otherName = path.join(folder, 'link.db');
    symlinkSync(databaseFile, otherName);
    expect(() => lockDatabase(otherName)).toThrow(DatabaseInUseError);
    lock.release();
  });

  it('leaves the database itself alone', () => {
    lockDatabase(databaseFile).release();
    expect(existsSync(databaseFile)).toBe(false);
  });

  it('says so when the folder cannot be made', () => {
    writeFileSync(path.join(folder, 'data'), 'a file where the folder should be');
    expect(() => lockDatabase(databaseFile)).toThrow(DatabaseUnusableError);
    expect(() => lockDatabase(databaseFile)).toThrow(
      /cannot be written: make its folder writable or choose another/,
    );
  });

  it('says so when the name is that of a folder', () => {
    expect(() => lockDatabase(folder)).toThrow(
      `${folder} is not a file: choose another one with DATABASE_URL.`,
    );
  });
});
