import fc from 'fast-check';

/** The value with one of its parts, chosen by `pick`, changed; undefined takes it out of an object. */
export function changed(value: unknown, pick: number, change: (part: unknown) => unknown): unknown {
  let left = pick % countParts(value);
  const copy = (part: unknown): unknown => {
    if (left-- === 0) return change(part);
    if (Array.isArray(part)) return part.map(copy);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, entry]) => [key, copy(entry)]));
  };
  return copy(value);
}

function countParts(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce<number>((sum, part) => sum + countParts(part), 1);
}

/** JSON that cannot be made of a value: put in by the text. */
const asText: Record<string, string> = {
  '<nested>': '['.repeat(20_000) + ']'.repeat(20_000),
  '<half nested>': '{"a":'.repeat(5_000),
  '<number too large>': '1e999',
  '<long number>': '9'.repeat(400),
  '<lone surrogate>': '"\\ud800"',
  '<NUL>': '"or\\u0000ders"',
  '<duplicate members>': '{"flowName":"one","flowName":2}',
};

const hostileParts: readonly unknown[] = [
  null,
  undefined,
  12,
  -1,
  0.5,
  true,
  '',
  'a',
  'two words',
  'line\nbreak',
  '../../etc/passwd',
  '%00%2e%2e%2f',
  "'; DROP TABLE Flow; --",
  '\u{1F600}\u202e\u0000\ufeff',
  '__proto__',
  'x'.repeat(2_049),
  'é'.repeat(9_000),
  [],
  [null],
  [[]],
  {},
  { constructor: { prototype: { polluted: true } }, toString: 1, length: -1 },
  Object.fromEntries([['__proto__', { polluted: true }]]),
  Array.from({ length: 500 }, () => 'a'),
  Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`key-${index}`, 'value'])),
  ...Object.keys(asText),
];

const changes = fc.array(fc.tuple(fc.nat(), fc.constantFrom(...hostileParts)), {
  minLength: 1,
  maxLength: 3,
});

/** The JSON of such values, of which some parts were changed to what a client may send by mistake or on purpose. */
export function hostileJson(values: fc.Arbitrary<unknown>): fc.Arbitrary<string> {
  return fc.tuple(values, changes).map(([value, parts]) => {
    const hostile = parts.reduce<unknown>(
      (before, [pick, part]) => changed(before, pick, (old) => besides(old, part)),
      value,
    );
    const text = JSON.stringify(hostile) as string | undefined;
    return Object.entries(asText).reduce(
      (json, [name, replacement]) => json.replace(`"${name}"`, () => replacement),
      text ?? '',
    );
  });
}

/** An object takes a hostile object's members beside its own, so that unknown ones are met too. */
function besides(old: unknown, part: unknown): unknown {
  return isObject(old) && isObject(part) ? { ...part, ...old } : part;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
