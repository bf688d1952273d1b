import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readApiModel } from './api-model';
import { wholeValue } from './java-pattern';

describe('wholeValue', () => {
  it('matches the whole value only', () => {
    expect(wholeValue('[a-z]+').test('abc')).toBe(true);
    expect(wholeValue('[a-z]+').test('abc1')).toBe(false);
    expect(wholeValue('a|bc').test('abc')).toBe(false);
    expect(wholeValue('^[a-z]*$').test('abc\n')).toBe(false);
  });

  it('reads \\s, \\S and \\w as ASCII', () => {
    for (const space of [' ', '\t', '\n', '\v', '\f', '\r']) {
      expect(wholeValue('\\s').test(space)).toBe(true);
      expect(wholeValue('[\\s\\w]').test(space)).toBe(true);
      expect(wholeValue('\\S').test(space)).toBe(false);
    }
    expect(wholeValue('\\s').test('\u00a0')).toBe(false);
    expect(wholeValue('[\\s]').test('\u2003')).toBe(false);
    expect(wholeValue('\\S').test('\u00a0')).toBe(true);
    expect(wholeValue('\\w').test('é')).toBe(false);
  });

  it('stops a dot at the line ends of Java and takes one in a class as it is', () => {
    for (const lineEnd of ['\n', '\r', '\u0085', '\u2028', '\u2029']) {
      expect(wholeValue('.*').test(`a${lineEnd}b`)).toBe(false);
    }
    expect(wholeValue('.').test('\u{1F600}')).toBe(true);
    expect(wholeValue('[.]').test('a')).toBe(false);
  });

  it('reads escaped surrogates as one code point', () => {
    const pattern = wholeValue('[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\t]*');
    expect(pattern.test('a\t\u{10000}\u{10FFFF}')).toBe(true);
    expect(pattern.test('\ud800')).toBe(false);
    expect(pattern.test('\uffff')).toBe(false);
  });

  it('refuses a pattern that it would translate wrongly', () => {
    expect(() => wholeValue('[\\S]')).toThrow();
  });
});

/** Every pattern of the model with the most code points that a value held against it can have. */
const longest = new Map<string, number>();
for (const shape of Object.values(readApiModel().shapes)) {
  if (shape.type !== 'string' || shape.pattern === undefined) continue;
  longest.set(shape.pattern, Math.max(longest.get(shape.pattern) ?? 0, shape.max ?? 1_000_000));
}

test('the model has 27 patterns and each has a maximum length before it', () => {
  expect(longest.size).toBe(27);
  expect(Math.max(...longest.values())).toBeLessThanOrEqual(8_000);
});

const heads = [
  '',
  'arn:aws:',
  'arn:aws:kms:',
  'arn:aws:iam:',
  'arn:aws:appflow:',
  'arn:aws:secretsmanager:',
  'https://',
  'file://',
  'upsolver-appflow',
  'com.amazonaws.vpce.',
  'a.a.',
];
const repeated = [
  ':',
  'a',
  '1',
  ':1',
  ':1:',
  'a:',
  '.',
  ' ',
  '=',
  '/',
  '\t',
  '\u{1F600}',
  'A.',
  '%',
  '\ud800',
];
const tails = ['', '\n', '\0', '\ud800', ':', 'é'];

// The slowest takes about 20 ms (an ARN of 512 characters that ends in a line feed). A pattern that backtracks
// without bound would take minutes, so the limit (ms of processor time) leaves room.
test.each([...longest])('no value makes the pattern %s hang', (pattern, max) => {
  const matcher = wholeValue(pattern);
  for (const head of heads) {
    for (const piece of repeated) {
      for (const tail of tails) {
        const value = (head + piece.repeat(max)).slice(0, max - tail.length) + tail;
        const begun = process.cpuUsage();
        matcher.test(value);
        expect(process.cpuUsage(begun).user / 1_000).toBeLessThan(500);
      }
    }
  }
});

/** What a pattern is written with, its letters, signs and ranges' ends, and what hardly any allows. */
function piecesOf(pattern: string): fc.Arbitrary<string> {
  const words = pattern.match(/\w{2,}/g) ?? [];
  return fc.constantFrom(
    ...new Set([...words, ...pattern, ...repeated, ...tails].filter((each) => each !== '')),
  );
}

// Bounded by their number alone: a pattern that hangs on one of them never ends.
test.each([...longest])('no value made of its own pieces makes the pattern %s hang', (pattern, max) => {
  const matcher = wholeValue(pattern);
  const some = (minLength: number) =>
    fc.array(piecesOf(pattern), { minLength, maxLength: 3 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(some(0), some(1), some(1), some(0), (head, first, second, tail) => {
      const half = first.repeat(max).slice(0, max / 2);
      for (const middle of [half + second.repeat(max), (first + second).repeat(max)]) {
        const value = (head + middle).slice(0, max - tail.length) + tail;
        expect(typeof matcher.test(value)).toBe('boolean');
      }
    }),
    { numRuns: 100 },
  );
});
