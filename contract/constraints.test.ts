import { describe, expect, expectTypeOf, it } from 'vitest';
import type { z } from 'zod';
import { enumeration, enumMap, integer, list, long, map, text, timestamp } from './constraints';

function messages(schema: z.ZodType, value: unknown): string[] {
  return schema.safeParse(value).error?.issues.map((issue) => issue.message) ?? [];
}

describe('text', () => {
  it('counts code points', () => {
    const two = text({ min: 2, max: 2 });
    expect(messages(two, '\u{1F600}\u{1F600}')).toEqual([]);
    expect(messages(two, '\u{1F600}')).toEqual(['Member must have length greater than or equal to 2']);
    expect(messages(two, 'abc')).toEqual(['Member must have length less than or equal to 2']);
    expect(messages(two, '\ud800\ud800')).toEqual([]);
  });

  it('reports a length and a pattern that are broken together', () => {
    expect(messages(text({ min: 3, pattern: '\\S+' }), ' ')).toEqual([
      'Member must have length greater than or equal to 3',
      'Member must satisfy regular expression pattern: \\S+',
    ]);
  });

  it('does not hold a value that is too long against its pattern', () => {
    const hostile = `arn:aws:${':1'.repeat(500_000)}\n`;
    const begun = process.cpuUsage();
    expect(messages(text({ max: 512, pattern: 'arn:aws:.*:.*:[0-9]+:.*' }), hostile)).toEqual([
      'Member must have length less than or equal to 512',
    ]);
    expect(process.cpuUsage(begun).user / 1_000).toBeLessThan(500);
  });
});

describe('numbers', () => {
  it('are held to their range', () => {
    expect(messages(integer({ min: 1, max: 100 }), 100)).toEqual([]);
    expect(messages(integer({ min: 1, max: 100 }), 101)).toEqual([
      'Member must have value less than or equal to 100',
    ]);
    expect(messages(long({ min: 0 }), -1)).toEqual(['Member must have value greater than or equal to 0']);
    expect(messages(integer(), 1.5)).toHaveLength(1);
    expect(messages(timestamp(), 1.5)).toEqual([]);
  });
});

describe('enumeration', () => {
  it('names its values', () => {
    expect(messages(enumeration(['A', 'B']), 'C')).toEqual(['Member must satisfy enum value set: [A, B]']);
    expectTypeOf<z.infer<ReturnType<typeof enumeration<['A', 'B']>>>>().toEqualTypeOf<'A' | 'B'>();
  });
});

describe('list and map', () => {
  it('are held to their size, their elements, keys and values', () => {
    expect(messages(list(text(), { max: 1 }), ['a', 'b'])).toEqual([
      'Member must have length less than or equal to 1',
    ]);
    expect(messages(list(text({ max: 1 })), ['ab'])).toHaveLength(1);
    const pairs = map(text({ max: 1 }), text({ max: 1 }), { min: 1 });
    expect(messages(pairs, {})).toEqual(['Member must have length greater than or equal to 1']);
    expect(messages(pairs, { a: 'ab' })).toEqual(['Member must have length less than or equal to 1']);
    expect(messages(pairs, { ab: 'a' })).toHaveLength(1);
  });

  it('need not hold every key of an enumeration', () => {
    const pairs = enumMap(enumeration(['A', 'B']), text());
    expect(messages(pairs, { A: 'x' })).toEqual([]);
    expect(messages(pairs, { C: 'x' })).toHaveLength(1);
    expectTypeOf<z.infer<typeof pairs>>().toEqualTypeOf<Partial<Record<'A' | 'B', string>>>();
  });
});
