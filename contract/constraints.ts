import { z } from 'zod';
import { wholeValue } from './java-pattern';

/**
 * The kinds of shape that AppFlow's model has, as zod schemas. A broken constraint carries AWS's own words
 * ("Member must have length less than or equal to 256"); read-input.ts puts the value and its place before them.
 */

export interface Limits {
  min?: number;
  max?: number;
}

export interface TextLimits extends Limits {
  /** In Java's dialect, as the model writes it; the whole value must match. */
  pattern?: string;
  /** Its values must not be repeated in messages or logs. */
  sensitive?: boolean;
}

/** What a schema's definition in zod does not tell; `broken` says which constraints a value of the right type breaks. */
export type Facts =
  | { type: 'text'; sensitive: boolean; limits: TextLimits; broken: (value: string) => readonly string[] }
  | { type: 'integer' | 'long' | 'timestamp'; limits: Limits; broken: (value: number) => readonly string[] }
  | { type: 'size'; limits: Limits; broken: (size: number) => readonly string[] };

const factsBySchema = new WeakMap<z.core.$ZodType, Facts>();

export function factsOf(schema: z.core.$ZodType): Facts | undefined {
  return factsBySchema.get(schema);
}

function withFacts<Schema extends z.core.$ZodType>(schema: Schema, facts: Facts): Schema {
  factsBySchema.set(schema, facts);
  return schema;
}

const nothing: readonly string[] = [];

/**
 * A string. Lengths count code points. A value that is too long is not held against the pattern, so that no pattern
 * can take long.
 */
export function text(limits: TextLimits = {}): z.ZodString {
  const { pattern, sensitive = false } = limits;
  const matcher = pattern === undefined ? undefined : wholeValue(pattern);
  const broken = (value: string): readonly string[] => {
    const length = countCodePoints(value);
    const lengthBroken = brokenLength(length, limits);
    if (matcher === undefined || length > (limits.max ?? Infinity) || matcher.test(value))
      return lengthBroken;
    return [...lengthBroken, `Member must satisfy regular expression pattern: ${pattern}`];
  };
  const schema = z.string().check((payload) => refuse(payload, broken(payload.value)));
  return withFacts(schema, { type: 'text', sensitive, limits, broken });
}

/** One of a fixed set of strings. */
export function enumeration<const Values extends readonly [string, ...string[]]>(values: Values) {
  const known: ReadonlySet<string> = new Set(values);
  const message = `Member must satisfy enum value set: [${values.join(', ')}]`;
  const schema = z.enum(values, { error: message });
  const broken = (value: string) => (known.has(value) ? nothing : [message]);
  return withFacts(schema, { type: 'text', sensitive: false, limits: {}, broken });
}

export function list<Element extends z.core.$ZodType>(
  element: Element,
  limits: Limits = {},
): z.ZodArray<Element> {
  const broken = (size: number) => brokenLength(size, limits);
  const schema = z.array(element).check((payload) => refuse(payload, broken(payload.value.length)));
  return withFacts(schema, { type: 'size', limits, broken });
}

/** A map from any strings that the key's constraints allow. */
export function map<Value extends z.core.$ZodType>(
  key: z.ZodString,
  value: Value,
  limits: Limits = {},
): z.ZodRecord<z.ZodString, Value> {
  const broken = (size: number) => brokenLength(size, limits);
  const schema = z
    .record(key, value)
    .check((payload) => refuse(payload, broken(Object.keys(payload.value).length)));
  return withFacts(schema, { type: 'size', limits, broken });
}

/** A map from an enumeration's strings, not all of which need be there. */
export function enumMap<Key extends z.ZodEnum, Value extends z.core.$ZodType>(key: Key, value: Value) {
  return z.partialRecord(key, value);
}

/** An integer of 32 bits. */
export function integer(limits: Limits = {}): z.ZodInt {
  return wholeNumber('integer', limits);
}

/** An integer of 64 bits, as far as a JavaScript number is exact. */
export function long(limits: Limits = {}): z.ZodInt {
  return wholeNumber('long', limits);
}

function wholeNumber(type: 'integer' | 'long', limits: Limits): z.ZodInt {
  const broken = (value: number) => brokenRange('value', value, limits);
  const schema = z.int().check((payload) => refuse(payload, broken(payload.value)));
  return withFacts(schema, { type, limits, broken });
}

/** The years 1 to 9999, in epoch seconds: what every client can turn into a date. */
export const earliest = -62_135_596_800;
export const latest = 253_402_300_799;

/** A moment in epoch seconds. */
export function timestamp(): z.ZodNumber {
  return withFacts(z.number().min(earliest).max(latest), {
    type: 'timestamp',
    limits: {},
    broken: () => nothing,
  });
}

interface Payload {
  value: unknown;
  issues: z.core.$ZodRawIssue[];
}

function refuse(payload: Payload, messages: readonly string[]): void {
  for (const message of messages) {
    payload.issues.push({ code: 'custom', message, input: payload.value, continue: true });
  }
}

function brokenLength(length: number, limits: Limits): readonly string[] {
  return brokenRange('length', length, limits);
}

function brokenRange(
  what: 'length' | 'value',
  measured: number,
  { min = -Infinity, max = Infinity }: Limits,
): readonly string[] {
  if (measured > max) return [`Member must have ${what} less than or equal to ${max}`];
  if (measured < min) return [`Member must have ${what} greater than or equal to ${min}`];
  return nothing;
}

function countCodePoints(value: string): number {
  return /[\ud800-\udbff]/.test(value) ? [...value].length : value.length;
}
