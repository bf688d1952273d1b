import { expect, vi } from 'vitest';
import { createRunner } from '../runner/runner';
import type { TestServices } from './open-test-services';

/** Lets a runner do what is due at the present time, and no more. */
export async function runOnce(services: TestServices): Promise<void> {
  const runner = createRunner(services);
  runner.wake();
  await vi.waitFor(
    async () => {
      const [beginning] = await services.data.flows.withNextRun(1);
      const [start] = await services.data.flows.toStartAgain(1);
      const [execution] = await services.data.executions.underWay(1);
      const next = [beginning?.at, start?.at, execution?.endsAt].filter((at) => at !== undefined);
      expect(Math.min(...next)).toBeGreaterThan(services.time.now);
    },
    { timeout: 20_000, interval: 5 },
  );
  await runner.stop();
}
