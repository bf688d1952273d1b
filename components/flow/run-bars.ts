import { numberText } from '@/components/ui/quantity';
import { tookText } from '@/components/ui/time';
import type { ExecutionRow } from '@/contract/console';

/** What the height of a bar says. */
export const barHeights = ['duration', 'records'] as const;
export type BarHeight = (typeof barHeights)[number];

export interface RunBar {
  run: ExecutionRow;
  /** From 0 to 1, the highest bar being 1. */
  height: number;
}

/** So many bars can be told apart. */
export const chartedAtMost = 60;

/** How long a run took, or has taken at `now`, in milliseconds. */
export function tookMs({ startedAt, endedAt }: ExecutionRow, now: number): number {
  return Math.max(0, (endedAt ?? now) - startedAt);
}

/** The newest 60 runs as bars, the oldest first. `top` says what the highest one stands for. */
export function runBars(runs: ExecutionRow[], barHeight: BarHeight, now: number) {
  const shown = runs.slice(0, chartedAtMost).reverse();
  const amounts = shown.map((run) =>
    barHeight === 'duration' ? tookMs(run, now) : (run.recordsProcessed ?? 0),
  );
  const highest = Math.max(...amounts, 0);
  const bars = shown.map((run, index): RunBar => {
    const amount = amounts[index] ?? 0;
    return { run, height: highest === 0 ? 0 : amount / highest };
  });
  return { bars, top: barHeight === 'duration' ? tookText(highest) : numberText(highest) };
}

/** How many of the runs ended how, in the order in which people ask: "57 successful", "2 failed". */
export function runTallies(runs: ExecutionRow[]) {
  const kinds = [
    { kind: 'Successful', words: 'successful' },
    { kind: 'Error', words: 'failed' },
    { kind: 'Canceled', words: 'canceled' },
    { kind: 'InProgress', words: 'under way' },
  ] as const;
  return kinds
    .map(({ kind, words }) => ({
      kind,
      words,
      count: runs.filter(({ executionStatus }) => barKind(executionStatus) === kind).length,
    }))
    .filter(({ count }) => count > 0);
}

/** One that is being canceled is still under way. */
export function barKind(executionStatus: ExecutionRow['executionStatus']) {
  return executionStatus === 'CancelStarted' ? 'InProgress' : executionStatus;
}
