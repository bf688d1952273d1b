import { expect, test } from 'vitest';
import { admit } from './admit';

const token = 'a'.repeat(43);
const now = 0;
const access = {
  keys: { find: () => undefined, noteUse: () => undefined },
  sessions: {
    begin: () => ({ token, lifeMs: 1 }),
    find: (given: string | undefined) =>
      given === token ? { accessKeyId: 'AKIAEXAMPLE', account: '111122223333', name: 'ana' } : undefined,
    end: () => undefined,
  },
};

function answerTo(rawUrl: string, headers: Record<string, string> = {}, method = 'GET') {
  const answer = admit({ method, rawUrl, headers, rawHeaders: [] }, access, now);
  const location = answer?.headers.location;
  return location === undefined ? (answer?.status ?? 'passed on') : `${answer?.status} ${location}`;
}

const signedIn = { cookie: `theme=dark; sluice-session=${token}` };

test.each([
  ['/sign-in', 'passed on'],
  ['/sign-in?next=%2Fflows', 'passed on'],
  ['/icon.svg?1', 'passed on'],
  ['/_next/static/chunks/app.js', 'passed on'],
  ['/', '307 /sign-in?next=%2F'],
  ['/flows?account=111122223333&q=a', '307 /sign-in?next=%2Fflows%3Faccount%3D111122223333%26q%3Da'],
  ['/sign-in/more', '307 /sign-in?next=%2Fsign-in%2Fmore'],
  ['/Sign-In', '307 /sign-in?next=%2FSign-In'],
  ['/api', 401],
  ['/api/flows', 401],
  ['/_next/data/x.json', '307 /sign-in?next=%2F_next%2Fdata%2Fx.json'],
  ['/_next/static/../../api/flows', '307 /sign-in?next=%2F_next%2Fstatic%2F..%2F..%2Fapi%2Fflows'],
  [
    '/_next/static/%2e%2e/%2e%2e/flows',
    '307 /sign-in?next=%2F_next%2Fstatic%2F%252e%252e%2F%252e%252e%2Fflows',
  ],
  ['/_next/static/..%2f..%2fflows', '307 /sign-in?next=%2F_next%2Fstatic%2F..%252f..%252fflows'],
  ['/_next/static/%252e%252e/flows', '307 /sign-in?next=%2F_next%2Fstatic%2F%25252e%25252e%2Fflows'],
  ['/_next/static/..%5cflows', '307 /sign-in?next=%2F_next%2Fstatic%2F..%255cflows'],
])('nobody signed in: %s', (rawUrl, answer) => {
  expect(answerTo(rawUrl)).toBe(answer);
});

test('data of a page that Next asks for is refused, so that it loads the page', () => {
  expect(answerTo('/flows?_rsc=1', { rsc: '1' })).toBe(401);
});

test.each([['sluice-session='], [`sluice-session=${'b'.repeat(43)}`], [`sluice-session=${token}a`]])(
  'a cookie that is no session: %s',
  (cookie) => {
    expect(answerTo('/api/flows', { cookie })).toBe(401);
  },
);

test.each([
  ['/flows?account=111122223333', 'passed on'],
  ['/api/flows?account=111122223333&region=eu-west-1', 'passed on'],
  ['/flows', '307 /flows?account=111122223333'],
  ['/flows?region=eu-west-1', '307 /flows?region=eu-west-1&account=111122223333'],
  ['//evil.example/flows', '307 /evil.example/flows?account=111122223333'],
  ['/\\evil.example/flows', '307 /evil.example/flows?account=111122223333'],
  ['/flows?account=999999999999', 403],
  ['/flows?account=', 403],
  ['/api/flows', 403],
  ['/api/flows?account=999999999999', 403],
  ['/api/flows?account=111122223333&account=999999999999', 403],
  ['/api/flows?account=999999999999&account=111122223333', 403],
  ['/api/flows?%61ccount=999999999999', 403],
])('signed in to the account 111122223333: %s', (rawUrl, answer) => {
  expect(answerTo(rawUrl, signedIn)).toBe(answer);
});

test.each([
  ['POST', '/api/bulk', {}, 'passed on'],
  ['POST', '/api/bulk', { 'x-sluice-account': '111122223333' }, 'passed on'],
  ['PUT', '/api/worlds', { 'x-sluice-account': '111122223333' }, 'passed on'],
  ['POST', '/api/bulk', { 'x-sluice-account': '999999999999' }, 403],
  ['POST', '/api/bulk?account=999999999999', { 'x-sluice-account': '111122223333' }, 403],
  ['GET', '/api/bulk', { 'x-sluice-account': '111122223333' }, 403],
  ['POST', '/flows', { 'x-sluice-account': '999999999999' }, '307 /flows?account=111122223333'],
])('signed in to the account 111122223333: %s %s with %j', (method, rawUrl, headers, answer) => {
  expect(answerTo(rawUrl, { ...signedIn, ...headers }, method)).toBe(answer);
});
