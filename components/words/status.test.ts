import { describe, expect, it } from 'vitest';
import {
  failingInWords,
  failuresInWords,
  kindOf,
  lastRunTimeInWords,
  runsUnderWay,
  statusChangeInWords,
  whoInWords,
  whyInParts,
  whyInWords,
} from './status';
import { flowRow } from './flow-row.fixture';

const now = Date.UTC(2026, 10, 24, 10, 42, 7);
const min = 60_000;
const statusChange = { at: now - 120 * min, by: 'Ana', via: 'console', reason: 'INC-1' };

it('statusChangeInWords says who, when and why, and until when in the reader’s time zone', () => {
  const startsAgainAt = now + 120 * min;
  const stopped = flowRow({ standing: 'stopped-by-people', statusChange, startsAgainAt });
  expect(statusChangeInWords(stopped, now, 'UTC')).toEqual([
    'Stopped until 12:42 by Ana',
    '2 h ago',
    ': INC-1',
  ]);
  const started = flowRow({
    standing: 'active',
    statusChange: { ...statusChange, via: 'aws-cli', reason: undefined },
  });
  expect(statusChangeInWords(started, now)).toEqual(['Started by Ana via aws-cli', '2 h ago', '']);
});

describe('whyInWords', () => {
  it('says who stopped a flow, when and why', () => {
    const stopped = flowRow({ flowStatus: 'Suspended', standing: 'stopped-by-people', statusChange });
    expect(whyInWords(stopped, now)).toBe('Stopped by Ana 2 h ago: INC-1');
    const silent = { ...stopped, statusChange: { ...statusChange, reason: undefined } };
    expect(whyInWords(silent, now)).toBe('Stopped by Ana 2 h ago');
    const byProgram = {
      ...silent,
      statusChange: { ...silent.statusChange, by: '999999999999', via: 'aws-cli' },
    };
    expect(whyInWords(byProgram, now)).toBe('Stopped by 999999999999 via aws-cli 2 h ago');
  });

  it('does not say that whoever imported a stopped flow has stopped it', () => {
    const imported = flowRow({
      standing: 'stopped-by-people',
      statusChange: { ...statusChange, via: 'import', reason: 'Imported from flows.json' },
    });
    expect(whyInWords(imported, now)).toBe('Was stopped when Ana imported it 2 h ago');
    expect(whyInWords({ ...imported, flowStatusMessage: 'Too many failures' }, now)).toBe(
      'Was stopped when Ana imported it 2 h ago: Too many failures',
    );
  });

  it('says how many failed runs stopped a flow', () => {
    const failed = flowRow({ standing: 'stopped-by-failures', failedExecutionsInARow: 3 });
    expect(whyInWords(failed, now)).toBe('3 failed runs');
    expect(whyInWords({ ...failed, failedExecutionsInARow: 0, flowStatusMessage: 'Too many' }, now)).toBe(
      'Too many',
    );
  });

  it('ends with the error of the last run', () => {
    const lastExecution = {
      executionId: 'e',
      executionStatus: 'Error',
      at: now,
      message: 'No table.',
    } as const;
    const failed = flowRow({ standing: 'stopped-by-failures', failedExecutionsInARow: 3, lastExecution });
    expect(whyInWords(failed, now)).toBe('3 failed runs: No table.');
    const failing = { ...failed, standing: 'active', needsAttention: true } as const;
    expect(whyInWords({ ...failing, flowErrorDeactivationThreshold: 5 }, now)).toBe(
      '3 of 5 failures: No table.',
    );
    expect(whyInWords({ ...failing, failedExecutionsInARow: 1 }, now)).toBe('The last run failed: No table.');
    const goesOn = { ...lastExecution, executionStatus: 'InProgress' } as const;
    expect(whyInWords({ ...failing, lastExecution: goesOn, executionsInProgress: 1 }, now)).toBe(
      '3 failures in a row',
    );
  });

  it('keeps the service’s own words where it has some', () => {
    expect(whyInWords(flowRow({ standing: 'errored', flowStatusMessage: 'Token expired' }), now)).toBe(
      'Token expired',
    );
    expect(whyInWords(flowRow({ standing: 'deprecated' }), now)).toBeUndefined();
  });

  it('tells drafts, deleted flows and runs under way', () => {
    expect(whyInWords(flowRow({ standing: 'draft' }), now)).toBe('Never started');
    expect(whyInWords(flowRow({ standing: 'deleted', statusChange }), now)).toBe(
      'Deleted by Ana 2 h ago: INC-1',
    );
    expect(whyInWords(flowRow({ standing: 'on-demand', executionsInProgress: 2 }), now)).toBe(
      '2 runs under way',
    );
    expect(whyInWords(flowRow({}), now)).toBeUndefined();
  });
});

it('kindOf warns of a flow that is active while its runs fail', () => {
  expect(kindOf(flowRow({}))).toBe('success');
  expect(kindOf(flowRow({ needsAttention: true }))).toBe('warning');
  expect(kindOf(flowRow({ standing: 'errored', needsAttention: true }))).toBe('error');
});

it.each([
  [{ by: 'Ana', via: 'console' }, 'Ana'],
  [{ by: 'Sluice', via: 'runner' }, 'Sluice'],
  [{ by: 'data-pipeline', via: 'aws-cli' }, 'data-pipeline via aws-cli'],
])('whoInWords of %j is %s', (deed, words) => expect(whoInWords(deed)).toBe(words));

describe('whyInParts', () => {
  it('has the reason first, then who and when, then until when', () => {
    const stopped = flowRow({ flowStatus: 'Suspended', standing: 'stopped-by-people', statusChange });
    expect(whyInParts(stopped, now)).toEqual({ what: 'INC-1', who: 'Ana, 2 h ago' });
    expect(whyInParts({ ...stopped, startsAgainAt: now + 30 * min }, now).until).toMatch(/^until \d\d:\d\d$/);
  });

  it('is one part where nobody did it', () => {
    const failed = flowRow({ standing: 'stopped-by-failures', failedExecutionsInARow: 3 });
    expect(whyInParts(failed, now)).toEqual({ what: '3 failed runs' });
    expect(whyInParts({ ...failed, startsAgainAt: now + 30 * min }, now).until).toMatch(/^until \d\d:\d\d$/);
  });
});

it('runsUnderWay counts', () => {
  expect(runsUnderWay({ executionsInProgress: 0 })).toBeUndefined();
  expect(runsUnderWay({ executionsInProgress: 1 })).toBe('1 run under way');
});

it('lastRunTimeInWords tells a run under way from one that ended', () => {
  const run = { executionId: 'e', at: now - 5 * min };
  expect(lastRunTimeInWords({ ...run, executionStatus: 'Successful' }, now)).toBe('5 min ago');
  expect(lastRunTimeInWords({ ...run, executionStatus: 'InProgress' }, now)).toBe('for 5 min');
});

it('failuresInWords counts towards the threshold', () => {
  expect(failuresInWords(flowRow({}))).toBeUndefined();
  expect(failuresInWords(flowRow({ failedExecutionsInARow: 2, flowErrorDeactivationThreshold: 3 }))).toBe(
    '2 of 3 failures',
  );
  expect(failuresInWords(flowRow({ failedExecutionsInARow: 4 }))).toBe('4 failures in a row');
  expect(failuresInWords(flowRow({ failedExecutionsInARow: 1 }))).toBeUndefined();
});

it('failingInWords does not say of a canceled run that it failed', () => {
  const run = { executionId: 'e', at: now, executionStatus: 'Error' } as const;
  const failing = flowRow({ failedExecutionsInARow: 1, lastExecution: run });
  expect(failingInWords(failing)).toBe('The last run failed');
  expect(failingInWords({ ...failing, lastExecution: { ...run, executionStatus: 'Canceled' } })).toBe(
    '1 run failed, and none was successful since',
  );
  expect(failingInWords({ ...failing, failedExecutionsInARow: 2 })).toBe('2 failures in a row');
});
