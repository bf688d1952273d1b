import { gzipSync } from 'node:zlib';
import { expect, test } from '../fixtures';

const hostile: [what: string, body: string, status: number, exception: string][] = [
  ['text', 'stop it', 400, 'SerializationException'],
  ['an array', '[]', 400, 'SerializationException'],
  ['100,000 brackets', '['.repeat(100_000), 400, 'SerializationException'],
  ['a number as a name', '{"flowName":12}', 400, 'SerializationException'],
  ['no name', '{}', 400, 'ValidationException'],
  ['an empty name', '{"flowName":""}', 400, 'ValidationException'],
  ['a name of one character', '{"flowName":"a"}', 400, 'ValidationException'],
  ['a name of 257 characters', JSON.stringify({ flowName: 'a'.repeat(257) }), 400, 'ValidationException'],
  ['a name with a space', '{"flowName":"two words"}', 400, 'ValidationException'],
  ['a name with a newline', '{"flowName":"two\\nlines"}', 400, 'ValidationException'],
  ['a name with NUL', '{"flowName":"or\\u0000ders"}', 400, 'ValidationException'],
  ['a path as a name', '{"flowName":"../etc/passwd"}', 400, 'ValidationException'],
  ['12 MB', ' '.repeat(12 * 1_048_576), 413, 'RequestEntityTooLargeException'],
];

for (const [what, data, status, exception] of hostile) {
  test(`bad input gets its exception, and the service goes on: ${what}`, async ({ request }) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await request.post('/stop-flow', { headers, data: Buffer.from(data) });
    expect(answer.status()).toBe(status);
    expect(answer.headers()['content-type']).toBe('application/json');
    expect(answer.headers()['x-amzn-errortype']).toBe(exception);
    expect((await request.post('/list-flows', { headers, data: '{}' })).status()).toBe(200);
  });
}

test('a compressed body is read, and its limit is that of what it holds', async ({ request }) => {
  const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
  const read = await request.post('/stop-flow', { headers, data: gzipSync('{"flowName":"nothing"}') });
  expect(read.headers()['x-amzn-errortype']).toBe('ResourceNotFoundException');
  const bomb = await request.post('/stop-flow', { headers, data: gzipSync(' '.repeat(12 * 1_048_576)) });
  expect(bomb.status()).toBe(413);
});

for (const path of ['/flows', '/stop-flow', '/tags/arn%3Aaws%3Aappflow', '/healthz', '/%FF']) {
  test(`every answer has one request id, whoever gives it: GET ${path}`, async ({ request }) => {
    const answer = await request.get(path);
    expect(answer.headers()['x-amzn-requestid']).toMatch(/^[0-9a-f-]{36}$/);
  });
}

for (const path of ['/describe-flows', '/nothing', '/flows', '/stop-flow/']) {
  test(`UnknownOperationException, never a page: POST ${path}`, async ({ request }) => {
    const answer = await request.post(path, { data: {}, maxRedirects: 0 });
    expect(answer.status()).toBe(404);
    expect(answer.headers()['x-amzn-errortype']).toBe('UnknownOperationException');
  });
}

test('a host that is not ours and a page of somebody else are refused', async ({ request }) => {
  const rebound = await request.get('/flows', { headers: { host: 'evil.example' } });
  expect(rebound.status()).toBe(403);
  const forged = await request.post('/stop-flow', {
    headers: { origin: 'https://evil.example' },
    data: { flowName: 'orders' },
  });
  expect(forged.status()).toBe(403);
  expect(forged.headers()['x-amzn-errortype']).toBe('AccessDeniedException');
});
