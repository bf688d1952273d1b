import { describe, expect, test } from 'vitest';
import { standings } from '@/contract/console';
import { FlowStatus, TriggerType } from '@/contract/shapes.gen';
import { needsAttention, standingOf } from './standing';

const facts = FlowStatus.options.flatMap((flowStatus) =>
  TriggerType.options.flatMap((triggerType) =>
    [false, true].map((stoppedByFailures) => ({ flowStatus, triggerType, stoppedByFailures })),
  ),
);

describe('a standing', () => {
  test.each([
    ['Active', 'Scheduled', false, 'active'],
    ['Active', 'Event', false, 'active'],
    ['Active', 'OnDemand', false, 'on-demand'],
    ['Suspended', 'Scheduled', false, 'stopped-by-people'],
    ['Suspended', 'Event', false, 'stopped-by-people'],
    ['Suspended', 'OnDemand', false, 'stopped-by-people'],
    ['Suspended', 'Scheduled', true, 'stopped-by-failures'],
  ] as const)(
    '%s, %s, stopped by failures: %s is %s',
    (flowStatus, triggerType, stoppedByFailures, standing) => {
      expect(standingOf({ flowStatus, triggerType, stoppedByFailures })).toBe(standing);
    },
  );

  test.each(['Errored', 'Draft', 'Deprecated', 'Deleted'] as const)(
    '%s is a standing of its own, whatever the trigger',
    (flowStatus) => {
      const found = facts.filter((fact) => fact.flowStatus === flowStatus).map(standingOf);
      expect(new Set(found)).toEqual(new Set([flowStatus.toLowerCase()]));
    },
  );

  test('each can occur, and no flow is without one', () => {
    expect(new Set(facts.map(standingOf))).toEqual(new Set(standings));
  });
});

test('a person should look at what is errored, was stopped by failures, or is on after a failed run', () => {
  for (const fact of facts) {
    const standing = standingOf(fact);
    const always = standing === 'errored' || standing === 'stopped-by-failures';
    const afterFailure = standing === 'active' || standing === 'on-demand';
    expect(needsAttention({ ...fact, failedExecutionsInARow: 0 }), standing).toBe(always);
    expect(needsAttention({ ...fact, failedExecutionsInARow: 1 }), standing).toBe(always || afterFailure);
  }
});
