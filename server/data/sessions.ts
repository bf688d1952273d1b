import { createHash, randomBytes } from 'node:crypto';
import type Sqlite from 'better-sqlite3';

/** How long somebody stays signed in to the console. */
const SESSION_LIFE_MS = 12 * 60 * 60 * 1_000;

/** Whose session it is: the key that signed in. */
export interface Session {
  accessKeyId: string;
  account: string;
  /** Who acts with the key. */
  name: string;
}

/** Who is signed in to the console. What a browser keeps is a token of which only the hash is stored. */
export interface Sessions {
  /** Signs in with a key that was checked; gives the token and how long it is good. */
  begin(accessKeyId: string, now: number): { token: string; lifeMs: number };
  /** Undefined for a token that is missing, unknown, ended or expired, and as soon as its key is revoked. */
  find(token: string | undefined, now: number): Session | undefined;
  end(token: string | undefined): void;
}

/** Writes on the writer's own connection, between its batches: both are synchronous, so neither can be in the other's transaction. */
export function openSessions(database: Sqlite.Database): Sessions {
  const select = database.prepare<[string, number], Session>(
    `SELECT k.accessKeyId, k.account, k.name
     FROM "ConsoleSession" s JOIN "AccessKey" k ON k.accessKeyId = s.accessKeyId
     WHERE s.tokenHash = ? AND s.expiresAt > ? AND k.revokedAt IS NULL`,
  );
  const insert = database.prepare<[string, string, number]>(
    'INSERT INTO "ConsoleSession" (tokenHash, accessKeyId, expiresAt) VALUES (?, ?, ?)',
  );
  const remove = database.prepare<[string]>('DELETE FROM "ConsoleSession" WHERE tokenHash = ?');
  const removeExpired = database.prepare<[number]>('DELETE FROM "ConsoleSession" WHERE expiresAt <= ?');
  const begin = database.transaction((token: string, accessKeyId: string, now: number) => {
    removeExpired.run(now);
    insert.run(hashOf(token), accessKeyId, now + SESSION_LIFE_MS);
  }).immediate;
  return {
    begin(accessKeyId, now) {
      const token = randomBytes(32).toString('base64url');
      begin(token, accessKeyId, now);
      return { token, lifeMs: SESSION_LIFE_MS };
    },
    find: (token, now) => (token === undefined ? undefined : select.get(hashOf(token), now)),
    end(token) {
      if (token !== undefined) {
        remove.run(hashOf(token));
      }
    },
  };
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
