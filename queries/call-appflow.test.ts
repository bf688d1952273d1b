import { afterEach, expect, it, vi } from 'vitest';
import { StopFlowResponse, UntagResourceResponse } from '@/contract/shapes.gen';
import { callAppFlow } from './call-appflow';

const world = { account: '111122223333', region: 'eu-west-1' };

function answering(answer: () => Response | Promise<Response>) {
  const fetch = vi.fn<(uri: string, init: RequestInit) => Promise<Response>>(async () => answer());
  vi.stubGlobal('fetch', fetch);
  return fetch;
}

function stop(reason?: string) {
  return callAppFlow('/stop-flow', { flowName: 'orders' }, StopFlowResponse, { world, actor: 'Zoë', reason });
}

afterEach(() => vi.unstubAllGlobals());

it('sends who, why and the world, and gives the parsed answer', async () => {
  const fetch = answering(() => Response.json({ flowStatus: 'Suspended' }));
  expect(await stop('INC-1: Müll \uD800')).toEqual({ flowStatus: 'Suspended' });
  const [uri, init] = fetch.mock.calls[0] ?? [];
  expect(uri).toBe('/stop-flow');
  expect(init).toMatchObject({
    method: 'POST',
    body: '{"flowName":"orders"}',
    headers: {
      'content-type': 'application/json',
      'x-sluice-account': '111122223333',
      'x-sluice-region': 'eu-west-1',
      'x-sluice-actor': 'Zo%C3%AB',
      'x-sluice-reason': 'INC-1%3A%20M%C3%BCll%20%EF%BF%BD',
    },
  });
});

it('deletes where there is nothing to send', async () => {
  const fetch = answering(() => Response.json({}));
  await callAppFlow('/tags/x?tagKeys=a', undefined, UntagResourceResponse, { world, actor: undefined });
  const [, init] = fetch.mock.calls[0] ?? [];
  expect(init).toMatchObject({ method: 'DELETE' });
  expect(init).not.toHaveProperty('body');
});

it('names the exception, its message and the request', async () => {
  answering(() =>
    Response.json(
      { message: 'Told so.' },
      {
        status: 409,
        headers: { 'x-amzn-ErrorType': 'ConflictException:http://x/', 'x-amzn-RequestId': 'r-1' },
      },
    ),
  );
  await expect(stop()).rejects.toMatchObject({
    name: 'AppFlowCallError',
    exceptionName: 'ConflictException',
    message: 'Told so.',
    status: 409,
    requestId: 'r-1',
  });
});

it('reads how long to wait', async () => {
  answering(() => new Response('busy', { status: 429, headers: { 'retry-after': '3' } }));
  await expect(stop()).rejects.toMatchObject({ exceptionName: 'HTTP 429', message: '', retryAfterMs: 3000 });
});

it.each([
  ['nobody is there', () => Promise.reject(new TypeError('Failed to fetch'))],
  ['the answer is no JSON', () => new Response('<html>')],
  ['the answer is of another kind', () => Response.json({ flowStatus: 12 })],
])('promises nothing when %s', async (_, answer) => {
  answering(answer);
  await expect(stop()).rejects.toMatchObject({ name: 'NoAnswerError' });
});
