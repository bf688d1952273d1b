import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planExecution } from './execution-plan';

test('a run succeeds after a second, with amounts that follow from its id alone', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.nat(), fc.nat(), (executionId, now, later) => {
      const { plan, ...rest } = planExecution(executionId, now);
      expect(rest).toEqual({ executionId, endsAt: now + 1_000 });
      expect(plan.executionStatus).toBe('Successful');
      expect(plan.message).toBeUndefined();
      for (const amount of [plan.recordsProcessed, plan.bytesProcessed, plan.bytesWritten]) {
        expect(Number.isSafeInteger(amount)).toBe(true);
        expect(amount).toBeGreaterThan(0);
      }
      expect(planExecution(executionId, later).plan).toEqual(plan);
    }),
  );
});
