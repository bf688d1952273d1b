import { setImmediate as turn } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { BulkItem, BulkJob } from '@/contract/bulk';
import type { Ids } from '../context';
import type { Data } from '../data/data';
import type { FlowCommand } from '../domain/flow';
import type { Runner } from './runner';

/** How many flows of a job are handled in one commit: between two of them every other request has its turn. */
const BATCH_LIMIT = 50;
/** After an error that was not foreseen it tries again. */
const RETRY_MS = 5_000;

/**
 * Carries out bulk jobs, a batch of each in turn: those that were made, and at the start those that a process before this one left.
 * A flow's place in its job is written together with its change, so each is handled once, whenever the process ends.
 */
export function createBulkRunner({
  data,
  ids,
  log,
  executionQuota,
}: {
  data: Data;
  ids: Ids;
  log: Logger;
  executionQuota?: number | undefined;
}): Runner {
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> | undefined;
  let again = false;
  let stopped = false;

  function commandOf({ action, startsAgainAt }: BulkJob): FlowCommand {
    switch (action) {
      case 'stop':
        return { operation: 'StopFlow', startsAgainAt };
      case 'start':
        return { operation: 'StartFlow', execution: { executionId: ids.next() }, executionQuota };
      case 'cancel':
        return { operation: 'CancelFlowExecutions' };
    }
  }

  function carryOut(job: BulkJob, { flowName, position }: BulkItem): Promise<undefined> {
    const { account, region, by, via, reason } = job;
    return data.submit({
      world: { account, region },
      flowName,
      command: commandOf(job),
      caller: { actor: by, via, reason },
      requestId: ids.next(),
      bulkPlace: { jobId: job.id, position },
      answer: () => undefined,
    });
  }

  async function work(): Promise<void> {
    let jobs: BulkJob[];
    do {
      again = false;
      jobs = await data.bulk.running();
      for (const job of jobs) {
        const waiting = await data.bulk.itemsAfter(job.id, 0, BATCH_LIMIT, 'waiting');
        await Promise.all(waiting.map((item) => carryOut(job, item)));
        await turn();
      }
    } while (!stopped && jobs.length > 0);
  }

  function wake(): void {
    if (stopped) {
      return;
    }
    if (working) {
      again = true;
      return;
    }
    clearTimeout(timer);
    working = work()
      .catch((error: unknown) => {
        log.error({ err: error }, 'the bulk jobs could not be carried on');
        timer = setTimeout(wake, RETRY_MS);
      })
      .finally(() => {
        working = undefined;
        // A job that was made after the last look, but before this, is not forgotten.
        if (again) {
          wake();
        }
      });
  }

  return {
    wake,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await working;
    },
  };
}
