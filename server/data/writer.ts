import type { World } from '@/contract/console';
import { ApiException } from '@/contract/errors';
import type { Prisma, PrismaClient } from '@/generated/prisma/client';
import { carryOut, emptyPresent, key, remember, type Outcome, type Present } from './carry-out';
import { changeStatements, emptyChanges } from './changes';
import type { Data, Submission } from './data';
import { toFlow } from './flow-rows';

const BATCH_LIMIT = 512;

export interface Writer {
  submit: Data['submit'];
  /** Resolves when all that was accepted is committed. Nothing may be submitted afterwards. */
  close(): Promise<void>;
}

interface Options {
  client: PrismaClient;
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
 * The one writer of the database. It takes all waiting commands, loads their flows, decides in memory and saves states and
 * events in one transaction; each caller gets its own answer after the commit. One at a time, so changes to a flow are ordered.
 */
export function createWriter({ client, now, onCommit, onFatal }: Options): Writer {
  const queue: Waiting[] = [];
  let working: Promise<void> | undefined;
  let stopped: Error | undefined;

  async function work(): Promise<void> {
    while (queue.length > 0) {
      const batch = queue.splice(0, BATCH_LIMIT);
      try {
        const commit = await commitBatch(client, batch, now());
        onCommit(commit);
      } catch (error) {
        stopped = error instanceof Error ? error : new Error(String(error));
        for (const { settle } of [...batch, ...queue.splice(0)]) {
          settle({ error: notCommitted() });
        }
        onFatal(stopped);
      }
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
          settle: (outcome) => ('error' in outcome ? reject(outcome.error) : resolve(outcome.answer as Answer)),
        });
        // Starts after this turn of the event loop, so that requests that arrived together are committed together.
        working ??= new Promise<void>((next) => setImmediate(next)).then(work);
      });
    },
    async close() {
      await working;
      stopped ??= new Error('The writer is closed.');
    },
  };
}

function notCommitted(): ApiException {
  return new ApiException('InternalServerException', 'The request could not be completed because of an internal failure.');
}

/** Decides and commits a batch, then answers everyone in it. Throws, with nobody answered, when the commit fails. */
async function commitBatch(
  client: PrismaClient,
  batch: Waiting[],
  now: number,
): Promise<{ executionsStarted: boolean }> {
  const present = await load(client, batch, now);
  const changes = emptyChanges();
  const outcomes = batch.map(({ submission }) => tryToCarryOut(submission, present, changes, now));
  await client.$transaction(changeStatements(client, changes, now));
  batch.forEach(({ settle }, index) => {
    const outcome = outcomes[index];
    if (outcome) {
      settle(outcome);
    }
  });
  return { executionsStarted: changes.executions.some(({ kind }) => kind === 'started') };
}

/** A fault of one command, which is a defect of ours, is not the others'. */
function tryToCarryOut(...given: Parameters<typeof carryOut>): Outcome {
  try {
    return carryOut(...given);
  } catch (error) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }
}

async function load(client: PrismaClient, batch: Waiting[], now: number): Promise<Present> {
  const namesByWorld = new Map<string, World & { names: Set<string> }>();
  const tokens: Prisma.ClientTokenWhereInput[] = [];
  for (const { submission } of batch) {
    const { world, flowName, command, clientToken } = submission;
    const worldKey = key(world);
    const inWorld = namesByWorld.get(worldKey) ?? { ...world, names: new Set<string>() };
    namesByWorld.set(worldKey, inWorld);
    inWorld.names.add(flowName);
    if (clientToken) {
      tokens.push({ ...world, operation: command.operation, token: clientToken.token });
    }
  }
  const rows = await client.flow.findMany({
    where: {
      OR: [...namesByWorld.values()].map(({ account, region, names }) => ({
        account,
        region,
        liveName: { in: [...names] },
      })),
    },
    omit: { definition: true },
  });
  const tokenRows =
    tokens.length === 0
      ? []
      : await client.clientToken.findMany({ where: { OR: tokens, expiresAt: { gt: new Date(now) } } });
  const present = emptyPresent();
  for (const row of rows) {
    present.flows.set(key(row, row.flowName), toFlow(row));
  }
  for (const row of tokenRows) {
    remember(present.answers, key(row, row.operation, row.token), row.parametersHash, row.answer);
  }
  return present;
}

