import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPageToken, writePageToken } from './page-token';

// Every UTF-16 code unit, also halves of a pair.
const anyText = fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) });
const world = { account: '111122223333', region: 'eu-west-1' };

test('a token gives back what it continues after', () => {
  fc.assert(
    fc.property(anyText, (after) => {
      const token = writePageToken(world, 'flows', after);
      expect(token).toMatch(/^\S+$/);
      expect(readPageToken(world, 'flows', token)).toBe(after);
    }),
  );
});

test('a token is good for its own account, region and listing only', () => {
  const token = writePageToken(world, 'flows', 'orders');
  expect(readPageToken({ ...world, account: '000000000000' }, 'flows', token)).toBeUndefined();
  expect(readPageToken({ ...world, region: 'us-east-1' }, 'flows', token)).toBeUndefined();
  expect(readPageToken(world, 'executions', token)).toBeUndefined();
});

test('a token that was changed or written in another way is refused', () => {
  const token = writePageToken(world, 'flows', 'orders');
  const json = Buffer.from(token, 'base64url').toString();
  const others = [
    token.slice(0, -1),
    `${token}A`,
    `${token}=`,
    ` ${token}`,
    Buffer.from(json).toString('base64'),
    Buffer.from(json.replace('"flows",', '"flows", ')).toString('base64url'),
    Buffer.from('["111122223333","eu-west-1","flows",1]').toString('base64url'),
    Buffer.from('{"3":"orders"}').toString('base64url'),
    Buffer.from('null').toString('base64url'),
  ];
  for (const other of others.filter((other) => other !== token)) {
    expect(readPageToken(world, 'flows', other), other).toBeUndefined();
  }
});

test('what nobody wrote is no token', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(readPageToken(world, 'flows', text)).toBeUndefined();
    }),
  );
});
