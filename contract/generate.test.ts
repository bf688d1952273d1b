import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { type ApiModel, readApiModel } from './api-model';
import { generateOperations, generateShapes } from './generate';

function textOf(file: string): string {
  return readFileSync(new URL(file, import.meta.url), 'utf8');
}

test('shapes.gen.ts and operations.gen.ts are what generate.ts makes of api-model.json', () => {
  expect(textOf('./shapes.gen.ts') === generateShapes(readApiModel())).toBe(true);
  expect(textOf('./operations.gen.ts')).toBe(generateOperations(readApiModel()));
});

test("api-model.json is AppFlow's model as it was given", () => {
  const digest = createHash('sha256').update(textOf('./api-model.json')).digest('hex');
  expect(digest).toBe('c15bc88c28e80ec25525b5feebe315c9f9b8ed7187f720ee250340374530e6bd');
});

describe('generateShapes', () => {
  const operation = {
    name: 'Do',
    http: { method: 'POST', requestUri: '/do' },
    input: { shape: 'In' },
    output: { shape: 'Out' },
    errors: [],
  };
  const structure = (members: Record<string, { shape: string }>, required: string[] = []) => ({
    type: 'structure' as const,
    members,
    required,
  });

  it('puts a shape after those that it uses and leaves out what no operation reaches', () => {
    const model: ApiModel = {
      operations: { Do: operation },
      shapes: {
        In: structure({ when: { shape: 'Date' }, odd: { shape: 'Odd' } }, ['odd']),
        Out: structure({}),
        Date: { type: 'timestamp' },
        Odd: { type: 'string', pattern: "\\S'", max: 2, sensitive: true },
        Unused: { type: 'boolean' },
      },
    };
    const declared = generateShapes(model).split('\n').slice(6).join('\n');
    expect(declared).toBe(`export const DateShape = timestamp();
export type DateShape = z.infer<typeof DateShape>;

export const Odd = text({ max: 2, pattern: '\\\\S\\'', sensitive: true });
export type Odd = z.infer<typeof Odd>;

export const In = z.object({
  when: DateShape.optional(),
  odd: Odd,
});
export type In = z.infer<typeof In>;

export const Out = z.object({});
export type Out = z.infer<typeof Out>;
`);
  });

  it('refuses a shape that is missing or contains itself', () => {
    expect(() => generateShapes({ operations: { Do: operation }, shapes: {} })).toThrow('has no shape In');
    const recursive = { In: structure({ again: { shape: 'In' } }), Out: structure({}) };
    expect(() => generateShapes({ operations: { Do: operation }, shapes: recursive })).toThrow(
      'contains itself',
    );
  });
});
