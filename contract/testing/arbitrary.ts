import fc from 'fast-check';
import { z } from 'zod';
import { earliest, latest, factsOf, type Limits, type TextLimits } from '../constraints';
import { wholeValue } from '../java-pattern';

/** Values that a schema of the contract allows, as a client may send them in JSON: optional members come and go. */
export function arbitraryOf<Schema extends z.ZodType>(schema: Schema): fc.Arbitrary<z.infer<Schema>> {
  return valueOf(schema).map((value) => schema.parse(value));
}

const known = new WeakMap<z.core.$ZodType, fc.Arbitrary<unknown>>();

function valueOf(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  const made = known.get(schema) ?? make(schema);
  known.set(schema, made);
  return made;
}

function make(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  if (schema instanceof z.ZodObject) return structure(schema);
  if (schema instanceof z.ZodArray) return fc.array(valueOf(schema.element), sizeOf(schema));
  if (schema instanceof z.ZodRecord) {
    const keys = valueOf(schema.keyType)
      .map(String)
      .filter((key) => key !== '__proto__');
    const { minLength, maxLength } = sizeOf(schema);
    const limits = { minKeys: minLength, maxKeys: maxLength, noNullPrototype: true };
    return fc.dictionary(keys, valueOf(schema.valueType), limits);
  }
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options);
  if (schema instanceof z.ZodBoolean) return fc.boolean();
  const facts = factsOf(schema);
  switch (facts?.type) {
    case 'text':
      return string(facts.limits, (value) => facts.broken(value).length === 0);
    case 'integer':
      return fc.integer(facts.limits);
    case 'long':
      return fc.maxSafeInteger().filter((value) => facts.broken(value).length === 0);
    case 'timestamp':
      return fc.oneof(fc.integer({ min: 0, max: 4_102_444_800 }), number({ min: earliest, max: latest }));
    default:
      return number({});
  }
}

function structure(schema: z.ZodObject): fc.Arbitrary<unknown> {
  const requiredKeys: string[] = [];
  const members: Record<string, fc.Arbitrary<unknown>> = {};
  for (const [name, member] of Object.entries<z.core.$ZodType>(schema.shape)) {
    const isOptional = member instanceof z.ZodOptional;
    members[name] = valueOf(isOptional ? member.unwrap() : member);
    if (!isOptional) requiredKeys.push(name);
  }
  return fc.record(members, { requiredKeys, noNullPrototype: true });
}

/** Short lists mostly: what matters of length is tested at its limits beside the constraints. */
function sizeOf(schema: z.core.$ZodType): { minLength: number; maxLength: number } {
  const facts = factsOf(schema);
  const { min = 0, max = Infinity } = facts?.type === 'size' ? facts.limits : {};
  return { minLength: min, maxLength: Math.max(min, Math.min(max, 4)) };
}

/** JSON has no negative zero. */
function number(limits: Limits): fc.Arbitrary<number> {
  return fc.double({ ...limits, noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
}

/** Strings that the limits allow: of every form that the pattern describes, sometimes as long as may be, with all of Unicode where allowed. */
function string(limits: TextLimits, isAllowed: (value: string) => boolean): fc.Arbitrary<string> {
  const { min = 0, max = 300 } = limits;
  const anything = fc.string({ unit: 'binary', minLength: min, maxLength: Math.max(min, Math.min(max, 64)) });
  const allowsAnything = isAllowed('\u{1F600}'.repeat(Math.max(min, 1)));
  const matching = limits.pattern === undefined ? anything : matchingStrings(limits.pattern);
  const short = fc.oneof(matching, allowsAnything ? anything : matching).filter(isAllowed);
  return fc.oneof(
    { weight: 9, arbitrary: short },
    { weight: 1, arbitrary: short.map((value) => stretched(value, max, isAllowed)) },
  );
}

function matchingStrings(javaPattern: string): fc.Arbitrary<string> {
  // Two things that fast-check cannot make strings of; what they exclude is filtered out afterwards.
  if (javaPattern.includes('\\uD800')) return fc.string({ unit: 'binary', maxLength: 64 });
  return fc.stringMatching(wholeValue(javaPattern.replace(/^\^\(\?![^)]*\)/, '')));
}

/** The value with its last character repeated until it has `max` code points, where that is still allowed. */
function stretched(value: string, max: number, isAllowed: (value: string) => boolean): string {
  const characters = [...value];
  const longest = value + (characters.at(-1) ?? '').repeat(max - characters.length);
  return isAllowed(longest) ? longest : value;
}
