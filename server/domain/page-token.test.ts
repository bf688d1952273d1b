import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NextToken } from '@/contract/shapes.gen';
import { readPageToken, writePageToken, type Listing } from './page-token';

// Every UTF-16 code unit, also halves of a pair.
const anyText = fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) });
const world = { account: '111122223333', region: 'eu-west-1' };
const flows: Listing = { world, operation: 'ListFlows', query: {} };
const secret = randomBytes(32);

test('a token gives back what it continues after, and is the same for the same page', () => {
  fc.assert(
    fc.property(anyText, (after) => {
      const token = writePageToken(secret, flows, after);
      expect(readPageToken(secret, flows, token)).toBe(after);
      expect(writePageToken(secret, flows, after)).toBe(token);
      expect(token).not.toContain(Buffer.from(after).toString('base64url') || ' ');
    }),
  );
});

test('a token for any name that AppFlow has is one that the API takes back', () => {
  const longest = { account: '111122223333', region: 'ap-northeast-1' };
  const token = writePageToken(secret, { ...flows, world: longest }, 'é'.repeat(512));
  expect(NextToken.safeParse(token).success).toBe(true);
});

test('a token is good for its own account, region, listing and parameters only', () => {
  const records: Listing = {
    world,
    operation: 'Records',
    query: { flowName: 'orders', types: ['S3', 'SAPOData'] },
  };
  const token = writePageToken(secret, records, 'x');
  const others: Listing[] = [
    { ...records, world: { ...world, account: '000000000000' } },
    { ...records, world: { ...world, region: 'us-east-1' } },
    { ...records, operation: 'ListFlows' },
    { ...records, query: {} },
    { ...records, query: { ...records.query, flowName: 'refunds' } },
    { ...records, query: { ...records.query, types: ['S3'] } },
    { ...records, query: { ...records.query, more: 1 } },
  ];
  for (const other of others) {
    expect(readPageToken(secret, other, token)).toBeUndefined();
  }
  const inAnotherOrder = { types: ['S3', 'SAPOData'], absent: undefined, flowName: 'orders' };
  expect(readPageToken(secret, { ...records, query: inAnotherOrder }, token)).toBe('x');
});

test('a token of another database is refused', () => {
  expect(readPageToken(randomBytes(32), flows, writePageToken(secret, flows, 'orders'))).toBeUndefined();
});

test('a token that was changed in any bit, cut, lengthened or written in another way is refused', () => {
  const token = writePageToken(secret, flows, 'orders');
  const bytes = Buffer.from(token, 'base64url');
  const changed = Array.from({ length: bytes.length * 8 }, (_, bit) => {
    const copy = Buffer.from(bytes);
    copy.writeUInt8(copy.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
    return copy.toString('base64url');
  });
  const cut = Array.from(token, (_, length) => token.slice(0, length));
  const otherwise = [
    `${token}A`,
    `${token}=`,
    ` ${token}`,
    `${token}\n`,
    `${token.slice(0, 9)}.${token.slice(9)}`,
  ];
  for (const other of [...changed, ...cut, ...otherwise]) {
    expect(readPageToken(secret, flows, other), other).toBeUndefined();
  }
});

test('what nobody wrote is no token', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.base64String()), (text) => {
      expect(readPageToken(secret, flows, text)).toBeUndefined();
    }),
  );
});
