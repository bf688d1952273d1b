import type Sqlite from 'better-sqlite3';
import type { World } from '@/contract/console';
import { ApiException } from '@/contract/errors';
import { createCarryOut, type Outcome } from './carry-out';
import type { Submission } from './data';
import { earliest } from './earliest';

const BATCH_LIMIT = 512;

export interface Writer {
  submit<Answer>(submission: Submission<Answer>): Promise<Answer>;
  /** Resolves when all that was accepted is committed. Nothing may be submitted afterwards. */
  close(): Promise<void>;
}

/** What a commit has brought. */
export interface Committed {
  /** The earliest time (epoch milliseconds) at which something that it changed is due. */
  dueAt?: number | undefined;
  /** The worlds whose event log has grown. */
  worlds: World[];
}

interface Options {
  database: Sqlite.Database;
  now: () => number;
  onCommit: (commit: Committed) => void;
  /** A commit failed: what is in memory and on disk may differ, so the process must end. */
  onFatal: (error: Error) => void;
}

interface Waiting {
  submission: Submission<unknown>;
  settle: (outcome: Outcome) => void;
}

/**
 * The one writer of the database. It takes all waiting commands and carries them out one after the other in one transaction, so
 * changes are ordered and each decides on what those before it left; each caller gets its own answer after the commit.
 *
 * It works on the driver itself, not through Prisma, which takes ten times as long for the same statements (docs/decisions), and in
 * one go: nothing else of this process runs while the transaction is open.
 */
export function createWriter({ database, now, onCommit, onFatal }: Options): Writer {
  const carryOut = createCarryOut(database);
  const queue: Waiting[] = [];
  let working: Promise<void> | undefined;
  let stopped: Error | undefined;

  const commit = database.transaction((batch: Waiting[], at: number) =>
    batch.map(({ submission }) => carryOut(submission, at)),
  ).immediate;

  /** Commits a batch, then answers everyone in it; nobody is acknowledged when the commit fails. */
  function workOn(batch: Waiting[]): void {
    try {
      const done = commit(batch, now());
      done.forEach(({ outcome }, index) => batch[index]?.settle(outcome));
      onCommit({
        dueAt: earliest(done.map(({ dueAt }) => dueAt)),
        worlds: batch.map(({ submission }) => submission.world),
      });
    } catch (error) {
      stopped = error instanceof Error ? error : new Error(String(error));
      for (const { settle } of [...batch, ...queue.splice(0)]) {
        settle({ error: notCommitted() });
      }
      onFatal(stopped);
    }
  }

  /** Each batch starts after a turn of the event loop, so that requests that arrived together are committed together. */
  async function work(): Promise<void> {
    while (queue.length > 0) {
      await new Promise<void>((next) => setImmediate(next));
      workOn(queue.splice(0, BATCH_LIMIT));
    }
    working = undefined;
  }

  return {
    submit<Answer>(submission: Submission<Answer>): Promise<Answer> {
      if (stopped) {
        return Promise.reject(notCommitted());
      }
      return new Promise<Answer>((resolve, reject) => {
        queue.push({
          submission,
          settle: (outcome) =>
            'error' in outcome ? reject(outcome.error) : resolve(outcome.answer as Answer),
        });
        working ??= work();
      });
    },
    async close() {
      await working;
      stopped ??= new Error('The writer is closed.');
    },
  };
}

function notCommitted(): ApiException {
  return new ApiException(
    'InternalServerException',
    'The request could not be completed because of an internal failure.',
  );
}
