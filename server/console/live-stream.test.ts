import { afterEach, expect, test, vi } from 'vitest';
import { LiveEvent } from '@/contract/live';
import { createChangeFeed } from '../change-feed';
import { registerServices, type Services } from '../context';
import { createFlow } from '../operations/create-flow';
import { startFlow } from '../operations/start-flow';
import { stopFlow } from '../operations/stop-flow';
import { flowRequest, openTestServices, world } from '../testing/open-test-services';
import { answerEvents } from './answer';

async function open(more: Partial<Services> = {}) {
  const services = await openTestServices();
  registerServices({ ...services, ...more });
  const ctx = services.contextOf('Ana', { caller: { actor: 'Ana', via: 'console', reason: 'INC-1' } });
  return { ...services, ctx };
}

function ask(
  search = '',
  headers: Record<string, string> = {},
  { account, region } = world,
): Promise<Response> {
  const url = `http://localhost/api/events?account=${account}&region=${region}${search}`;
  return answerEvents(new Request(url, { headers }));
}

/** Reads a stream frame by frame, as a client that takes its time. */
function readerOf(response: Response) {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  const next = async (): Promise<string | undefined> => {
    while (!text.includes('\n\n')) {
      const read = await reader?.read();
      if (!read?.value) return undefined;
      text += decoder.decode(read.value);
    }
    const frame = text.slice(0, text.indexOf('\n\n'));
    text = text.slice(frame.length + 2);
    return frame;
  };
  return {
    next,
    /** The next frame that is no heartbeat, taken apart. */
    event: async () => {
      const frame = await next();
      const lines = new Map(frame?.split('\n').map((line) => line.split(/: (.*)/s) as [string, string]));
      return {
        name: lines.get('event'),
        id: Number(lines.get('id')),
        data: JSON.parse(lines.get('data') ?? ''),
      };
    },
    cancel: () => reader?.cancel(),
  };
}

afterEach(() => {
  vi.useRealTimers();
});

test('is ready at once, then tells each row of the log after its commit, in the shape of the contract', async () => {
  const { ctx, time } = await open();
  const answer = await ask();
  expect(answer.headers.get('content-type')).toBe('text/event-stream');
  const stream = readerOf(answer);
  expect(await stream.next()).toMatch(/^retry: \d{4}\nid: 0\nevent: ready\ndata: {}$/);
  await createFlow(flowRequest('orders', 'Event'), ctx);
  await startFlow({ flowName: 'orders' }, ctx);
  await expect(stopFlow({ flowName: 'nothing' }, ctx)).rejects.toThrow();
  const [made, started, refused] = [await stream.event(), await stream.event(), await stream.event()];
  expect(LiveEvent.parse(started.data)).toEqual({
    id: started.id,
    at: time.now,
    flowName: 'orders',
    flowId: expect.any(String),
    operation: 'StartFlow',
    outcome: 'changed',
    beforeStatus: 'Draft',
    afterStatus: 'Active',
    by: 'Ana',
    reason: 'INC-1',
    requestId: ctx.requestId,
  });
  expect(made.id).toBeLessThan(started.id);
  expect(refused.data).toMatchObject({ operation: 'StopFlow', outcome: 'refused', flowName: 'nothing' });
});

test('tells nothing of another world', async () => {
  const { contextOf, ctx } = await open();
  const stream = readerOf(await ask());
  await stream.event();
  await createFlow(
    flowRequest('there', 'Event'),
    contextOf('Bob', { world: { ...world, region: 'us-east-1' } }),
  );
  await createFlow(flowRequest('here', 'Event'), ctx);
  expect((await stream.event()).data).toMatchObject({ flowName: 'here' });
});

test.each([
  ['Last-Event-ID', '&after=0', { 'last-event-id': '1' }],
  ['?after=', '&after=1', {}],
])('goes on after %s', async (_, search, headers) => {
  const { ctx } = await open();
  for (const flowName of ['first', 'second', 'third']) {
    await createFlow(flowRequest(flowName, 'Event'), ctx);
  }
  const stream = readerOf(await ask(search, headers));
  expect(await stream.event()).toMatchObject({ name: 'ready', id: 1 });
  expect(await stream.event()).toMatchObject({ name: 'change', id: 2, data: { flowName: 'second' } });
  expect(await stream.event()).toMatchObject({ name: 'change', id: 3, data: { flowName: 'third' } });
});

test('who is more than 1,000 events behind, at first or while reading slowly, is told to read anew', async () => {
  const { ctx } = await open();
  const stream = readerOf(await ask());
  await stream.event();
  await createFlow(flowRequest('orders', 'Event'), ctx);
  await Promise.all(Array.from({ length: 1_000 }, () => startFlow({ flowName: 'orders' }, ctx)));
  expect(await stream.event()).toMatchObject({ name: 'reset', id: 1_001 });
  await stopFlow({ flowName: 'orders' }, ctx);
  expect(await stream.event()).toMatchObject({ name: 'change', id: 1_002 });

  const late = readerOf(await ask('&after=1'));
  expect(await late.event()).toMatchObject({ name: 'ready', id: 1 });
  expect(await late.event()).toMatchObject({ name: 'reset', id: 1_002 });
  const lessLate = readerOf(await ask('&after=2'));
  await lessLate.event();
  expect(await lessLate.event()).toMatchObject({ name: 'change', id: 3 });
});

test('an id that this database never gave is answered with a reset', async () => {
  const { ctx } = await open();
  await createFlow(flowRequest('orders', 'Event'), ctx);
  const stream = readerOf(await ask('&after=77'));
  expect(await stream.event()).toMatchObject({ name: 'ready', id: 1 });
  expect(await stream.event()).toMatchObject({ name: 'reset', id: 1 });
});

test('a heartbeat comes every 15 seconds while nothing happens', async () => {
  await open();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  const stream = readerOf(await ask());
  await stream.next();
  for (let beats = 0; beats < 2; beats += 1) {
    const beat = stream.next();
    while (vi.getTimerCount() === 0) await new Promise(setImmediate);
    vi.advanceTimersByTime(14_999);
    expect(vi.getTimerCount()).toBe(1);
    vi.advanceTimersByTime(1);
    expect(await beat).toMatch(/^: /);
  }
});

test('a stream ends with the process, and makes room when its reader goes', async () => {
  const { changes } = await open();
  const stream = readerOf(await ask());
  const left = readerOf(await ask());
  await stream.next();
  await left.next();
  expect(changes.followers()).toBe(2);
  await left.cancel();
  expect(changes.followers()).toBe(1);
  const last = stream.next();
  changes.end();
  expect(await last).toBeUndefined();
});

test('an answer that nobody reads, as that to HEAD, takes no place', async () => {
  const { changes } = await open();
  expect((await ask()).status).toBe(200);
  expect(changes.followers()).toBe(0);
});

test('too many streams are refused with 503 and a sentence; what is no query with 400', async () => {
  await open({ changes: createChangeFeed(1) });
  const stream = readerOf(await ask());
  await stream.next();
  const refused = await ask();
  expect(refused.status).toBe(503);
  expect(refused.headers.get('retry-after')).toBe('5');
  expect((await refused.json()).message).toMatch(/^Too many streams/);
  expect((await ask('&after=-1')).status).toBe(400);
  expect((await ask('', { 'last-event-id': 'x' })).status).toBe(400);
  expect((await ask('', {}, { account: '1', region: 'Mars' })).status).toBe(400);
});
