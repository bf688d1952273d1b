import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { type OperationName, operations } from '@/contract/operations';
import { allowedRequests, hostileRequests, type TestRequest } from '@/contract/testing/requests';

/** Something to send: a request of the API in sound HTTP, or bytes that need be no HTTP at all. */
export type AnyRequest =
  { kind: 'allowed' | 'hostile'; request: TestRequest; account: string } | { kind: 'raw'; bytes: Buffer };

const names = Object.keys(operations) as OperationName[];
const accounts = Array.from({ length: 20 }, (_, index) => String(700_000_000_000 + index));

const ofApi: fc.Arbitrary<AnyRequest> = fc.constantFrom(...accounts).chain((account) =>
  fc.oneof(
    ...names.flatMap((name) => {
      const existing = {
        flowName: 'orders',
        connectorProfileName: 'crm',
        connectorLabel: 'stripe',
        resourceArn: `arn:aws:appflow:us-east-1:${account}:flow/orders`,
      };
      const toRequest =
        (kind: 'allowed' | 'hostile') =>
        (request: TestRequest): AnyRequest => ({ kind, request, account });
      return [
        allowedRequests(name, existing).map(toRequest('allowed')),
        hostileRequests(name, existing).map(toRequest('hostile')),
      ];
    }),
  ),
);

const methods = fc.constantFrom(
  ...['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE', 'CONNECT', 'BREW', 'post', ''],
);

const paths = fc.constantFrom(
  ...names.map((name) => operations[name].uri),
  ...[
    '/',
    '/stop-flow/',
    '//stop-flow',
    '/STOP-FLOW',
    '/stop-flow%00',
    '/%2e%2e/stop-flow',
    '/../../etc/passwd',
  ],
  ...[
    '/tags/',
    '/tags/%',
    '/tags/%ff',
    '/tags/a/b/c',
    '/tags/arn%3Aaws%3Aappflow',
    '/nothing',
    '*',
    'stop-flow',
  ],
  ...[
    'http://evil.example/stop-flow',
    '/stop-flow?a=%',
    '/api/nothing',
    '/healthz',
    '/é',
    `/${'a'.repeat(9_000)}`,
  ],
  `/stop-flow?${'a=1&'.repeat(3_000)}`,
);

const headers = fc.constantFrom(
  'content-type: text/plain',
  'content-type: application/json; charset=utf-16',
  'content-type:',
  'content-encoding: gzip',
  'content-encoding: br, gzip',
  'accept: text/html',
  'expect: 100-continue',
  'expect: miracles',
  'origin: https://evil.example',
  'sec-fetch-site: same-origin',
  'x-sluice-account: me',
  'x-sluice-until: never',
  'x-sluice-reason: %ff',
  'authorization: AWS4-HMAC-SHA256 Credential=',
  'authorization: Basic eDp4',
  'authorization: AWS4-HMAC-SHA256 Credential=000000000000/20260101/us-east-1/appflow/aws4_request',
  'transfer-encoding: chunked',
  'transfer-encoding: gzip',
  'content-length: 5',
  'content-length: -1',
  'content-length: 99999999999999999999',
  'upgrade: websocket\r\nconnection: upgrade',
  'host: evil.example',
  'host:',
  'no colon',
  ': no name',
  'folded: one\r\n two',
  `long: ${'x'.repeat(20_000)}`,
  'many: 1\r\n'.repeat(500),
  'nul: \0',
);

const bodies = fc.oneof(
  fc.constantFrom(
    Buffer.from('{"flowName":"orders"}'),
    Buffer.from(''),
    Buffer.from('5\r\nhello\r\n0\r\n\r\n'),
    Buffer.from('ffffffffffffffff\r\nhello'),
    Buffer.from('[' + '['.repeat(200_000)),
    Buffer.alloc(1_200_000, 'a'),
    gzipSync('{"flowName":"orders"}'),
    gzipSync(Buffer.alloc(20_000_000)),
    gzipSync(gzipSync(Buffer.alloc(20_000_000))),
    gzipSync('{"flowName":"orders"}').subarray(0, 20),
    Buffer.from('POST /stop-flow HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n'.repeat(20)),
  ),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
);

/** A head that is nearly one, with whatever behind it: a body that fits its length or not, more requests, garbage. */
const nearlyHttp: fc.Arbitrary<AnyRequest> = fc
  .tuple(methods, paths, fc.array(headers, { maxLength: 3 }), bodies, fc.boolean())
  .map(([method, path, lines, body, isMeasured]) => {
    const length = isMeasured ? [`content-length: ${body.byteLength}`] : [];
    const usual = ['host: 127.0.0.1', 'content-type: application/json', 'connection: close', ...length];
    const head = [`${method} ${path} HTTP/1.1`, ...usual, ...lines, '', ''].join('\r\n');
    return { kind: 'raw', bytes: Buffer.concat([Buffer.from(head), body]) };
  });

const noHttp: fc.Arbitrary<AnyRequest> = fc
  .oneof(
    fc.uint8Array({ minLength: 1, maxLength: 500 }).map((bytes) => Buffer.from(bytes)),
    fc.constantFrom(
      Buffer.from('GET / HTTP/9.9\r\n\r\n'),
      Buffer.from('GET /'),
      Buffer.from('\r\n\r\n\r\n'),
      Buffer.from('1603010200010001fc0303', 'hex'),
      Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'),
    ),
  )
  .map((bytes) => ({ kind: 'raw', bytes }));

const anyRequest = fc.oneof(
  { weight: 14, arbitrary: ofApi },
  { weight: 5, arbitrary: nearlyHttp },
  { weight: 1, arbitrary: noHttp },
);

const BATCH = 250;

/** So many requests, the same for the same seed. */
export function* anyRequests(count: number, seed: number): Generator<AnyRequest> {
  for (let made = 0; made < count; made += BATCH) {
    yield* fc.sample(anyRequest, { numRuns: Math.min(BATCH, count - made), seed: seed + made });
  }
}
