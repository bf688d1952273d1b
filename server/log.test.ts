import { expect, it } from 'vitest';
import { shortLine } from './log';

function line(fields: object): string {
  return JSON.stringify({ level: 30, time: new Date(2026, 0, 15, 10, 42, 7).toISOString(), ...fields });
}

it('a request is one short line on a terminal', () => {
  const request = {
    method: 'POST',
    path: '/stop-flow',
    status: 409,
    exception: 'ConflictException',
    ms: 2.123,
  };
  expect(shortLine(line({ msg: 'request', requestId: 'r-1', ...request }))).toBe(
    '10:42:07 POST /stop-flow 409 ConflictException 2.1 ms\n',
  );
});

it("a page's own files are left out unless one is missing", () => {
  const request = { method: 'GET', path: '/_next/static/a.js', ms: 1 };
  expect(shortLine(line({ ...request, status: 200 }))).toBeUndefined();
  expect(shortLine(line({ ...request, status: 404 }))).toBe('10:42:07 GET /_next/static/a.js 404 1.0 ms\n');
});

it('an error shows where it came from', () => {
  expect(
    shortLine(
      line({ level: 50, msg: 'unforeseen error', requestId: 'r-1', err: { stack: 'Error: x\n  at y' } }),
    ),
  ).toBe('10:42:07 ERROR unforeseen error (request r-1)\nError: x\n  at y\n');
});
