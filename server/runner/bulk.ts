import { setImmediate as turn } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { BulkItem, BulkJob } from '@/contract/bulk';
import type { Ids } from '../context';
import type { Data } from '../data/data';
import { bulkCommand } from '../domain/bulk';
import { createLoop, type Loop } from './loop';

/** How many flows of a job are handled in one commit: between two of them every other request has its turn. */
const BATCH_LIMIT = 50;

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
}): Loop {
  function carryOut(job: BulkJob, { flowName, position }: BulkItem): Promise<undefined> {
    const { account, region, action, startsAgainAt, by, via, reason } = job;
    return data.submit({
      world: { account, region },
      flowName,
      command: bulkCommand(action, startsAgainAt, {
        execution: { executionId: ids.next() },
        executionQuota,
      }),
      caller: { actor: by, via, reason },
      requestId: ids.next(),
      bulkPlace: { jobId: job.id, position },
      answer: () => undefined,
    });
  }

  async function work(isStopped: () => boolean): Promise<void> {
    let jobs: BulkJob[];
    do {
      jobs = await data.bulk.running();
      for (const job of jobs) {
        const waiting = await data.bulk.itemsAfter(job.id, 0, BATCH_LIMIT, 'waiting');
        await Promise.all(waiting.map((item) => carryOut(job, item)));
        await turn();
      }
    } while (!isStopped() && jobs.length > 0);
  }

  return createLoop({
    work,
    onError: (error) => log.error({ err: error }, 'the bulk jobs could not be carried on'),
  });
}
