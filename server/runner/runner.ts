import type { Logger } from 'pino';
import { duration } from '@/contract/duration';
import { isApiException } from '@/contract/errors';
import type { Clock, Ids } from '../context';
import type { Data } from '../data/data';
import type { Caller, DueFlow, FlowCommand } from '../domain/flow';
import { createLoop, type Loop } from './loop';

const BATCH_LIMIT = 100;
/** A timer does not know that the computer slept or that its clock was set: however late the next thing is due, it looks again after this. */
const LONGEST_DELAY_MS = 60_000;
/** What begins this much later than it was due says so. */
const LATE_MS = 60_000;

export interface Runner extends Loop {
  /** Tells that something will be due at a time (epoch milliseconds). That it no longer is need not be told. */
  wakeAt(at: number): void;
}

interface Due extends DueFlow {
  command: FlowCommand;
}

/** As people read it on every page: how late, because when it was due depends on the reader's time zone. */
function lateInWords(lateMs: number): string {
  return `${duration(lateMs)} late, as Sluice was not running when it was due`;
}

/**
 * Moves flows and their runs forward in time. A run ends when its plan says, or at once when that passed while the process was down.
 * A run begins when its flow is due: however many due times passed while the process was down, one run makes up for them. A flow that
 * was stopped until a time starts again then.
 */
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
  let timerAt = Infinity;
  let stopped = false;
  const loop = createLoop({
    work,
    onError: (error) => log.error({ err: error }, 'the runner could not do what is due'),
  });

  /** What is due next, ends before beginnings where they are due together. */
  async function nextDue(): Promise<Due[]> {
    const [executions, withNextRun, toStartAgain] = await Promise.all([
      data.executions.underWay(BATCH_LIMIT),
      data.flows.withNextRun(BATCH_LIMIT),
      data.flows.toStartAgain(BATCH_LIMIT),
    ]);
    const ends = executions.map(({ world, flowName, flowId, executionId, endsAt, plan }): Due => ({
      at: endsAt,
      world,
      flowName,
      command: { operation: 'EndExecution', id: flowId, executionId, result: plan },
    }));
    const starts = toStartAgain.map((flow): Due => ({ ...flow, command: { operation: 'StartAgain' } }));
    const beginnings = withNextRun.map((flow): Due => ({
      ...flow,
      command: { operation: 'StartExecution', execution: { executionId: ids.next() } },
    }));
    return [...ends, ...starts, ...beginnings].sort((one, other) => one.at - other.at);
  }

  /** Whether it could be done. */
  async function carryOut({ at, world, flowName, command }: Due): Promise<boolean> {
    const lateMs = command.operation === 'EndExecution' ? 0 : clock.now() - at;
    const caller: Caller = {
      actor: 'Sluice',
      via: 'runner',
      ...(lateMs > LATE_MS && { reason: lateInWords(lateMs) }),
    };
    const requestId = ids.next();
    try {
      await data.submit({ world, flowName, command, caller, requestId, answer: () => undefined });
      return true;
    } catch (error) {
      // Between the look and the command somebody stopped or deleted the flow.
      if (
        !isApiException(error) ||
        (error.name !== 'ResourceNotFoundException' && error.name !== 'ConflictException')
      ) {
        throw error;
      }
      return false;
    }
  }

  async function work(isStopped: () => boolean): Promise<void> {
    let isStuck = false;
    while (!isStopped()) {
      const next = await nextDue();
      const now = clock.now();
      const due = next.filter(({ at }) => at <= now);
      if (due.length === 0) {
        if (next[0]) {
          wakeAt(next[0].at);
        }
        return;
      }
      const done = await Promise.all(due.map(carryOut));
      if (isStuck && !done.includes(true)) {
        throw new Error('Nothing of what is due could be done.');
      }
      // What was refused is no longer due: somebody was quicker. Another look must tell something else.
      isStuck = !done.includes(true);
    }
  }

  /** The timer is only ever made to ring sooner: a look for what turns out not to be due costs less than one for each change. */
  function wakeAt(at: number): void {
    if (stopped || at >= timerAt) {
      return;
    }
    clearTimeout(timer);
    timerAt = at;
    timer = setTimeout(wake, Math.min(Math.max(at - clock.now(), 0), LONGEST_DELAY_MS));
  }

  function wake(): void {
    clearTimeout(timer);
    timerAt = Infinity;
    loop.wake();
  }

  return {
    wake,
    wakeAt,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await loop.stop();
    },
  };
}
