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

/** What zod's own definition of a schema does not tell. */
export interface ScalarFacts {
  kind: 'string' | 'integer' | 'long' | 'timestamp';
  sensitive: boolean;
}

const scalarFacts = new WeakMap<z.core.$ZodType, ScalarFacts>();

/** Undefined for schemas that zod's definition describes fully. */
export function factsOf(schema: z.core.$ZodType): ScalarFacts | undefined {
  return scalarFacts.get(schema);
}

function withFacts<Schema extends z.core.$ZodType>(schema: Schema, facts: ScalarFacts): Schema {
  scalarFacts.set(schema, facts);
  return schema;
}

/**
 * A string. Lengths count code points. A value that is too long is not held against the pattern, so that no pattern
 * can take long.
 */
export function text(limits: TextLimits = {}): z.ZodString {
  const { min = 0, max = Infinity, pattern, sensitive = false } = limits;
  const matcher = pattern === undefined ? undefined : wholeValue(pattern);
  const schema = z.string().check((payload) => {
    const length = countCodePoints(payload.value);
    if (length > max) return refuse(payload, tooLong(max));
    if (length < min) refuse(payload, tooShort(min));
    if (matcher !== undefined && !matcher.test(payload.value)) {
      refuse(payload, `Member must satisfy regular expression pattern: ${pattern}`);
    }
  });
  return withFacts(schema, { kind: 'string', sensitive });
}

/** One of a fixed set of strings. */
export function enumeration<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z.enum(values, {
    error: (issue) =>
      issue.code === 'invalid_value'
        ? `Member must satisfy enum value set: [${values.join(', ')}]`
        : undefined,
  });
}

export function list<Element extends z.core.$ZodType>(
  element: Element,
  limits: Limits = {},
): z.ZodArray<Element> {
  return z.array(element).check((payload) => checkSize(payload, payload.value.length, limits));
}

/** A map from any strings that the key's constraints allow. */
export function map<Value extends z.core.$ZodType>(
  key: z.ZodString,
  value: Value,
  limits: Limits = {},
): z.ZodRecord<z.ZodString, Value> {
  return z
    .record(key, value)
    .check((payload) => checkSize(payload, Object.keys(payload.value).length, limits));
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

function wholeNumber(kind: 'integer' | 'long', { min = -Infinity, max = Infinity }: Limits): z.ZodInt {
  const schema = z.int().check((payload) => {
    if (payload.value > max) refuse(payload, `Member must have value less than or equal to ${max}`);
    if (payload.value < min) refuse(payload, `Member must have value greater than or equal to ${min}`);
  });
  return withFacts(schema, { kind, sensitive: false });
}

/** A moment in epoch seconds. */
export function timestamp(): z.ZodNumber {
  return withFacts(z.number(), { kind: 'timestamp', sensitive: false });
}

interface Payload {
  value: unknown;
  issues: z.core.$ZodRawIssue[];
}

function checkSize(payload: Payload, size: number, { min = 0, max = Infinity }: Limits): void {
  if (size > max) refuse(payload, tooLong(max));
  if (size < min) refuse(payload, tooShort(min));
}

function refuse(payload: Payload, message: string): void {
  payload.issues.push({ code: 'custom', message, input: payload.value, continue: true });
}

const tooLong = (max: number) => `Member must have length less than or equal to ${max}`;
const tooShort = (min: number) => `Member must have length greater than or equal to ${min}`;

function countCodePoints(value: string): number {
  return /[\ud800-\udbff]/.test(value) ? [...value].length : value.length;
}
