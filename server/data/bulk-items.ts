import type Sqlite from 'better-sqlite3';
import type { FlowSubmission } from './data';
import type { Row, Statements } from './statements';

/** The place of a flow in a bulk job. */
export interface BulkPlace {
  jobId: string;
  position: number;
}

interface Item {
  flowId: string;
  state: string;
}

/** What a command for a bulk job's flow came to, as its event tells it. */
interface Handled {
  state: 'changed' | 'unchanged' | 'refused' | 'failed' | 'skipped';
  told?: Row;
  message?: string;
}

/**
 * The rows of bulk jobs' flows, written in the transaction of the flow's own change: whatever happens, a flow that is no longer waiting
 * was handled, and one that is waiting was not.
 */
export function bulkItems(database: Sqlite.Database, statements: Statements) {
  const selectItem = database.prepare<(string | number)[], Item>(
    'SELECT flowId, state FROM "BulkItem" WHERE jobId = ? AND position = ?',
  );
  const selectLiveId = database
    .prepare<string[], string>('SELECT id FROM "Flow" WHERE account = ? AND region = ? AND liveName = ?')
    .pluck();

  return {
    isWaiting({ jobId, position }: BulkPlace): boolean {
      return selectItem.get(jobId, position)?.state === 'waiting';
    },

    /** Why the flow is to be left alone although it is its turn. */
    whySkipped(
      { world, flowName, command }: FlowSubmission<unknown>,
      { jobId, position }: BulkPlace,
      now: number,
    ) {
      const liveId = selectLiveId.get(world.account, world.region, flowName);
      if (liveId !== undefined && liveId !== selectItem.get(jobId, position)?.flowId) {
        return 'It was deleted, and the flow of that name now is another one.';
      }
      if (command.operation === 'StopFlow' && command.startsAgainAt !== undefined) {
        return command.startsAgainAt > now
          ? undefined
          : 'The time until which it was to be stopped has passed.';
      }
      return undefined;
    },

    /** Keeps what came of a flow that was waiting; the job is done with the last one. */
    settle(
      { jobId, position }: BulkPlace,
      requestId: string,
      { state, told, message }: Handled,
      now: number,
    ) {
      statements.run(
        `UPDATE "BulkItem" SET state = ?, errorName = ?, message = ?, beforeStatus = ?, afterStatus = ?, at = ?, requestId = ?
         WHERE jobId = ? AND position = ?`,
        state,
        told?.errorName ?? null,
        message ?? told?.errorMessage ?? null,
        told?.beforeStatus ?? null,
        told?.afterStatus ?? null,
        now,
        requestId,
        jobId,
        position,
      );
      const isLast = 'changed + unchanged + refused + failed + skipped + 1 = total';
      statements.run(
        `UPDATE "BulkJob" SET ${state} = ${state} + 1, status = CASE WHEN ${isLast} THEN 'done' ELSE status END,
         endedAt = CASE WHEN ${isLast} THEN ? ELSE endedAt END WHERE id = ?`,
        now,
        jobId,
      );
    },
  };
}
