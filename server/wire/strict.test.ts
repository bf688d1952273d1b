import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AppflowClient, DescribeFlowCommand, StopFlowCommand } from '@aws-sdk/client-appflow';
import { expect, onTestFinished, test } from 'vitest';
import { registerServices } from '../context';
import { openKeyRing } from '../data/key-ring';
import { createFlow } from '../operations/create-flow';
import { flowRequest, openTestServices, world } from '../testing/open-test-services';
import { createRequestListener } from './node-adapter';

const secretKey = randomBytes(32);
const HOUR_MS = 3_600_000;

/** A strict server with two flows, a key of their account, and everything that Next would be asked. */
async function serve() {
  const services = await openTestServices({ secretKey });
  services.time.now = Date.now();
  registerServices(services);
  await createFlow(flowRequest('export', 'OnDemand'), services.contextOf('Ana'));
  const ring = await openKeyRing(services.databaseFile);
  const maker = ring.sealedWith(secretKey);
  const passedOn: string[] = [];
  const { listen } = createRequestListener({
    services,
    next: (request, response) => {
      passedOn.push(request.url ?? '');
      response.end('a page');
      return Promise.resolve();
    },
  });
  const server = createServer(listen).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => {
    ring.close();
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const key = maker.create({ account: world.account, name: 'ana' }, services.time.now);
  const send = (path: string, init: RequestInit = {}) => fetch(url + path, { redirect: 'manual', ...init });
  /** As a browser sends it from a page of the console. */
  const post = (path: string, body: object, headers: Record<string, string> = {}) =>
    send(path, {
      method: 'POST',
      headers: { origin: url, 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  const signIn = async (accessKeyId = key.accessKeyId, secretAccessKey = key.secret) => {
    const answer = await post('/api/session', { accessKeyId, secretAccessKey });
    return { answer, cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '' };
  };
  const clientOf = (credentials: { accessKeyId: string; secretAccessKey: string; sessionToken?: string }) => {
    const client = new AppflowClient({ endpoint: url, region: world.region, credentials, maxAttempts: 1 });
    onTestFinished(() => client.destroy());
    return {
      describe: () => client.send(new DescribeFlowCommand({ flowName: 'export' })),
      stop: () => client.send(new StopFlowCommand({ flowName: 'export' })),
    };
  };
  return { ...services, url, ring, maker, key, passedOn, send, post, signIn, clientOf };
}

function outcome(answer: Response) {
  return [answer.status, answer.headers.get('x-amzn-errortype')];
}

/** Every address of app/, with `x` in place of what is variable. */
const routes = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file))
  .map((file) => ({
    path: `/${file
      .replace(/\([^)]*\)\//g, '')
      .replace(/\/?[^/]+$/, '')
      .replace(/\[[^\]]+\]/g, 'x')}`,
    kind: file.endsWith('page.tsx') ? 'page' : file.startsWith('api/') ? 'api' : 'operation',
  }));

test('the routes are found', () => {
  expect(routes).toContainEqual({ path: '/flows/x', kind: 'page' });
  expect(routes).toContainEqual({ path: '/api/flows/x', kind: 'api' });
  expect(routes).toContainEqual({ path: '/stop-flow', kind: 'operation' });
});

test.each(routes.filter(({ path }) => path !== '/sign-in'))(
  'nobody gets $path ($kind) without a session',
  async ({ path, kind }) => {
    const { send, url, passedOn, signIn } = await serve();
    const { cookie } = await signIn();
    const strangers: Record<string, string>[] = [
      {},
      { cookie: cookie.replace(/.$/, '') },
      { cookie: `sluice-session=${'a'.repeat(43)}` },
    ];
    for (const headers of strangers) {
      for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS']) {
        const answer = await send(path, {
          method,
          headers: { ...headers, origin: url, 'sec-fetch-site': 'same-origin' },
        });
        const isRead = ['GET', 'HEAD', 'OPTIONS'].includes(method);
        if (kind === 'page' && isRead) {
          expect([answer.status, answer.headers.get('location')]).toEqual([
            307,
            `/sign-in?next=${encodeURIComponent(path)}`,
          ]);
        } else if (kind === 'api') {
          expect(answer.status).toBe(401);
          expect(method === 'HEAD' || typeof (await answer.json()).message === 'string').toBe(true);
        } else {
          expect(answer.headers.get('x-amzn-errortype')).toMatch(
            /^(MissingAuthenticationToken|UnknownOperation)Exception$/,
          );
        }
      }
    }
    expect(passedOn).toEqual([]);
  },
);

type Handler = (request: Request, context: { params: Promise<object> }) => Promise<Response>;

const handlers: Record<string, () => Promise<Record<string, Handler>>> = import.meta.glob(
  '../../app/api/**/route.ts',
);

test.each(Object.entries(handlers))(
  'the handlers of %s themselves refuse who is not signed in',
  async (file, load) => {
    await serve();
    const path = file
      .replace('../../app', '')
      .replace('/route.ts', '')
      .replace(/\[[^\]]+\]/g, 'x');
    for (const handler of Object.values(await load())) {
      const ask = (headers: HeadersInit) =>
        handler(new Request(`http://127.0.0.1${path}?account=${world.account}`, { headers }), {
          params: Promise.resolve({ name: 'x' }),
        });
      for (const headers of [new Headers(), new Headers({ cookie: `sluice-session=${'a'.repeat(43)}` })]) {
        // What goes through the writer is refused as the API refuses it: 403.
        expect([401, 403]).toContain((await ask(headers)).status);
      }
    }
  },
);

test('health and figures stay open, and files that are the same for everyone', async () => {
  const { send } = await serve();
  for (const path of ['/healthz', '/readyz', '/metrics', '/sign-in', '/icon.svg', '/_next/static/a.js']) {
    expect((await send(path)).status).toBe(200);
  }
});

test('a signed request acts for the account and under the name of its key', async () => {
  const { clientOf, key, data, ring, maker } = await serve();
  const client = clientOf({ accessKeyId: key.accessKeyId, secretAccessKey: key.secret });
  expect(await client.describe()).toMatchObject({ flowName: 'export' });
  await expect(client.stop()).rejects.toMatchObject({ name: 'UnsupportedOperationException' });
  expect(await data.events.ofFlow(world, 'export', 1)).toMatchObject([{ by: 'ana', via: 'aws-sdk-js' }]);
  expect(ring.list()[0]?.lastUsedAt).not.toBeNull();

  const other = maker.create({ account: '999999999999', name: 'ben' }, 0);
  const stranger = clientOf({ accessKeyId: other.accessKeyId, secretAccessKey: other.secret });
  await expect(stranger.describe()).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
});

test('a wrong secret, an unknown key and a revoked one are refused, each by its name', async () => {
  const { clientOf, key, ring } = await serve();
  const { accessKeyId, secret } = key;
  const refused = async (accessKeyId: string, secretAccessKey: string, name: string) => {
    const call = clientOf({ accessKeyId, secretAccessKey }).describe();
    await expect(call).rejects.toMatchObject({ name, $metadata: { httpStatusCode: 403 } });
  };
  await refused(accessKeyId, 'wrong', 'InvalidSignatureException');
  await refused('AKIANOBODY', secret, 'UnrecognizedClientException');
  await refused('111122223333', 'x', 'UnrecognizedClientException');
  ring.revoke(accessKeyId, 0);
  await refused(accessKeyId, secret, 'UnrecognizedClientException');
});

test('a temporary key needs its token, and no other key has one', async () => {
  const { clientOf, key, maker, time } = await serve();
  const temporary = maker.createTemporary(key.accessKeyId, HOUR_MS, time.now);
  if (!temporary) throw new Error('A temporary key was made.');
  const { accessKeyId, secret: secretAccessKey, sessionToken } = temporary;
  expect(await clientOf({ accessKeyId, secretAccessKey, sessionToken }).describe()).toMatchObject({
    flowName: 'export',
  });
  const unrecognized = { name: 'UnrecognizedClientException' };
  await expect(clientOf({ accessKeyId, secretAccessKey }).describe()).rejects.toMatchObject(unrecognized);
  await expect(
    clientOf({ accessKeyId, secretAccessKey, sessionToken: `${sessionToken}x` }).describe(),
  ).rejects.toMatchObject(unrecognized);
  const lasting = { accessKeyId: key.accessKeyId, secretAccessKey: key.secret, sessionToken };
  await expect(clientOf(lasting).describe()).rejects.toMatchObject(unrecognized);
});

test('ExpiredTokenException: a temporary key has come to its end', async () => {
  const { clientOf, key, maker, time } = await serve();
  const temporary = maker.createTemporary(key.accessKeyId, 0, time.now);
  if (!temporary) throw new Error('A temporary key was made.');
  const { accessKeyId, secret: secretAccessKey, sessionToken } = temporary;
  await expect(clientOf({ accessKeyId, secretAccessKey, sessionToken }).describe()).rejects.toMatchObject({
    name: 'ExpiredTokenException',
    $metadata: { httpStatusCode: 403 },
  });
});

test('a request that is not signed, or only claims an account, is refused', async () => {
  const { send, post } = await serve();
  const headers = { 'content-type': 'application/json', 'x-sluice-account': world.account };
  const init = { method: 'POST', headers, body: '{"flowName":"export"}' };
  expect(outcome(await send('/stop-flow', init))).toEqual([403, 'MissingAuthenticationTokenException']);
  expect(outcome(await post('/stop-flow', { flowName: 'export' }))).toEqual([
    403,
    'MissingAuthenticationTokenException',
  ]);
  expect(
    outcome(
      await send('/stop-flow', { ...init, headers: { ...headers, authorization: 'AWS4-HMAC-SHA256 x' } }),
    ),
  ).toEqual([400, 'IncompleteSignatureException']);
});

test('RequestEntityTooLargeException: what is too large is not verified', async () => {
  const { post } = await serve();
  expect(outcome(await post('/stop-flow', { flowName: 'x'.repeat(2_000_000) }))).toEqual([
    413,
    'RequestEntityTooLargeException',
  ]);
});

test('who signs in acts under the name of the key, in its account only, until signing out', async () => {
  const { post, send, signIn, data, key, passedOn } = await serve();
  const { answer, cookie } = await signIn();
  expect(await answer.json()).toEqual({ accessKeyId: key.accessKeyId, account: world.account, name: 'ana' });
  expect(answer.headers.get('set-cookie')).toMatch(
    /^sluice-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=43200$/,
  );
  const here = { cookie, 'x-sluice-region': world.region, 'x-sluice-actor': 'Mallory' };
  const stop = (headers: Record<string, string>) =>
    post('/stop-flow', { flowName: 'export' }, { ...here, ...headers });
  expect(outcome(await stop({}))).toEqual([400, 'UnsupportedOperationException']);
  expect(await data.events.ofFlow(world, 'export', 1)).toMatchObject([{ by: 'ana', via: 'console' }]);
  expect(outcome(await stop({ 'x-sluice-account': world.account }))).toEqual([
    400,
    'UnsupportedOperationException',
  ]);
  expect(outcome(await stop({ 'x-sluice-account': '999999999999' }))).toEqual([403, 'AccessDeniedException']);
  expect(outcome(await stop({ origin: 'https://evil.example' }))).toEqual([403, 'AccessDeniedException']);

  const page = `/flows?account=${world.account}`;
  expect((await send(page, { headers: { cookie } })).status).toBe(200);
  expect((await send('/api/flows?account=999999999999', { headers: { cookie } })).status).toBe(403);
  expect(passedOn).toEqual([page]);
  expect((await send('/api/session', { headers: { cookie } })).status).toBe(200);

  const out = await send('/api/session', { method: 'DELETE', headers: { cookie } });
  expect(out.headers.get('set-cookie')).toBe('sluice-session=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0');
  expect((await send(page, { headers: { cookie } })).status).toBe(307);
  expect(outcome(await stop({}))).toEqual([403, 'MissingAuthenticationTokenException']);
});

test('a cookie counts from our own pages only', async () => {
  const { send, signIn } = await serve();
  const { cookie } = await signIn();
  const answer = await send('/stop-flow', {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: '{"flowName":"export"}',
  });
  expect(outcome(answer)).toEqual([403, 'MissingAuthenticationTokenException']);
});

test('revoking the key ends the session at once, and so does time', async () => {
  const { send, signIn, ring, key, time } = await serve();
  const [first, second] = [await signIn(), await signIn()];
  const status = async ({ cookie }: { cookie: string }) =>
    (await send('/api/session', { headers: { cookie } })).status;
  time.now += 12 * HOUR_MS - 1;
  expect(await status(first)).toBe(200);
  time.now += 1;
  expect(await status(first)).toBe(401);
  time.now -= HOUR_MS;
  expect(await status(second)).toBe(200);
  ring.revoke(key.accessKeyId, time.now);
  expect(await status(second)).toBe(401);
});

test('behind https the cookie is for https only', async () => {
  const { post, key, url } = await serve();
  const credentials = { accessKeyId: key.accessKeyId, secretAccessKey: key.secret };
  const answer = await post('/api/session', credentials, { origin: url.replace('http:', 'https:') });
  expect(answer.headers.get('set-cookie')).toContain('; Secure');
});

test('a wrong secret, a temporary key and nonsense do not sign in', async () => {
  const { signIn, post, maker, key, time } = await serve();
  const temporary = maker.createTemporary(key.accessKeyId, HOUR_MS, time.now);
  const attempts: [string | undefined, string | undefined][] = [
    [key.accessKeyId, 'wrong'],
    ['AKIANOBODY', key.secret],
    [temporary?.accessKeyId, temporary?.secret],
  ];
  for (const [accessKeyId, secret] of attempts) {
    const { answer, cookie } = await signIn(accessKeyId, secret);
    expect([answer.status, cookie]).toEqual([401, '']);
  }
  expect((await post('/api/session', { accessKeyId: key.accessKeyId })).status).toBe(400);
  expect((await post('/api/session', {}, { 'content-type': 'text/plain' })).status).toBe(415);
  expect((await post('/api/session', {}, { origin: 'https://evil.example' })).status).toBe(403);
});

test('whoever guesses is slowed down, key by key and over all, for a minute', async () => {
  const { signIn, key, time } = await serve();
  const statusOf = async (...given: Parameters<typeof signIn>) => (await signIn(...given)).answer.status;
  for (let count = 0; count < 10; count += 1) {
    expect(await statusOf(key.accessKeyId, 'wrong')).toBe(401);
  }
  expect(await statusOf()).toBe(429);
  for (let count = 0; count < 90; count += 1) {
    expect(await statusOf(`AKIA${count}`, 'wrong')).toBe(401);
  }
  expect(await statusOf('AKIAOTHER', 'wrong')).toBe(429);
  time.now += 60_000;
  expect(await statusOf()).toBe(200);
});
