import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { checkSecretKey, openAccessKeys, tokenHashOf } from './access-keys';
import { explained } from './database-errors';
import { lockDatabase } from './lock';
import { migrate } from './migrations';
import { seal } from './sealed-secret';

/** How long to wait while the server commits. */
const BUSY_TIMEOUT_MS = 5_000;

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** A key as it is told to a person, once. */
export interface NewKey {
  accessKeyId: string;
  secret: string;
  account: string;
  name: string;
}

/** A key that lives for some hours and comes with a session token. */
export interface NewTemporaryKey extends NewKey {
  sessionToken: string;
  expiresAt: number;
}

export interface ListedKey {
  accessKeyId: string;
  account: string;
  name: string;
  createdAt: number;
  revokedAt: number | null;
  expiresAt: number | null;
  sourceKeyId: string | null;
  lastUsedAt: number | null;
}

/** The keys as `npm run keys` sees them. Times are epoch milliseconds. */
export interface KeyRing {
  /** What makes keys. Throws DatabaseSealedError when keys that may still be used were made with another secret key. */
  sealedWith(secretKey: Uint8Array): KeyMaker;
  /** The oldest first. */
  list(): ListedKey[];
  /** Ends a key, the temporary ones made from it and their sessions, at once; false when there is none, or it was revoked before. */
  revoke(accessKeyId: string, now: number): boolean;
  close(): void;
}

export interface KeyMaker {
  create(key: { account: string; name: string | undefined }, now: number): NewKey;
  /** A temporary key of the account and name of another; undefined when that one is unknown, revoked or temporary itself. */
  createTemporary(sourceKeyId: string, lifeMs: number, now: number): NewTemporaryKey | undefined;
}

/**
 * Opens the keys of a database file (an absolute path), beside a running server too: it writes one table, which the server only reads.
 * A file that does not exist yet, or is of an older version, is brought to this one first. Throws DatabaseInUseError,
 * DatabaseTooNewError or DatabaseUnusableError.
 */
export async function openKeyRing(databaseFile: string): Promise<KeyRing> {
  if (!hasAccessKeys(databaseFile)) {
    const lock = lockDatabase(databaseFile);
    try {
      await migrate(databaseFile);
    } finally {
      lock.release();
    }
  }
  const database = new Sqlite(databaseFile, { fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
  database.pragma('synchronous = FULL');
  const list = database.prepare<[], ListedKey>(
    `SELECT k.accessKeyId, account, name, createdAt, revokedAt, expiresAt, sourceKeyId, lastUsedAt
     FROM "AccessKey" k LEFT JOIN "AccessKeyUse" u ON u.accessKeyId = k.accessKeyId
     ORDER BY createdAt, k.accessKeyId`,
  );
  const revoke = database.prepare<[number, string, string]>(
    'UPDATE "AccessKey" SET revokedAt = ? WHERE (accessKeyId = ? OR sourceKeyId = ?) AND revokedAt IS NULL',
  );
  return {
    sealedWith: (secretKey) => keyMakerOf(database, secretKey),
    list: () => list.all(),
    revoke: (accessKeyId, now) => revoke.run(now, accessKeyId, accessKeyId).changes > 0,
    close: () => database.close(),
  };
}

function hasAccessKeys(databaseFile: string): boolean {
  if (!existsSync(databaseFile)) {
    return false;
  }
  try {
    const database = new Sqlite(databaseFile, { fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
    try {
      return (
        database.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'AccessKey'`).get() !==
        undefined
      );
    } finally {
      database.close();
    }
  } catch (error) {
    throw explained(databaseFile, error);
  }
}

function keyMakerOf(database: Sqlite.Database, secretKey: Uint8Array): KeyMaker {
  checkSecretKey(database, secretKey);
  const keys = openAccessKeys(database, secretKey);
  const insert = database.prepare(
    `INSERT INTO "AccessKey" (accessKeyId, account, name, sealedSecret, createdAt, sourceKeyId, tokenHash, expiresAt)
     VALUES (@accessKeyId, @account, @name, @sealedSecret, @createdAt, @sourceKeyId, @tokenHash, @expiresAt)`,
  );

  function add(
    prefix: 'AKIA' | 'ASIA',
    owner: { account: string; name: string | undefined },
    row: {
      createdAt: number;
      sourceKeyId: string | null;
      tokenHash: string | null;
      expiresAt: number | null;
    },
  ): NewKey {
    const accessKeyId = prefix + randomBase32(16);
    const { account, name = accessKeyId } = owner;
    const secret = randomBytes(30).toString('base64');
    const sealedSecret = seal(secret, secretKey, { accessKeyId, account });
    insert.run({ ...row, accessKeyId, account, name, sealedSecret });
    return { accessKeyId, secret, account, name };
  }

  return {
    create: (owner, now) =>
      add('AKIA', owner, { createdAt: now, sourceKeyId: null, tokenHash: null, expiresAt: null }),
    createTemporary: database.transaction((sourceKeyId: string, lifeMs: number, now: number) => {
      const source = keys.find(sourceKeyId);
      if (!source || source.temporary) {
        return undefined;
      }
      const sessionToken = randomBytes(96).toString('base64');
      const expiresAt = now + lifeMs;
      const row = { createdAt: now, sourceKeyId, tokenHash: tokenHashOf(sessionToken), expiresAt };
      return { ...add('ASIA', source, row), sessionToken, expiresAt };
    }).immediate,
  };
}

function randomBase32(length: number): string {
  return Array.from(randomBytes(length), (byte) => BASE32.charAt(byte % BASE32.length)).join('');
}
