import { describe, expect, it } from 'vitest';
import { flowRow } from '@/components/words/flow-row.fixture';
import { timeOfDay } from '@/components/words/time';
import { startWords, stopWords } from './dialog-words';

const now = Date.UTC(2026, 10, 24, 10, 42, 7);
const min = 60_000;
const stopped = { at: now - 120 * min, by: 'Ana', via: 'console', reason: 'INC-1' };
const nextRunIfStartedAt = now + 5 * min;
const suspended = flowRow({
  flowStatus: 'Suspended',
  standing: 'stopped-by-people',
  statusChange: stopped,
  nextRunIfStartedAt,
});
const failed = flowRow({
  flowStatus: 'Suspended',
  standing: 'stopped-by-failures',
  statusChange: { at: now - 60 * min, by: 'runner', via: 'runner' },
  failedExecutionsInARow: 3,
  lastExecution: {
    executionId: 'e',
    executionStatus: 'Error',
    at: now - 61 * min,
    message: 'Token expired',
  },
});
const onDemand = flowRow({ triggerType: 'OnDemand', standing: 'on-demand' });
const draft = flowRow({ flowStatus: 'Draft', standing: 'draft' });
const deprecated = flowRow({ flowStatus: 'Deprecated', standing: 'deprecated' });
const errored = flowRow({ flowStatus: 'Errored', standing: 'errored', flowStatusMessage: 'Access revoked.' });
const deleted = flowRow({ flowStatus: 'Deleted', standing: 'deleted', statusChange: stopped });
const event = flowRow({ triggerType: 'Event' });

describe('stopping', () => {
  it('an active flow says what ends, what goes on and what is missed', () => {
    const nextRunAt = now + 4 * min;
    expect(stopWords(flowRow({ nextRunAt, executionsInProgress: 2 }), now)).toEqual({
      facts: [
        `No new runs start: the next one, due at ${timeOfDay(nextRunAt)} (in 4 min), will not happen.`,
        'Runs missed while it is stopped are not made up; an incremental flow reads on from its last successful run.',
      ],
      confirm: 'Stop flow',
      isUseful: true,
      consoleName: 'Deactivate flow',
    });
    expect(stopWords(event, now).facts).toEqual(['Events start no new runs.', 'No run is under way.']);
  });

  it('an errored flow keeps the error', () => {
    expect(stopWords(errored, now)).toMatchObject({
      notice: { text: 'Stopping it makes it Suspended; the error stays on record.' },
      confirm: 'Stop flow',
    });
  });

  it.each([
    [
      'suspended',
      suspended,
      'Already stopped by Ana 2 h ago: INC-1. Stopping it again changes only until when.',
    ],
    [
      'suspended by failures',
      failed,
      'Already suspended after 3 failed runs, 1 h ago. Stopping it again changes nothing.',
    ],
    [
      'on demand',
      onDemand,
      'orders-to-s3 runs only when someone starts it, so there is nothing to stop; AppFlow refuses this.',
    ],
    ['draft', draft, 'orders-to-s3 was never started; AppFlow refuses to stop a draft.'],
    ['deprecated', deprecated, 'orders-to-s3 is deprecated; stopping it is refused.'],
    ['deleted', deleted, 'Deleted by Ana 2 h ago: INC-1. There is nothing to stop; AppFlow refuses this.'],
  ])('a flow that is %s can still be sent', (_, flow, text) => {
    const words = stopWords(flow, now);
    expect(words).toMatchObject({ notice: { kind: 'info', text }, isUseful: false });
    expect(words.confirm).toMatch(/^Stop /);
  });
});

describe('starting', () => {
  it('warns with who stopped it, when and why', () => {
    expect(startWords(suspended, now)).toEqual({
      notice: { kind: 'warning', text: 'Stopped by Ana 2 h ago: INC-1.' },
      facts: [
        `From now on it runs on its schedule: every 5 minutes; the first run is due at ${timeOfDay(nextRunIfStartedAt)} (in 5 min).`,
        'Runs missed while it was stopped are not made up.',
      ],
      confirm: 'Start flow',
      isUseful: true,
      consoleName: 'Activate flow',
    });
  });

  it('warns with the last error', () => {
    expect(startWords(failed, now).notice?.text).toBe(
      'Suspended after 3 failed runs, 1 h ago. The last error: Token expired. It may fail again.',
    );
    expect(startWords(errored, now).notice?.text).toBe('The last error: Access revoked. It may fail again.');
  });

  it('an on-demand flow runs it once, and names a run under way', () => {
    expect(startWords(onDemand, now)).toEqual({
      facts: ['It runs once, now.'],
      confirm: 'Start run',
      isUseful: true,
      consoleName: 'Run flow',
    });
    const lastExecution = { executionId: 'e', executionStatus: 'InProgress' as const, at: now - min };
    expect(startWords({ ...onDemand, executionsInProgress: 1, lastExecution }, now).notice?.text).toBe(
      '1 run under way, the last one began 1 min ago. This starts one more.',
    );
  });

  it('a draft has nothing to warn about', () => {
    expect(startWords(draft, now)).toMatchObject({
      facts: ['From now on it runs on its schedule: every 5 minutes; it has no run to come.'],
    });
    expect(startWords(draft, now).notice).toBeUndefined();
    expect(startWords({ ...draft, triggerType: 'Event' }, now).facts).toEqual([
      'From now on it runs on events.',
    ]);
  });

  it.each([
    ['active', flowRow({}), 'orders-to-s3 is already active. Starting it again changes nothing.'],
    ['deprecated', deprecated, 'orders-to-s3 is deprecated; starting it is refused.'],
    ['deleted', deleted, 'Deleted by Ana 2 h ago: INC-1. There is nothing to start; AppFlow refuses this.'],
  ])('a flow that is %s can still be sent', (_, flow, text) => {
    const words = startWords(flow, now);
    expect(words).toMatchObject({ notice: { kind: 'info', text }, isUseful: false });
    expect(words.confirm).toMatch(/^Start /);
  });
});
