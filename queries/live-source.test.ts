import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { backOff, type LiveMessage, openLiveSource } from './live-source';

const world = { account: '111122223333', region: 'eu-west-1' };

/** The browser's part, which Node has none of. */
class Source extends EventTarget {
  static opened: Source[] = [];
  isClosed = false;

  constructor(readonly url: string) {
    super();
    Source.opened.push(this);
  }

  say(type: string, id: number, data: object = {}) {
    this.dispatchEvent(new MessageEvent(type, { lastEventId: String(id), data: JSON.stringify(data) }));
  }

  close() {
    this.isClosed = true;
  }
}

function open(after?: number) {
  const told: LiveMessage[] = [];
  const close = openLiveSource(world, after, (message) => told.push(message));
  return { told, close, newest: () => Source.opened.at(-1) };
}

const change = (id: number) => ({
  id,
  at: 1,
  operation: 'StopFlow',
  outcome: 'changed',
  by: 'Ana',
  requestId: 'r',
});

beforeEach(() => {
  Source.opened = [];
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', Source);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('backOff', () => {
  it('doubles up to eight seconds, and takes any part of its second half away', () => {
    expect([1, 2, 3, 4, 5, 6, 60].map((failures) => backOff(failures, 0))).toEqual([
      500, 1_000, 2_000, 4_000, 8_000, 8_000, 8_000,
    ]);
    expect(backOff(5, 1)).toBe(4_000);
  });
});

describe('openLiveSource', () => {
  it('tells what comes, each event once, and resumes after the last one', () => {
    const { told, newest } = open();
    expect(newest()?.url).toBe('/api/events?account=111122223333&region=eu-west-1');
    newest()?.say('ready', 4);
    newest()?.say('change', 5, change(5));
    newest()?.say('change', 5, change(5));
    newest()?.dispatchEvent(new Event('error'));
    expect(told).toEqual([
      { kind: 'ready', id: 4 },
      { kind: 'change', id: 5, event: change(5) },
      { kind: 'lost' },
    ]);
    vi.advanceTimersByTime(500);
    expect(newest()?.url).toContain('&after=5');
  });

  it('renews the stream before it closes the old one, and misses nothing between', () => {
    const { told, newest } = open();
    newest()?.say('ready', 4);
    vi.advanceTimersByTime(10_000);
    const [first, second] = Source.opened;
    expect(second?.url).toContain('&after=4');
    expect(first?.isClosed).toBe(false);
    first?.say('change', 5, change(5));
    second?.say('ready', 4);
    expect(first?.isClosed).toBe(true);
    second?.say('change', 5, change(5));
    expect(told.map(({ kind }) => kind)).toEqual(['ready', 'change', 'ready']);
  });

  it('says that it lost the stream when a new one is refused or does not begin, and waits longer each time', () => {
    const { told, newest } = open();
    newest()?.say('ready', 4);
    vi.advanceTimersByTime(10_000);
    newest()?.dispatchEvent(new Event('error'));
    expect(Source.opened.every(({ isClosed }) => isClosed)).toBe(true);
    vi.advanceTimersByTime(500);
    expect(Source.opened).toHaveLength(3);
    vi.advanceTimersByTime(5_000);
    expect(told.map(({ kind }) => kind)).toEqual(['ready', 'lost', 'lost']);
    expect(newest()?.isClosed).toBe(true);
  });

  it('follows a database that was put in place of the one before', () => {
    const { told, newest } = open(77);
    newest()?.say('ready', 3);
    newest()?.say('reset', 3);
    newest()?.say('change', 4, change(4));
    expect(told.map(({ kind }) => kind)).toEqual(['ready', 'reset', 'change']);
  });

  it('takes an event that it does not understand for any change', () => {
    const { told, newest } = open();
    newest()?.say('ready', 1);
    newest()?.say('change', 2, { operation: 'of a later version' });
    expect(told.at(-1)).toEqual({ kind: 'reset', id: 2 });
  });

  it('ends for good', () => {
    const { close, newest } = open();
    newest()?.say('ready', 1);
    close();
    vi.advanceTimersByTime(60_000);
    expect(Source.opened).toHaveLength(1);
    expect(newest()?.isClosed).toBe(true);
  });
});
