import { describe, expect, it } from 'vitest';
import type { EventRow } from '@/contract/console';
import { flowRow } from './flow-row.fixture';
import { explainNoAnswer, explainRefusal, type Refusal } from './refusal';
import { atTime } from './time';

const now = Date.UTC(2026, 10, 24, 10, 42, 7);
const byBob = { at: now - 60_000, by: 'Bob', via: 'console' };
const then = atTime(byBob.at, now);

function refusal(changes: Partial<Refusal>): Refusal {
  const shown = flowRow({});
  return {
    action: 'stop',
    exceptionName: 'ConflictException',
    message: 'Told so.',
    shown,
    found: shown,
    ...changes,
  };
}

describe('ConflictException', () => {
  it('of a draft says that it was never started, and offers to start it', () => {
    const draft = flowRow({ flowStatus: 'Draft', standing: 'draft' });
    expect(explainRefusal(refusal({ shown: draft, found: draft }), now)).toEqual({
      fact: 'Not stopped: orders-to-s3 is a draft, it was never started. Nothing is running.',
      next: 'If it should run, start it.',
      remedies: ['start'],
    });
  });

  it('names who changed the flow after the row was shown', () => {
    const found = flowRow({ flowStatus: 'Draft', statusChange: byBob });
    expect(explainRefusal(refusal({ found }), now)).toEqual({
      fact: `Not stopped: Bob changed orders-to-s3 to Draft ${then}, after this row was shown.`,
      remedies: ['open-flow', 'try-again'],
    });
  });

  it('takes a new flow of the same name and status for a change', () => {
    const found = flowRow({ id: 'f2', statusChange: byBob });
    expect(explainRefusal(refusal({ found }), now).fact).toContain('Bob changed orders-to-s3 to Active');
  });

  it('of a deprecated flow says that nothing can be done', () => {
    const shown = flowRow({ flowStatus: 'Deprecated', standing: 'deprecated' });
    expect(explainRefusal(refusal({ action: 'start', shown, found: shown }), now).fact).toBe(
      'Not started: orders-to-s3 is deprecated, so it can be neither started nor stopped.',
    );
  });

  it('repeats the service’s words when nothing explains it', () => {
    expect(explainRefusal(refusal({}), now).fact).toBe('Not stopped: Told so.');
    expect(explainRefusal(refusal({ found: undefined, message: '' }), now).fact).toBe(
      'Not stopped: the service refused it and did not say why.',
    );
  });
});

describe('ResourceNotFoundException', () => {
  const exceptionName = 'ResourceNotFoundException';

  it('names who deleted the flow', () => {
    const found = flowRow({ standing: 'deleted', flowStatus: 'Deleted', statusChange: byBob });
    expect(explainRefusal(refusal({ exceptionName, found }), now)).toEqual({
      fact: `Not stopped: orders-to-s3 was deleted by Bob ${then}.`,
      remedies: ['remove-row', 'see-activity'],
    });
  });

  it('says that there is none', () => {
    expect(explainRefusal(refusal({ exceptionName, found: 'none' }), now)).toEqual({
      fact: 'Not stopped: there is no flow orders-to-s3 in this account and region.',
      remedies: ['remove-row'],
    });
  });

  it('says no more than it knows', () => {
    expect(explainRefusal(refusal({ exceptionName, found: undefined }), now).fact).toBe(
      'Not stopped: the service knows no flow orders-to-s3.',
    );
    expect(explainRefusal(refusal({ exceptionName }), now).fact).toContain('but there is one now');
  });
});

describe('UnsupportedOperationException', () => {
  const exceptionName = 'UnsupportedOperationException';
  const fact = 'Not stopped: orders-to-s3 runs on demand, so there is no schedule to stop.';

  it.each([
    [0, 'No run is under way.'],
    [1, '1 run is under way.'],
    [3, '3 runs are under way.'],
  ])('with %d runs', (executionsInProgress, runs) => {
    const shown = flowRow({ triggerType: 'OnDemand', standing: 'on-demand', executionsInProgress });
    const explanation = explainRefusal(refusal({ exceptionName, shown, found: undefined }), now);
    expect(explanation.fact).toBe(`${fact} ${runs}`);
    expect(explanation.remedies).toEqual(['see-runs']);
  });

  it('of another flow repeats the service’s words', () => {
    expect(explainRefusal(refusal({ exceptionName }), now).fact).toBe('Not stopped: Told so.');
  });
});

it.each([
  ['ThrottlingException', 'Not stopped: too many requests just now. Nothing was changed.'],
  ['InternalServerException', 'The stop failed inside Sluice; the flow is shown as it is now.'],
  ['AccessDeniedException', 'Not stopped: you may not stop orders-to-s3. Told so.'],
  ['ServiceQuotaExceededException', 'Not stopped: Told so.'],
])('%s', (exceptionName, fact) => expect(explainRefusal(refusal({ exceptionName }), now).fact).toBe(fact));

describe('no answer', () => {
  const event: EventRow = {
    ...byBob,
    id: 1,
    flowName: 'orders-to-s3',
    operation: 'StopFlow',
    outcome: 'changed',
    beforeStatus: 'Active',
    afterStatus: 'Suspended',
    requestId: 'r',
  };
  const flow = flowRow({});

  it('promises nothing', () => {
    expect(explainNoAnswer('stop', 'orders-to-s3', undefined, now)).toEqual({
      fact: 'The stop may or may not have happened. It is not queued.',
      remedies: ['check-state', 'try-again'],
    });
    expect(explainNoAnswer('start', 'orders-to-s3', undefined, now).next).toBe(
      'Trying again does not start it twice.',
    );
  });

  it('becomes what did happen', () => {
    const found = (changes: Partial<EventRow>) =>
      explainNoAnswer('stop', 'orders-to-s3', { checkedAt: now, flow, event: { ...event, ...changes } }, now)
        .fact;
    expect(found({})).toBe(`The stop did happen, ${then}: orders-to-s3 became Suspended.`);
    expect(found({ outcome: 'unchanged', beforeStatus: 'Suspended' })).toBe(
      `The stop arrived ${then} and had nothing to change: orders-to-s3 was Suspended already.`,
    );
    expect(found({ outcome: 'refused', errorName: 'ConflictException', errorMessage: 'Told so.' })).toBe(
      `The stop arrived ${then} and was refused: Told so.`,
    );
  });

  it('says when it had not happened', () => {
    const found = (state: typeof flow | 'none') =>
      explainNoAnswer('stop', 'orders-to-s3', { checkedAt: now, flow: state, event: undefined }, now).fact;
    expect(found(flow)).toBe(
      `The stop had not happened when this was checked ${atTime(now, now)}: orders-to-s3 is Active.`,
    );
    expect(found('none')).toContain('there is no flow orders-to-s3');
  });
});
