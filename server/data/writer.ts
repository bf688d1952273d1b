import type Sqlite from 'better-sqlite3';
import { ApiException } from '@/contract/errors';
import { carryOut, emptyPresent, key, remember, type Outcome, type Present } from './carry-out';
import { emptyChanges, saveChanges } from './changes';
import type { Data, Submission } from './data';
import { flowRowColumns, toFlow, type FlowRow } from './flow-rows';
import { createStatements } from './statements';

const BATCH_LIMIT = 512;

export interface Writer {
  submit: Data['submit'];
  /** Resolves when all that was accepted is committed. Nothing may be submitted afterwards. */
  close(): Promise<void>;
}

interface Options {
  database: Sqlite.Database;
  now: () => number;
  /** After each commit: whether runs began in it. */
  onCommit: (commit: { executionsStarted: boolean }) => void;
  /** A commit failed: what is in memory and on disk may differ, so the process must end. */
  onFatal: (error: Error) => void;
}

interface Waiting {
  submission: Submission<unknown>;
  settle: (outcome: Outcome) => void;
}

/**
 * The one writer of the database. It takes all waiting commands and, in one transaction, loads their flows, decides in memory and
 * saves states and events; each caller gets its own answer after the commit. One at a time, so changes to a flow are ordered.
 *
 * It works on the driver itself, not through Prisma, which takes ten times as long for the same statements (docs/decisions), and in
 * one go: nothing else of this process runs while the transaction is open.
 */
export function createWriter({ database, now, onCommit, onFatal }: Options): Writer {
  const reads = prepareReads(database);
  const statements = createStatements(database);
  const queue: Waiting[] = [];
  let working: Promise<void> | undefined;
  let stopped: Error | undefined;

  const commit = database.transaction((batch: Waiting[], at: number) => {
    const present = load(reads, batch, at);
    const changes = emptyChanges();
    const outcomes = batch.map(({ submission }) => tryToCarryOut(submission, present, changes, at));
    saveChanges(statements, changes, at);
    return { outcomes, executionsStarted: changes.executions.some(({ kind }) => kind === 'started') };
  }).immediate;

  /** Commits a batch, then answers everyone in it; nobody is acknowledged when the commit fails. */
  function workOn(batch: Waiting[]): void {
    try {
      const { outcomes, executionsStarted } = commit(batch, now());
      outcomes.forEach((outcome, index) => batch[index]?.settle(outcome));
      onCommit({ executionsStarted });
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

/** A fault of one command, which is a defect of ours, is not the others'. */
function tryToCarryOut(...given: Parameters<typeof carryOut>): Outcome {
  try {
    return carryOut(...given);
  } catch (error) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }
}

function prepareReads(database: Sqlite.Database) {
  return {
    flow: database.prepare<string[], FlowRow>(
      `SELECT ${flowRowColumns.join(', ')} FROM "Flow" WHERE account = ? AND region = ? AND liveName = ?`,
    ),
    answers: database.prepare<(string | number)[], { parametersHash: string; answer: string }>(
      `SELECT parametersHash, answer FROM "ClientToken"
       WHERE account = ? AND region = ? AND operation = ? AND token = ? AND expiresAt > ?`,
    ),
  };
}

/** What the database has of the flows and client tokens of a batch. */
function load(reads: ReturnType<typeof prepareReads>, batch: Waiting[], now: number): Present {
  const present = emptyPresent();
  for (const { submission } of batch) {
    const { world, flowName, command, clientToken } = submission;
    const { account, region } = world;
    const row = reads.flow.get(account, region, flowName);
    if (row) {
      present.flows.set(key(world, flowName), toFlow(row));
    }
    if (clientToken) {
      const tokenKey = key(world, command.operation, clientToken.token);
      for (const row of reads.answers.all(account, region, command.operation, clientToken.token, now)) {
        remember(present.answers, tokenKey, row.parametersHash, row.answer);
      }
    }
  }
  return present;
}
