import { describe, expect, test } from 'vitest';
import { nextEventAt, type Simulation, simulateExecution } from './simulation';

const now = Date.UTC(2026, 0, 15, 12);

function courses(simulation: Simulation | undefined, count = 50, flowName = 'orders') {
  return Array.from({ length: count }, (_, executionsStarted) =>
    simulateExecution({ flowName, simulation, executionsStarted }, now),
  );
}

const failuresOf = (simulation: Simulation, count?: number) =>
  courses(simulation, count).map(({ plan }) => plan.executionStatus === 'Error');

describe('without a plan', () => {
  test('every run succeeds after a second and moves something', () => {
    for (const { endsAt, plan } of courses(undefined)) {
      expect(endsAt).toBe(now + 1_000);
      expect(plan.executionStatus).toBe('Successful');
      expect(plan.recordsProcessed).toBeGreaterThan(0);
      expect(plan.bytesWritten).toBeGreaterThan(0);
    }
  });

  test('runs differ from each other and between flows, and are the same each time', () => {
    const records = courses(undefined).map(({ plan }) => plan.recordsProcessed);
    expect(new Set(records).size).toBeGreaterThan(40);
    expect(courses(undefined)).toEqual(courses(undefined));
    expect(courses(undefined)).not.toEqual(courses(undefined, 50, 'contacts'));
  });

  test('no event begins a run', () => {
    expect(nextEventAt({ flowName: 'orders', executionsStarted: 0 }, now)).toBeUndefined();
  });
});

describe('with a plan', () => {
  test('two flows of one seed have the same runs', () => {
    const simulation = { seed: 'twin', records: 1_000, failures: { rate: 0.5 } };
    expect(courses(simulation, 50, 'contacts')).toEqual(courses(simulation, 50, 'orders'));
  });

  test('duration and records are about what it says', () => {
    for (const { endsAt, plan } of courses({ durationMs: 10_000, records: 1_000 })) {
      expect(endsAt - now).toBeGreaterThanOrEqual(7_000);
      expect(endsAt - now).toBeLessThanOrEqual(13_000);
      expect(plan.recordsProcessed).toBeGreaterThanOrEqual(700);
      expect(plan.recordsProcessed).toBeLessThanOrEqual(1_300);
    }
    expect(courses({ durationMs: 0, records: 0 }, 1)[0]).toMatchObject({
      endsAt: now,
      plan: { recordsProcessed: 0 },
    });
  });

  test('a part of the runs fails, and says what it says', () => {
    const share = failuresOf({ failures: { rate: 0.2 } }, 500).filter(Boolean).length / 500;
    expect(share).toBeGreaterThan(0.1);
    expect(share).toBeLessThan(0.3);
    expect(failuresOf({ failures: { rate: 1 } })).not.toContain(false);
    expect(failuresOf({ failures: { rate: 0 } })).not.toContain(true);
    expect(courses({ failures: { rate: 1, message: 'no' } }, 1)[0]?.plan).toEqual({
      executionStatus: 'Error',
      recordsProcessed: 0,
      bytesProcessed: 0,
      bytesWritten: 0,
      message: 'no',
    });
  });

  test('runs of certain numbers fail, to the last or for ever', () => {
    expect(failuresOf({ failures: { from: 2, to: 3 } }, 5)).toEqual([false, true, true, false, false]);
    expect(failuresOf({ failures: { from: 4 } }, 6)).toEqual([false, false, false, true, true, true]);
  });

  test('events come about as often as it says', () => {
    const at = nextEventAt(
      { flowName: 'orders', executionsStarted: 3, simulation: { eventEveryMs: 10_000 } },
      now,
    );
    expect(at).toBeGreaterThanOrEqual(now + 7_000);
    expect(at).toBeLessThanOrEqual(now + 13_000);
  });
});
