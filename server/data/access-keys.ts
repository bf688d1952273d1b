import { createHash, timingSafeEqual } from 'node:crypto';
import type Sqlite from 'better-sqlite3';
import { seal, unseal } from './sealed-secret';

/** How often the use of a key is written down. */
const NOTE_EVERY_MS = 60_000;

/** A key that was not revoked. */
export interface AccessKey {
  accessKeyId: string;
  account: string;
  /** Who acts with it. */
  name: string;
  secret: string;
  /** Only of a temporary key: its end in epoch milliseconds, and whether a session token is its own. */
  temporary: { expiresAt: number; hasToken: (sessionToken: string) => boolean } | undefined;
}

/** The keys as the server sees them: what `npm run keys` changes beside it counts from the next call on. */
export interface AccessKeys {
  /** Undefined for one that is unknown or revoked. Throws DatabaseSealedError when SLUICE_SECRET_KEY is not the one it was made with. */
  find(accessKeyId: string): AccessKey | undefined;
  /** Remembers when the key was last used, to the minute, so that it costs nothing for nearly all requests. */
  noteUse(accessKeyId: string, now: number): void;
}

interface Row {
  accessKeyId: string;
  account: string;
  name: string;
  sealedSecret: Buffer;
  tokenHash: string | null;
  expiresAt: number | null;
}

const COLUMNS = 'accessKeyId, account, name, sealedSecret, tokenHash, expiresAt';

/** On the driver itself, not through Prisma: every signed request asks. */
export function openAccessKeys(database: Sqlite.Database, secretKey: Uint8Array): AccessKeys {
  const select = database.prepare<[string], Row>(
    `SELECT ${COLUMNS} FROM "AccessKey" WHERE accessKeyId = ? AND revokedAt IS NULL`,
  );
  const upsert = database.prepare<[string, number]>(
    `INSERT INTO "AccessKeyUse" (accessKeyId, lastUsedAt) VALUES (?, ?)
     ON CONFLICT (accessKeyId) DO UPDATE SET lastUsedAt = excluded.lastUsedAt`,
  );
  const notedAt = new Map<string, number>();
  const nobody = { accessKeyId: '', account: '' };
  const nobodysSecret = seal('x'.repeat(40), secretKey, nobody);
  return {
    find(accessKeyId) {
      const row = select.get(accessKeyId);
      if (!row) {
        // Takes as long as with a key that somebody has.
        unseal(nobodysSecret, secretKey, nobody);
        return undefined;
      }
      return toAccessKey(row, secretKey);
    },
    noteUse(accessKeyId, now) {
      if (now - (notedAt.get(accessKeyId) ?? -Infinity) >= NOTE_EVERY_MS) {
        notedAt.set(accessKeyId, now);
        upsert.run(accessKeyId, now);
      }
    },
  };
}

/** Throws DatabaseSealedError when a key that may still be used was sealed with another secret key. */
export function checkSecretKey(database: Sqlite.Database, secretKey: Uint8Array): void {
  const rows = database
    .prepare<[], Row>(`SELECT ${COLUMNS} FROM "AccessKey" WHERE revokedAt IS NULL`)
    .iterate();
  for (const row of rows) {
    toAccessKey(row, secretKey);
  }
}

function toAccessKey(row: Row, secretKey: Uint8Array): AccessKey {
  const { accessKeyId, account, name, sealedSecret, tokenHash, expiresAt } = row;
  return {
    accessKeyId,
    account,
    name,
    secret: unseal(sealedSecret, secretKey, row),
    temporary:
      tokenHash === null || expiresAt === null
        ? undefined
        : { expiresAt, hasToken: (token) => timingSafeEqual(hashOf(token), Buffer.from(tokenHash, 'hex')) },
  };
}

/** What is stored of a session token, in hex. */
export function tokenHashOf(sessionToken: string): string {
  return hashOf(sessionToken).toString('hex');
}

function hashOf(sessionToken: string): Buffer {
  return createHash('sha256').update(sessionToken).digest();
}
