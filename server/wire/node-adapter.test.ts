import { request as httpRequest } from 'node:http';
import { expect, test } from 'vitest';
import { createFlow } from '../operations/create-flow';
import { startFlow } from '../operations/start-flow';
import { flowRequest, openTestServices, world } from '../testing/open-test-services';
import { exceptionOf, serve } from '../testing/serve';
import { createRateLimit } from './rate-limit';

const json = { 'content-type': 'application/json' };
const here = { ...json, 'x-sluice-account': world.account, 'x-sluice-region': world.region };

test('an operation answers with its output, a request id and no cache', async () => {
  const services = await openTestServices();
  const { send } = await serve(services);
  await createFlow(flowRequest('export', 'OnDemand'), services.contextOf('Ana'));
  const answer = await send('POST', '/describe-flow', here, '{"flowName":"export"}');
  expect(answer).toMatchObject({ status: 200, headers: { 'cache-control': 'no-store' } });
  expect(JSON.parse(answer.body)).toMatchObject({ flowName: 'export', flowStatus: 'Active' });
});

test('our own page stops a flow until a time, under an id of its own; from anybody else that is not heard', async () => {
  const services = await openTestServices();
  const ctx = services.contextOf('Ana');
  const { send } = await serve(services);
  const until = services.time.now + 3_600_000;
  const attempt = '0f8fad5b-d9cb-469f-a165-70867728950e';
  const page = {
    'sec-fetch-site': 'same-origin',
    'x-sluice-until': String(until),
    'x-sluice-attempt': attempt,
  };
  const stop = async (headers: Record<string, string>) => {
    await startFlow({ flowName: 'orders' }, ctx);
    const answer = await send('POST', '/stop-flow', { ...here, ...headers }, '{"flowName":"orders"}');
    return { answer, flow: (await services.data.flows.find(world, 'orders'))?.flow };
  };
  await createFlow(flowRequest('orders', 'Event'), ctx);
  const asked = await stop(page);
  expect(asked.answer.headers['x-amzn-requestid']).toBe(attempt);
  expect(asked.flow).toMatchObject({ flowStatus: 'Suspended', startsAgainAt: until });
  const elsewhere = await stop({ 'x-sluice-until': String(until), 'x-sluice-attempt': attempt });
  expect(elsewhere.answer.headers['x-amzn-requestid']).not.toBe(attempt);
  expect(elsewhere.flow).toMatchObject({ flowStatus: 'Suspended', startsAgainAt: undefined });
  for (const nonsense of ['yesterday', String(services.time.now), '9'.repeat(15), '-5']) {
    const { answer, flow } = await stop({ ...page, 'x-sluice-until': nonsense });
    expect(exceptionOf(answer)).toBe('ValidationException');
    expect(flow).toMatchObject({ flowStatus: 'Active' });
  }
});

test('an account that asks more often than the limit allows gets ThrottlingException, and the flow stays as it was', async () => {
  const services = await openTestServices();
  await createFlow(flowRequest('orders', 'Event'), services.contextOf('Ana'));
  const { send } = await serve({ ...services, admits: createRateLimit(1, services.clock) });
  expect(await send('POST', '/list-flows', here, '{}')).toMatchObject({ status: 200 });
  const answer = await send('POST', '/start-flow', here, '{"flowName":"orders"}');
  expect(answer.status).toBe(429);
  expect(exceptionOf(answer)).toBe('ThrottlingException');
  expect((await services.data.flows.find(world, 'orders'))?.flow.flowStatus).toBe('Draft');
  services.time.now += 1_000;
  expect(await send('POST', '/start-flow', here, '{"flowName":"orders"}')).toMatchObject({ status: 200 });
});

const hostile: [what: string, body: string | Buffer, status: number, exception: string][] = [
  ['text', 'stop it', 400, 'SerializationException'],
  ['half of an object', '{"flowName":', 400, 'SerializationException'],
  ['bytes that are not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]), 400, 'SerializationException'],
  ['an array', '[]', 400, 'SerializationException'],
  ['null', 'null', 400, 'SerializationException'],
  ['a string', '"orders"', 400, 'SerializationException'],
  ['100,000 brackets', '['.repeat(100_000), 400, 'SerializationException'],
  ['100,000 nested arrays', '['.repeat(100_000) + ']'.repeat(100_000), 400, 'SerializationException'],
  [
    '100,000 nested arrays as a name',
    `{"flowName":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
    400,
    'SerializationException',
  ],
  ['a number as a name', '{"flowName":12}', 400, 'SerializationException'],
  ['no name', '{}', 400, 'ValidationException'],
  ['a null name', '{"flowName":null}', 400, 'ValidationException'],
  ['an empty name', '{"flowName":""}', 400, 'ValidationException'],
  ['a name of one character', '{"flowName":"a"}', 400, 'ValidationException'],
  ['a name of 257 characters', JSON.stringify({ flowName: 'a'.repeat(257) }), 400, 'ValidationException'],
  [
    'a name of a million characters',
    JSON.stringify({ flowName: 'a'.repeat(1_000_000) }),
    400,
    'ValidationException',
  ],
  ['a name with a space', '{"flowName":"two words"}', 400, 'ValidationException'],
  ['a name that ends in a newline', '{"flowName":"orders\\n"}', 400, 'ValidationException'],
  ['a name with NUL', '{"flowName":"or\\u0000ders"}', 400, 'ValidationException'],
  ['a path as a name', '{"flowName":"../etc/passwd"}', 400, 'ValidationException'],
  [
    'members of the prototype',
    '{"__proto__":{"flowName":"orders"},"constructor":1}',
    400,
    'ValidationException',
  ],
  ['a name nobody has', '{"flowName":"nothing"}', 404, 'ResourceNotFoundException'],
  ['unknown members beside it', '{"flowName":"nothing","a":[[[]]]}', 404, 'ResourceNotFoundException'],
  ['12 MB', Buffer.alloc(12 * 1_048_576, 'a'), 413, 'RequestEntityTooLargeException'],
];

test.each(hostile)('bad input gets a clear refusal: %s', async (_what, body, status, exception) => {
  const { send } = await serve(await openTestServices());
  const answer = await send('POST', '/stop-flow', here, body);
  expect(answer.status).toBe(status);
  expect(exceptionOf(answer)).toBe(exception);
  expect((await send('GET', '/healthz')).status).toBe(200);
});

test('a constraint that is broken is told in the words of AWS', async () => {
  const { send } = await serve(await openTestServices());
  const answer = await send('POST', '/stop-flow', here, '{"flowName":"two words"}');
  expect(JSON.parse(answer.body)).toEqual({
    message:
      "1 validation error detected: Value 'two words' at 'flowName' failed to satisfy constraint: " +
      'Member must satisfy regular expression pattern: [a-zA-Z0-9][\\w!@#.-]+',
  });
});

test.each([['text/plain'], ['application/x-www-form-urlencoded'], ['application/xml; charset=utf-8']])(
  'UnsupportedMediaTypeException: a body that is %s',
  async (type) => {
    const { send } = await serve(await openTestServices());
    const answer = await send('POST', '/stop-flow', { 'content-type': type }, '{"flowName":"orders"}');
    expect(answer.status).toBe(415);
    expect(exceptionOf(answer)).toBe('UnsupportedMediaTypeException');
  },
);

test('a Content-Type with parameters and any case is JSON', async () => {
  const { send } = await serve(await openTestServices());
  for (const type of [
    'Application/JSON; charset=utf-8',
    'application/json;a=b;c="d;e"',
    ' application/json ;',
  ]) {
    expect((await send('POST', '/list-flows', { 'content-type': type }, '{}')).status).toBe(200);
  }
});

test('an absent body is an empty object', async () => {
  const { send } = await serve(await openTestServices());
  expect((await send('POST', '/list-flows')).status).toBe(200);
});

test.each([
  ['POST', '/nothing'],
  ['POST', '/'],
  ['POST', '/stop-flow/'],
  ['POST', '/STOP-FLOW'],
  ['POST', '/stop%2Dflow'],
  ['POST', '/describe-flows'],
  ['GET', '/stop-flow'],
  ['DELETE', '/stop-flow'],
  ['PUT', '/flows'],
])('UnknownOperationException: %s %s', async (method, path) => {
  const { send } = await serve(await openTestServices());
  const answer = await send(method, path, json);
  expect(answer.status).toBe(404);
  expect(exceptionOf(answer)).toBe('UnknownOperationException');
});

test('what is signed is never answered by a page, what a browser reads is', async () => {
  const { send } = await serve(await openTestServices());
  const signed = { authorization: 'AWS4-HMAC-SHA256 Credential=x/20260101/us-east-1/appflow/aws4_request' };
  expect(exceptionOf(await send('GET', '/flows', signed))).toBe('UnknownOperationException');
  expect((await send('GET', '/flows')).body).toBe('a page');
});

test('a credential scope is the world: its region, and an account where the key is 12 digits', async () => {
  const services = await openTestServices();
  const { send } = await serve(services);
  await createFlow(flowRequest('export', 'OnDemand'), services.contextOf('Ana'));
  const signedBy = (key: string, region: string) => ({
    ...json,
    // The headers that say the world count only without credentials.
    'x-sluice-account': world.account,
    authorization: `AWS4-HMAC-SHA256 Credential=${key}/20260101/${region}/appflow/aws4_request, SignedHeaders=host, Signature=0`,
  });
  const stop = (headers: Record<string, string>) =>
    send('POST', '/stop-flow', headers, '{"flowName":"export"}');
  expect((await stop(signedBy(world.account, world.region))).status).toBe(400);
  expect((await stop(signedBy(world.account, 'us-east-1'))).status).toBe(404);
  expect((await stop(signedBy('AKIAEXAMPLE', world.region))).status).toBe(404);
  expect(exceptionOf(await stop({ ...json, authorization: 'AWS4-HMAC-SHA256 nonsense' }))).toBe(
    'IncompleteSignatureException',
  );
});

test('the actor is believed from our own page only; a reason may come from anywhere', async () => {
  const services = await openTestServices();
  const { send } = await serve(services);
  await createFlow(flowRequest('export', 'OnDemand'), services.contextOf('Ana'));
  const words = {
    'x-sluice-actor': 'Zo%C3%AB',
    'x-sluice-reason': 'INC-1%0A%E2%9C%93',
    'user-agent': 'curl/8.5',
  };
  await send(
    'POST',
    '/stop-flow',
    { ...here, ...words, 'sec-fetch-site': 'same-origin' },
    '{"flowName":"export"}',
  );
  await send('POST', '/stop-flow', { ...here, ...words }, '{"flowName":"export"}');
  expect(await services.data.events.ofFlow(world, 'export', 2)).toMatchObject([
    { by: 'anonymous', via: 'curl', reason: 'INC-1 ✓' },
    { by: 'Zoë', via: 'console', reason: 'INC-1 ✓' },
  ]);
});

test.each([['evil.example'], ['127.0.0.1.evil.example:3000'], ['localhost.evil.example']])(
  'a Host that is not ours is refused, on every path: %s',
  async (host) => {
    const { send } = await serve(await openTestServices());
    for (const [method, path] of [
      ['POST', '/stop-flow'],
      ['GET', '/flows'],
      ['GET', '/healthz'],
    ] as const) {
      const answer = await send(method, path, { ...json, host });
      expect(answer.status).toBe(403);
      expect(exceptionOf(answer)).toBe('AccessDeniedException');
    }
  },
);

test.each([['localhost:3000'], ['127.0.0.1:9'], ['[::1]:3000'], ['sluice.test'], ['SLUICE.TEST:80']])(
  'a Host that is ours or allowed by name is answered: %s',
  async (host) => {
    const { send } = await serve(await openTestServices());
    expect((await send('POST', '/list-flows', { ...json, host }, '{}')).status).toBe(200);
  },
);

test.each([
  ['another origin', { origin: 'https://evil.example' }],
  ['another port', { origin: 'http://127.0.0.1:1' }],
  ['no origin at all (sandboxed)', { origin: 'null' }],
  ['another site, as the browser says', { 'sec-fetch-site': 'cross-site' }],
  ['a sibling site, as the browser says', { 'sec-fetch-site': 'same-site' }],
])('a change that a browser sends from elsewhere is refused: %s', async (_what, headers) => {
  const services = await openTestServices();
  const { send } = await serve(services);
  await createFlow(flowRequest('export', 'OnDemand'), services.contextOf('Ana'));
  const answer = await send('POST', '/start-flow', { ...here, ...headers }, '{"flowName":"export"}');
  expect(answer.status).toBe(403);
  expect(exceptionOf(answer)).toBe('AccessDeniedException');
  expect(await services.data.executions.underWay(1)).toEqual([]);
});

test('a change from our own page is answered', async () => {
  const { send, port } = await serve(await openTestServices());
  const host = `127.0.0.1:${port}`;
  const ours = { host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' };
  const answer = await send('POST', '/list-flows', { ...here, ...ours }, '{}');
  expect(answer.status).toBe(200);
});

test('InternalServerException: what was not foreseen is a bare 500', async () => {
  const services = await openTestServices();
  const { send } = await serve({
    ...services,
    data: {
      ...services.data,
      submit: () => {
        throw new Error('secret/path/of/the/server');
      },
    },
  });
  const answer = await send('POST', '/stop-flow', here, '{"flowName":"orders"}');
  expect(answer.status).toBe(500);
  expect(exceptionOf(answer)).toBe('InternalServerException');
  expect(answer.body).not.toContain('secret');
});

test('readiness tells what is missing; once draining, new requests are refused', async () => {
  const services = await openTestServices();
  const { send, drain } = await serve(services);
  expect(await send('GET', '/readyz')).toMatchObject({ status: 200, body: 'ready\n' });
  await drain();
  const refused = await send('POST', '/list-flows', here, '{}');
  expect(refused.status).toBe(503);
  expect(exceptionOf(refused)).toBe('ServiceUnavailableException');
});

test('figures for Prometheus count the answers', async () => {
  const { send } = await serve(await openTestServices());
  await send('POST', '/stop-flow', here, '{"flowName":"nothing"}');
  const answer = await send('GET', '/metrics');
  expect(answer.headers['content-type']).toContain('text/plain');
  expect(answer.body).toContain('sluice_request_duration_seconds_count{operation="StopFlow",status="404"} 1');
});

test('a sender that goes away in the middle of a body leaves nothing under way', async () => {
  const { port, drain } = await serve(await openTestServices());
  await new Promise<void>((resolve) => {
    const request = httpRequest({
      port,
      method: 'POST',
      path: '/stop-flow',
      headers: { 'content-length': 100 },
    });
    request.on('error', () => resolve());
    request.write('{"flow', () => request.destroy());
    request.on('close', resolve);
  });
  await drain();
});

test.each(['/flows/%E0%A4%A', '*'])(
  '%s is no path of a page and is refused before any sees it',
  async (path) => {
    const { send } = await serve(await openTestServices());
    const answer = await send('GET', path);
    expect(answer.status).toBe(400);
    expect(exceptionOf(answer)).toBe('ValidationException');
  },
);
