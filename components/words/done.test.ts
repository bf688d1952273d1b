import { describe, expect, it } from 'vitest';
import { doneInWords } from './done';
import { flowRow } from './flow-row.fixture';

const now = Date.UTC(2026, 10, 24, 10, 42);
const active = flowRow({ flowName: 'orders' });
const suspended = flowRow({ flowName: 'orders', flowStatus: 'Suspended', standing: 'stopped-by-people' });
const later = now + 3_600_000;

describe('what came of an action', () => {
  it('says what the flow is now', () => {
    expect(doneInWords({ action: 'stop', shown: active }, 'Suspended', now)).toBe(
      'orders: stopped, now Suspended.',
    );
    expect(doneInWords({ action: 'start', shown: suspended }, 'Active', now)).toBe(
      'orders: started, now Active.',
    );
  });

  it('says that nothing changed where the flow was so already', () => {
    expect(doneInWords({ action: 'stop', shown: suspended }, 'Suspended', now)).toBe(
      'orders: was stopped already, still Suspended.',
    );
    expect(doneInWords({ action: 'start', shown: active }, 'Active', now)).toBe(
      'orders: was started already, still Active.',
    );
  });

  it('says until when a flow stays stopped where that alone changed', () => {
    const stop = { action: 'stop', shown: suspended } as const;
    expect(doneInWords({ ...stop, until: later }, 'Suspended', now)).toMatch(
      /^orders: stays stopped until \d\d:\d\d\.$/,
    );
    const startsAgain = { ...suspended, startsAgainAt: later };
    expect(doneInWords({ ...stop, shown: startsAgain }, 'Suspended', now)).toBe(
      'orders: stays stopped, and no longer starts again by itself.',
    );
    expect(doneInWords({ ...stop, shown: startsAgain, until: later }, 'Suspended', now)).toBe(
      'orders: was stopped already, still Suspended.',
    );
  });

  it('tells of a run where an on-demand flow was started', () => {
    const onDemand = flowRow({ flowName: 'export', triggerType: 'OnDemand', standing: 'on-demand' });
    expect(doneInWords({ action: 'start', shown: onDemand }, 'Active', now)).toBe(
      'export: a run was started.',
    );
  });

  it('names no status where the answer has none', () => {
    expect(doneInWords({ action: 'stop', shown: active }, undefined, now)).toBe('orders: stopped.');
    expect(doneInWords({ action: 'cancel', shown: active }, undefined, now)).toBe(
      'orders: its runs are being canceled.',
    );
  });
});
