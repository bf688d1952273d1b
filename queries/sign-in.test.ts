import { expect, test } from 'vitest';
import { landingOf } from './sign-in';

test.each([
  [undefined, '/flows'],
  [null, '/flows'],
  ['', '/flows'],
  ['/', '/flows'],
  ['/flows/orders?account=999999999999&q=a', '/flows/orders?account=111122223333&q=a'],
  ['/flows?region=eu-west-1', '/flows?region=eu-west-1&account=111122223333'],
  ['/activity#top', '/activity'],
  ['https://evil.example/flows', '/flows'],
  ['//evil.example/flows', '/flows'],
  ['/\\evil.example', '/flows'],
  ['/\t/evil.example', '/flows'],
  ['/.//evil.example', '/flows'],
  ['/..//evil.example', '/flows'],
  ['/flows/..//evil.example', '/flows'],
  ['javascript:alert(1)', '/flows'],
  ['http://[', '/flows'],
  ['/api/session', '/flows'],
  ['/sign-in?next=%2F', '/flows'],
])('after signing in, %j leads to %s', (next, path) => {
  const landing = landingOf(next, '111122223333');
  expect(landing).toBe(path.includes('?') ? path : `${path}?account=111122223333`);
  expect(new URL(landing, 'http://127.0.0.1:3000').origin).toBe('http://127.0.0.1:3000');
});
