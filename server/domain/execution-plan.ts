import { createHash } from 'node:crypto';
import type { PlannedExecution } from './flow';

const DURATION_MS = 1_000;

/** The plan of a run that begins at `now` (epoch milliseconds): it succeeds after a second, and moves amounts that follow from its id alone. */
export function planExecution(executionId: string, now: number): PlannedExecution {
  const recordsProcessed = 1 + (createHash('sha256').update(executionId).digest().readUInt16BE() % 5_000);
  const bytesProcessed = recordsProcessed * 412;
  return {
    executionId,
    endsAt: now + DURATION_MS,
    plan: { executionStatus: 'Successful', recordsProcessed, bytesProcessed, bytesWritten: bytesProcessed },
  };
}
