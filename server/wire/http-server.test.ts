import { connect, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { createFlow } from '../operations/create-flow';
import { flowRequest, openTestServices, world } from '../testing/open-test-services';
import { exceptionOf, serve } from '../testing/serve';
import { BODY_LIMIT } from './request';

const json = { 'content-type': 'application/json' };

interface RawAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** The answers that came over a connection, one after the other. Throws where something else stands between them. */
function answersIn(text: string): RawAnswer[] {
  const answers: RawAnswer[] = [];
  for (let rest = text; rest !== '';) {
    const [head = '', ...more] = rest.split('\r\n\r\n');
    const [line = '', ...fields] = head.split('\r\n');
    const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(line)?.[1]);
    expect(status, line).toBeGreaterThanOrEqual(100);
    const headers = Object.fromEntries(
      fields.map((field) => {
        const colon = field.indexOf(': ');
        return [field.slice(0, colon).toLowerCase(), field.slice(colon + 2)];
      }),
    );
    const length = Number(headers['content-length'] ?? 0);
    const after = more.join('\r\n\r\n');
    answers.push({ status, headers, body: after.slice(0, length) });
    rest = after.slice(length);
  }
  return answers;
}

/** A connection that sends text as it is and reads all until the server, or `until`, ends it. */
function open(port: number) {
  const socket: Socket = connect(port, '127.0.0.1');
  onTestFinished(() => {
    socket.destroy();
  });
  let text = '';
  const waiting: (() => void)[] = [];
  const ended = new Promise<void>((resolve) => socket.on('close', () => resolve()));
  socket.setEncoding('latin1').on('data', (chunk: string) => {
    text += chunk;
    waiting.splice(0).forEach((look) => {
      look();
    });
  });
  socket.on('error', () => undefined);
  return {
    send: (part: string | Buffer) => socket.write(part),
    /** What came until there was this many times `mark`. */
    async until(mark: string, times = 1): Promise<string> {
      while (text.split(mark).length <= times) {
        await new Promise<void>((look) => waiting.push(look));
      }
      return text;
    },
    async answers(): Promise<RawAnswer[]> {
      await ended;
      return answersIn(text);
    },
  };
}

const host = 'Host: localhost\r\n';
const close = 'Connection: close\r\n';

function post(path: string, body: string, headers = ''): string {
  return `POST ${path} HTTP/1.1\r\n${host}Content-Type: application/json\r\nContent-Length: ${body.length}\r\n${headers}\r\n${body}`;
}

test.each([
  ['no HTTP', 'hello\r\n\r\n', 400],
  ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400],
  ['a header without a colon', `GET / HTTP/1.1\r\n${host}nonsense\r\n\r\n`, 400],
  ['a NUL in a header', `GET / HTTP/1.1\r\n${host}a: \0\r\n\r\n`, 400],
  ['a header folded over lines', `GET / HTTP/1.1\r\n${host}a: b\r\n\0c\r\n\r\n`, 400],
  ['two lengths', `POST / HTTP/1.1\r\n${host}Content-Length: 1\r\nContent-Length: 2\r\n\r\n`, 400],
  [
    'a length beside chunks',
    `POST / HTTP/1.1\r\n${host}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n`,
    400,
  ],
  ['a negative length', `POST / HTTP/1.1\r\n${host}Content-Length: -1\r\n\r\n`, 400],
  [
    'a chunk of no size',
    `POST /list-flows HTTP/1.1\r\n${host}Transfer-Encoding: chunked\r\n\r\nxyz\r\n`,
    400,
  ],
  ['a header of 20 KB', `GET / HTTP/1.1\r\n${host}a: ${'b'.repeat(20_000)}\r\n\r\n`, 431],
  ['two thousand headers', `GET / HTTP/1.1\r\n${host}${'abcdefgh: 12345678\r\n'.repeat(2_000)}\r\n`, 431],
  ['a URL of 20 KB', `GET /${'a'.repeat(20_000)} HTTP/1.1\r\n${host}\r\n`, 431],
  ['an expectation nobody knows', `GET /flows HTTP/1.1\r\n${host}Expect: a miracle\r\n\r\n`, 417],
  ['no host', `GET /flows HTTP/1.1\r\n${close}\r\n`, 400],
  ['an empty host', `GET /flows HTTP/1.1\r\nHost:\r\n${close}\r\n`, 400],
])('what cannot be read as a request is refused in the form of the API: %s', async (_what, text, status) => {
  const { port, send } = await serve(await openTestServices());
  const connection = open(port);
  connection.send(text);
  const [answer, ...more] = await connection.answers();
  expect(answer?.status).toBe(status);
  expect(answer?.headers['content-type']).toBe('application/json');
  expect(answer?.headers['x-amzn-errortype']).toMatch(/^(Serialization|Validation)Exception$/);
  expect(answer?.headers['x-amzn-requestid']).toMatch(/^[0-9a-f-]{36}$/);
  expect(JSON.parse(answer?.body ?? '')).toEqual({ message: expect.stringMatching(/\.$/) });
  expect(more).toEqual([]);
  expect((await send('GET', '/healthz')).status).toBe(200);
});

test('requests sent one after the other without waiting are answered in their order, on one connection', async () => {
  const { port } = await serve(await openTestServices());
  const connection = open(port);
  const names = Array.from({ length: 20 }, (_, index) => `flow-${index}`);
  connection.send(names.map((flowName) => post('/describe-flow', JSON.stringify({ flowName }))).join(''));
  connection.send(post('/list-flows', '{}', close));
  const answers = await connection.answers();
  const words = names.map((name) => JSON.stringify({ message: `Flow with name ${name} does not exist.` }));
  expect(answers.map(({ body }) => body)).toEqual([...words, '{"flows":[]}']);
  expect(new Set(answers.map(({ headers }) => headers['x-amzn-requestid'])).size).toBe(21);
});

test('a request before something that is not HTTP gets its answer, then the client is told', async () => {
  const services = await openTestServices();
  await createFlow(flowRequest('orders', 'Event'), services.contextOf('Ana'));
  const { port } = await serve(services);
  const connection = open(port);
  const said = `x-sluice-account: ${world.account}\r\nx-sluice-region: ${world.region}\r\n`;
  connection.send(
    `${post('/start-flow', '{"flowName":"orders"}', said)}nonsense\r\n\r\nmore nonsense\r\n\r\n`,
  );
  expect((await connection.answers()).map(({ status }) => status)).toEqual([200, 400]);
});

test('a connection is kept for the next request, also after a refusal', async () => {
  const { port } = await serve(await openTestServices());
  const connection = open(port);
  connection.send(post('/stop-flow', '{"flowName":12}'));
  await connection.until('must be a string, not 12."}');
  connection.send(post('/nothing', 'x'.repeat(BODY_LIMIT + 1)));
  await connection.until('UnknownOperationException');
  connection.send(post('/stop-flow', 'x'.repeat(BODY_LIMIT + 1)));
  await connection.until('RequestEntityTooLargeException');
  connection.send(post('/list-flows', '', close));
  expect((await connection.answers()).map(({ status }) => status)).toEqual([400, 404, 413, 200]);
});

test('a body may come in chunks, cut anywhere, with trailers', async () => {
  const { port } = await serve(await openTestServices());
  const connection = open(port);
  const chunks = '2\r\n{"\r\n8;ext=1\r\nflowName\r\n9\r\n":"orders\r\n2\r\n"}\r\n0\r\nx-trailer: 1\r\n\r\n';
  const head = `POST /stop-flow HTTP/1.1\r\n${host}${close}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`;
  for (const byte of head + chunks) {
    connection.send(byte);
  }
  const answers = await connection.answers();
  expect(answers).toMatchObject([
    { status: 404, body: '{"message":"Flow with name orders does not exist."}' },
  ]);
});

test('a client that asks first is told to go on', async () => {
  const { port } = await serve(await openTestServices());
  const connection = open(port);
  const body = '{"flowName":"orders"}';
  connection.send(
    `POST /stop-flow HTTP/1.1\r\n${host}${close}Content-Type: application/json\r\nContent-Length: ${body.length}\r\nExpect: 100-continue\r\n\r\n`,
  );
  await connection.until('HTTP/1.1 100 Continue\r\n\r\n');
  connection.send(body);
  expect((await connection.answers()).map(({ status }) => status)).toEqual([100, 404]);
});

test.each(['HEAD', 'OPTIONS'])('%s of an operation is no operation; HEAD has no body', async (method) => {
  const { send } = await serve(await openTestServices());
  for (const path of ['/stop-flow', '/tags/arn%3Aaws%3Aappflow']) {
    const answer = await send(method, path);
    expect(answer.status).toBe(404);
    expect(answer.headers['x-amzn-errortype']).toBe('UnknownOperationException');
    expect(answer.headers['x-amzn-requestid']).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer.body).toMatch(method === 'HEAD' ? /^$/ : /^{"message":/);
  }
});

test('every answer has a request id, also those that are not of the API', async () => {
  const { send } = await serve(await openTestServices());
  for (const path of ['/flows', '/healthz', '/readyz', '/metrics', '/%FF', '/tags/x']) {
    expect((await send('GET', path)).headers['x-amzn-requestid']).toMatch(/^[0-9a-f-]{36}$/);
  }
});

test('a body compressed by gzip is read', async () => {
  const { send } = await serve(await openTestServices());
  const body = gzipSync('{"flowName":"orders"}');
  for (const encoding of ['gzip', 'GZip', 'x-gzip']) {
    const answer = await send('POST', '/stop-flow', { ...json, 'content-encoding': encoding }, body);
    expect(exceptionOf(answer)).toBe('ResourceNotFoundException');
  }
  const plain = await send('POST', '/stop-flow', { ...json, 'content-encoding': 'identity' }, '{}');
  expect(exceptionOf(plain)).toBe('ValidationException');
});

const whole = gzipSync('{"flowName":"orders"}');
const almost = JSON.stringify({ flowName: 'a'.repeat(BODY_LIMIT - 15) });

test.each([
  ['bytes that are not gzip', 'gzip', Buffer.from('{"flowName":"orders"}'), 'SerializationException'],
  ['half of it', 'gzip', whole.subarray(0, -6), 'SerializationException'],
  [
    'a wrong checksum',
    'gzip',
    Buffer.concat([whole.subarray(0, -8), Buffer.alloc(8)]),
    'SerializationException',
  ],
  ['something that is not JSON', 'gzip', gzipSync('hello'), 'SerializationException'],
  ['as much as may be', 'gzip', gzipSync(almost), 'ValidationException'],
  ['a byte more', 'gzip', gzipSync(`${almost} `), 'RequestEntityTooLargeException'],
  ['64 MB in 64 KB', 'gzip', gzipSync(Buffer.alloc(64 * BODY_LIMIT)), 'RequestEntityTooLargeException'],
  [
    'a megabyte in many parts',
    'gzip',
    Buffer.concat(Array<Buffer>(9_999).fill(gzipSync(' '.repeat(999)))),
    'RequestEntityTooLargeException',
  ],
  ['gzip of gzip', 'gzip, gzip', gzipSync(whole), 'UnsupportedMediaTypeException'],
  ['deflate', 'deflate', whole, 'UnsupportedMediaTypeException'],
  ['brotli', 'br', whole, 'UnsupportedMediaTypeException'],
  ['zstd', 'zstd', whole, 'UnsupportedMediaTypeException'],
])('a compressed body gets a clear refusal: %s', async (_what, encoding, body, exceptionName) => {
  const { send } = await serve(await openTestServices());
  const answer = await send('POST', '/stop-flow', { ...json, 'content-encoding': encoding }, body);
  expect(exceptionOf(answer)).toBe(exceptionName);
});

test.each([
  ['application/json', 200],
  ['*/*', 200],
  ['application/*;q=0.5', 200],
  ['text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2', 200],
  ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 200],
  ['APPLICATION/JSON ; charset=utf-8', 200],
  ['', 200],
  ['application/hal+json', 406],
  ['text/html', 406],
  ['application/json;q=0', 406],
  ['application/json;q=0.000, text/plain', 406],
])('Accept: %s is answered %i', async (accept, status) => {
  const { send } = await serve(await openTestServices());
  const answer = await send('POST', '/list-flows', { ...json, accept }, '{}');
  expect(answer.status).toBe(status);
  if (status === 406) {
    expect(exceptionOf(answer)).toBe('NotAcceptableException');
  }
});
