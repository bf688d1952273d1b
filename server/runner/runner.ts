import type { Logger } from 'pino';
import { isApiException } from '@/contract/errors';
import type { Clock, Ids } from '../context';
import type { Data } from '../data/data';

const BATCH_LIMIT = 100;
/** After an error that was not foreseen it tries again. */
const RETRY_MS = 5_000;
/** Node's timers take no longer delay; a run that ends later is looked at again then. */
const LONGEST_DELAY_MS = 2_147_483_647;

export interface Runner {
  /** Looks for the next run to end: at the start, and whenever runs began. */
  wake(): void;
  /** Ends nothing from now on; resolves when what it was doing is done. */
  stop(): Promise<void>;
}

/** Moves runs under way forward in time: each ends when its plan says, or at once when that passed while the process was down. */
export function createRunner({
  data,
  clock,
  ids,
  log,
}: {
  data: Data;
  clock: Clock;
  ids: Ids;
  log: Logger;
}): Runner {
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> | undefined;
  let again = false;
  let stopped = false;

  async function work(): Promise<void> {
    do {
      again = false;
      const runs = await data.executions.inProgress(BATCH_LIMIT);
      const due = runs.filter(({ endsAt }) => endsAt <= clock.now());
      await Promise.all(
        due.map(({ world, flowName, flowId, executionId, plan }) =>
          data
            .submit({
              world,
              flowName,
              command: { operation: 'EndExecution', id: flowId, executionId, result: plan },
              caller: { actor: 'Sluice', via: 'runner' },
              requestId: ids.next(),
              answer: () => undefined,
            })
            .catch((error: unknown) => {
              // The flow was deleted meanwhile, and its runs were canceled with it.
              if (!(isApiException(error) && error.name === 'ResourceNotFoundException')) {
                throw error;
              }
            }),
        ),
      );
      const next = runs.find(({ endsAt }) => endsAt > clock.now());
      if (due.length === BATCH_LIMIT) {
        again = true;
      } else if (next) {
        clearTimeout(timer);
        timer = setTimeout(wake, Math.min(next.endsAt - clock.now(), LONGEST_DELAY_MS));
      }
    } while (again && !stopped);
  }

  function wake(): void {
    if (stopped) {
      return;
    }
    if (working) {
      again = true;
      return;
    }
    working = work()
      .catch((error: unknown) => {
        log.error({ err: error }, 'the runner could not end runs');
        timer = setTimeout(wake, RETRY_MS);
      })
      .finally(() => {
        working = undefined;
        // A wake-up that came after the last look, but before this, is not lost.
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
