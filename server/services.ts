import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { demoHistory } from '@/prisma/demo-fleet/demo-fleet';
import { createChangeFeed } from './change-feed';
import { registerServices, type Services } from './context';
import { openData } from './data/open-data';
import type { Env } from './env';
import { createBulkRunner } from './runner/bulk';
import { createRunner } from './runner/runner';
import { createRateLimit } from './wire/rate-limit';

/**
 * Opens everything that the process serves from and makes it known to Next's bundles. Throws DatabaseInUseError,
 * DatabaseTooNewError or what the file system says.
 */
export async function openServices({ env, log }: { env: Env; log: Logger }): Promise<Services> {
  const clock = { now: () => Date.now() };
  const ids = { next: () => randomUUID() };
  const listeners: ((error: Error) => void)[] = [];
  const changes = createChangeFeed();
  let broken: Error | undefined;
  let closed = false;

  const data = await openData({
    databaseFile: env.databaseFile,
    now: () => clock.now(),
    newId: () => ids.next(),
    secretKey: env.auth === 'strict' ? env.secretKey : undefined,
    history: (now) => (env.seed === 'demo' ? demoHistory(now) : []),
    onCommit: ({ dueAt, worlds }) => {
      changes.tell(worlds);
      if (dueAt !== undefined) {
        runner.wakeAt(dueAt);
      }
    },
    onFatal: (error) => {
      broken = error;
      log.fatal({ err: error }, 'a commit failed');
      listeners.forEach((listener) => {
        listener(error);
      });
    },
  });
  const runner = createRunner({ data, clock, ids, log });
  runner.wake();
  const bulkRunner = createBulkRunner({ data, ids, log, executionQuota: env.quotas.executions });
  bulkRunner.wake();

  const services: Services = {
    env,
    log,
    clock,
    ids,
    data,
    changes,
    admits: createRateLimit(env.quotas.requestsPerSecond, clock),
    notReady: () => [
      ...(broken ? ['A write could not be committed, the process is about to end.'] : []),
      ...(closed ? ['The server is stopping.'] : []),
    ],
    wakeBulk: () => {
      bulkRunner.wake();
    },
    onFatal: (listener) => {
      listeners.push(listener);
    },
    async close() {
      closed = true;
      await Promise.all([runner.stop(), bulkRunner.stop()]);
      await data.close();
    },
  };
  registerServices(services);
  return services;
}
