import type Sqlite from 'better-sqlite3';
import { isApiException } from '@/contract/errors';
import { createCarryOut } from './carry-out';
import type { Refusals, Submission } from './data';

/**
 * Carries out commands in one transaction: all of them, or none when any is refused. Gives what refused which: nothing when all is
 * committed. Events are written of what is committed only. Throws when a commit fails.
 */
export function carryOutAll(
  database: Sqlite.Database,
  submissions: Submission<unknown>[],
  now: number,
): Refusals {
  const carryOut = createCarryOut(database);
  const refusals: Refusals = [];
  const transaction = database.transaction(() => {
    submissions.forEach((submission, index) => {
      const { outcome } = carryOut(submission, now);
      if ('error' in outcome) {
        if (!isApiException(outcome.error)) {
          throw outcome.error;
        }
        refusals.push({ index, error: outcome.error });
      }
    });
    if (refusals.length > 0) {
      throw new RolledBack();
    }
  });
  try {
    transaction.immediate();
  } catch (error) {
    if (!(error instanceof RolledBack)) {
      throw error;
    }
  }
  return refusals;
}

/** Makes the transaction leave nothing behind. */
class RolledBack extends Error {}
