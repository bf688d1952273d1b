import { describe, expect, it } from 'vitest';
import { doneInWords } from './done';
import { flowRow } from './flow-row.fixture';

const active = flowRow({ flowName: 'orders' });
const suspended = flowRow({ flowName: 'orders', flowStatus: 'Suspended', standing: 'stopped-by-people' });

describe('what came of an action', () => {
  it('says what the flow is now', () => {
    expect(doneInWords('stop', active, 'Suspended')).toBe('orders: stopped, now Suspended.');
    expect(doneInWords('start', suspended, 'Active')).toBe('orders: started, now Active.');
  });

  it('says that nothing changed where the flow was so already', () => {
    expect(doneInWords('stop', suspended, 'Suspended')).toBe('orders: was stopped already, still Suspended.');
    expect(doneInWords('start', active, 'Active')).toBe('orders: was started already, still Active.');
  });

  it('tells of a run where an on-demand flow was started', () => {
    const onDemand = flowRow({ flowName: 'export', triggerType: 'OnDemand', standing: 'on-demand' });
    expect(doneInWords('start', onDemand, 'Active')).toBe('export: a run was started.');
  });

  it('names no status where the answer has none', () => {
    expect(doneInWords('stop', active, undefined)).toBe('orders: stopped.');
    expect(doneInWords('cancel', active, undefined)).toBe('orders: its runs are being canceled.');
  });
});
