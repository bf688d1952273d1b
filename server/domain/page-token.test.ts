import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPageToken, writePageToken } from './page-token';

const world = { account: '111122223333', region: 'eu-west-1' };

test('a token gives back what it continues after', () => {
  fc.assert(
    fc.property(fc.string(), (after) => {
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

test('what nobody wrote is no token', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(readPageToken(world, 'flows', text)).toBeUndefined();
    }),
  );
});
