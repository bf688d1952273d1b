import { randomBytes } from 'node:crypto';
import type Sqlite from 'better-sqlite3';

/** The database's own 32 bytes that page tokens are made with: drawn when it is new, so that tokens outlive a restart. */
export function pageTokenSecret(database: Sqlite.Database, now: number): Uint8Array {
  const take = database.prepare<[], { secret: Buffer }>('SELECT secret FROM "PageTokenKey" WHERE id = 1');
  const found = take.get();
  if (found) {
    return found.secret;
  }
  const secret = randomBytes(32);
  database.prepare('INSERT INTO "PageTokenKey" (id, secret, createdAt) VALUES (1, ?, ?)').run(secret, now);
  return secret;
}
