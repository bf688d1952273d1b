import type Sqlite from 'better-sqlite3';
import type { World } from '@/contract/console';
import type { Statements } from './statements';

/** The API keeps a client token for eight hours. */
const TOKEN_LIFE_MS = 8 * 60 * 60 * 1_000;

type Use = World & { operation: string; token: string };

/** The answers given under client tokens. */
export interface ClientTokens {
  /** What was answered under a token that still holds at `now` (epoch milliseconds), by the parameters it came with. */
  answers(use: Use, now: number): { parametersHash: string; answer: string }[];
  /** Keeps an answer (JSON) for eight hours, and forgets those that are older. */
  keep(given: Use & { parametersHash: string; answer: string }, now: number): void;
}

export function clientTokens(database: Sqlite.Database, statements: Statements): ClientTokens {
  const select = database.prepare<(string | number)[], { parametersHash: string; answer: string }>(
    `SELECT parametersHash, answer FROM "ClientToken"
     WHERE account = ? AND region = ? AND operation = ? AND token = ? AND expiresAt > ?`,
  );
  return {
    answers: ({ account, region, operation, token }, now) =>
      select.all(account, region, operation, token, now),
    keep(given, now) {
      statements.run('DELETE FROM "ClientToken" WHERE expiresAt <= ?', now);
      statements.insert('ClientToken', { ...given, expiresAt: now + TOKEN_LIFE_MS });
    },
  };
}
