import { expect, it } from 'vitest';
import type { ExecutionRow } from '@/contract/console';
import { runBars, runTallies } from './run-bars';

function run(changes: Partial<ExecutionRow>): ExecutionRow {
  return { executionId: 'r', executionStatus: 'Successful', startedAt: 0, endedAt: 1_000, ...changes };
}

it('stands the newest sixty in a row, the oldest first', () => {
  const runs = Array.from({ length: 100 }, (_, index) => run({ startedAt: 100 - index }));
  const { bars } = runBars(runs, 'duration', 0);
  expect(bars.map((bar) => bar.run.startedAt)).toEqual(Array.from({ length: 60 }, (_, index) => 41 + index));
});

it('measures against the highest, a run under way by what it took so far', () => {
  const runs = [run({ endedAt: undefined, executionStatus: 'InProgress' }), run({ recordsProcessed: 1_500 })];
  const duration = runBars(runs, 'duration', 4_000);
  expect(duration.bars.map(({ height }) => height)).toEqual([0.25, 1]);
  expect(duration.top).toBe('4.0 s');
  const records = runBars(runs, 'records', 4_000);
  expect(records.bars.map(({ height }) => height)).toEqual([1, 0]);
  expect(records.top).toBe('1,500');
});

it('has no height where nothing was moved', () => {
  expect(runBars([run({})], 'records', 0).bars[0]?.height).toBe(0);
  expect(runBars([], 'duration', 0)).toEqual({ bars: [], top: '0.0 s' });
});

it('counts a run that is being canceled among those under way', () => {
  const runs = [run({}), run({ executionStatus: 'CancelStarted' }), run({ executionStatus: 'InProgress' })];
  expect(runTallies(runs)).toMatchObject([
    { words: 'successful', count: 1 },
    { words: 'under way', count: 2 },
  ]);
});
