import { z } from 'zod';
import { earliest, factsOf, latest } from './constraints';

export type InputReading<Input> =
  | { ok: true; input: Input }
  | { ok: false; exception: 'SerializationException' | 'ValidationException'; message: string };

/**
 * Reads a parsed JSON value as an operation's input: known members only, nulls left out. A wrong type anywhere is a
 * SerializationException; otherwise all broken constraints are one ValidationException, in AWS's words.
 *
 * Only the schema is walked, never what the value has beside it, so that no nesting can exhaust the stack; and
 * errors are counted, not kept, so that a body full of them stays cheap.
 */
export function readInput<Schema extends z.ZodObject>(
  schema: Schema,
  json: unknown,
): InputReading<z.infer<Schema>> {
  const reading: Reading = { path: [], detected: 0, reported: [] };
  try {
    const known = readValue(planOf(schema), json, reading);
    if (reading.detected > 0) {
      return { ok: false, exception: 'ValidationException', message: validationMessage(reading) };
    }
    return { ok: true, input: schema.parse(known) };
  } catch (error) {
    if (!(error instanceof WrongType)) throw error;
    return { ok: false, exception: 'SerializationException', message: error.message };
  }
}

/** What a schema asks of a JSON value, worked out once a schema. */
type Plan = StructurePlan | ListPlan | MapPlan | ScalarPlan;

interface StructurePlan {
  kind: 'structure';
  members: { name: string; plan: Plan; required: boolean }[];
}

interface ListPlan {
  kind: 'list';
  element: Plan;
  brokenBySize: (size: number) => readonly string[];
}

interface MapPlan {
  kind: 'map';
  key: ScalarPlan;
  value: Plan;
  brokenBySize: (size: number) => readonly string[];
}

interface ScalarPlan {
  kind: 'scalar';
  /** With its article: "a string". */
  expected: string;
  sensitive: boolean;
  /** The constraints that a value breaks, or undefined for a value of the wrong type. */
  check: (value: unknown) => readonly string[] | undefined;
}

const plans = new WeakMap<z.core.$ZodType, Plan>();

function planOf(schema: z.core.$ZodType): Plan {
  const known = plans.get(schema);
  if (known !== undefined) return known;
  const plan = makePlan(schema);
  plans.set(schema, plan);
  return plan;
}

function makePlan(schema: z.core.$ZodType): Plan {
  if (schema instanceof z.ZodObject) {
    const members = Object.entries<z.core.$ZodType>(schema.shape).map(([name, member]) => {
      const required = !(member instanceof z.ZodOptional);
      return { name, plan: planOf(required ? member : member.unwrap()), required };
    });
    return { kind: 'structure', members };
  }
  if (schema instanceof z.ZodArray) {
    return { kind: 'list', element: planOf(schema.element), brokenBySize: brokenBySize(schema) };
  }
  if (schema instanceof z.ZodRecord) {
    const key = scalarPlan(schema.keyType);
    return { kind: 'map', key, value: planOf(schema.valueType), brokenBySize: brokenBySize(schema) };
  }
  return scalarPlan(schema);
}

const nothing: readonly string[] = [];

function brokenBySize(schema: z.core.$ZodType): (size: number) => readonly string[] {
  const facts = factsOf(schema);
  return facts?.type === 'size' ? facts.broken : () => nothing;
}

function scalarPlan(schema: z.core.$ZodType): ScalarPlan {
  const facts = factsOf(schema);
  switch (facts?.type) {
    case 'text':
      return {
        kind: 'scalar',
        expected: 'a string',
        sensitive: facts.sensitive,
        check: (value) => (typeof value === 'string' ? facts.broken(value) : undefined),
      };
    case 'integer':
      return numberPlan('a 32-bit integer', facts.broken, (value) => value === (value | 0));
    case 'long':
      // Beyond what a number holds exactly there is only the range to tell.
      return numberPlan(
        'a 64-bit integer',
        facts.broken,
        (value) =>
          Number.isSafeInteger(value) ||
          (Number.isInteger(value) && Math.abs(value) <= 2 ** 63 && facts.broken(value).length > 0),
      );
    case 'timestamp':
      return numberPlan(
        'a number of epoch seconds',
        facts.broken,
        (value) => value >= earliest && value <= latest,
      );
  }
  if (schema instanceof z.ZodBoolean) {
    return {
      kind: 'scalar',
      expected: 'a boolean',
      sensitive: false,
      check: (value) => (typeof value === 'boolean' ? nothing : undefined),
    };
  }
  if (schema instanceof z.ZodNumber) return numberPlan('a number', () => nothing, Number.isFinite);
  throw new Error(`No input is read by a schema of type ${schema._zod.def.type}`);
}

function numberPlan(
  expected: string,
  broken: (value: number) => readonly string[],
  isOne: (value: number) => boolean,
): ScalarPlan {
  return {
    kind: 'scalar',
    expected,
    sensitive: false,
    check: (value) => (typeof value === 'number' && isOne(value) ? broken(value) : undefined),
  };
}

/** How far the walk is and what it has found. */
interface Reading {
  /** As AWS writes it, joined by dots: elements count from 1 and are followed by "member". */
  path: (string | number)[];
  detected: number;
  reported: string[];
}

class WrongType extends Error {}

const nullBroken = ['Member must not be null'];

/** The value without nulls and unknown members. Throws WrongType; notes broken constraints in the reading. */
function readValue(plan: Plan, value: unknown, reading: Reading): unknown {
  switch (plan.kind) {
    case 'structure':
      return readStructure(plan, value, reading);
    case 'list':
      return readList(plan, value, reading);
    case 'map':
      return readMap(plan, value, reading);
    case 'scalar': {
      const broken = plan.check(value);
      if (broken === undefined) return refuseType(plan.expected, kindOf(value, plan.sensitive), reading);
      if (broken.length > 0) note(broken, plan, value, reading);
      return value;
    }
  }
}

function readStructure(plan: StructurePlan, value: unknown, reading: Reading): unknown {
  if (!isObject(value)) return refuseType('an object', kindOf(value), reading);
  const known: Record<string, unknown> = {};
  for (const { name, plan: memberPlan, required } of plan.members) {
    const member = Object.hasOwn(value, name) ? value[name] : undefined;
    reading.path.push(name);
    if (member !== undefined && member !== null) {
      known[name] = readValue(memberPlan, member, reading);
    } else if (required) {
      note(nullBroken, memberPlan, null, reading);
    }
    reading.path.pop();
  }
  return known;
}

function readList(plan: ListPlan, value: unknown, reading: Reading): unknown {
  if (!Array.isArray(value)) return refuseType('a list', kindOf(value), reading);
  const known = value.map((element: unknown, index) => {
    reading.path.push(index + 1, 'member');
    const knownElement = readValue(plan.element, element, reading);
    reading.path.length -= 2;
    return knownElement;
  });
  const broken = plan.brokenBySize(known.length);
  if (broken.length > 0) note(broken, plan, known, reading);
  return known;
}

function readMap(plan: MapPlan, value: unknown, reading: Reading): unknown {
  if (!isObject(value)) return refuseType('an object', kindOf(value), reading);
  // Without a prototype, as here, `__proto__` is a key like any other.
  const known: Record<string, unknown> = { __proto__: null };
  for (const key of Object.keys(value)) {
    reading.path.push(plan.key.sensitive ? hidden : cut(key), 'member');
    known[key] = readValue(plan.value, value[key], reading);
    reading.path.length -= 2;
  }
  const keys = Object.keys(known);
  const broken = [...plan.brokenBySize(keys.length), ...keys.flatMap((key) => brokenByKey(plan.key, key))];
  if (broken.length > 0) note(broken, plan, known, reading);
  return known;
}

/** zod would silently drop `__proto__` from a map, so it is refused by name instead. */
function brokenByKey(plan: ScalarPlan, key: string): readonly string[] {
  const broken = key === '__proto__' ? ['Member must not be __proto__'] : (plan.check(key) ?? nothing);
  return broken.length === 0 ? nothing : [`Map keys must satisfy constraint: [${broken.join(', ')}]`];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refuseType(expected: string, found: string, { path }: Reading): never {
  const subject = path.length === 0 ? 'The request' : `Value at '${path.join('.')}'`;
  throw new WrongType(`${subject} must be ${expected}, not ${found}.`);
}

function kindOf(value: unknown, sensitive = false): string {
  if (value === undefined) return 'absent';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  return typeof value === 'number' && !sensitive ? String(value) : `a ${typeof value}`;
}

/** Beyond these, errors are only counted. */
const maxReported = 20;
const maxReportedLength = 4_000;
const maxPrintedLength = 256;
const hidden = '***';

function note(broken: readonly string[], plan: Plan, value: unknown, reading: Reading): void {
  reading.detected += broken.length;
  const room = maxReported - reading.reported.length;
  if (room <= 0) return;
  const printed = value === null ? 'null' : printedValue(plan, value);
  const subject = printed === undefined ? 'Value' : `Value ${printed}`;
  const place = `${subject} at '${reading.path.join('.')}' failed to satisfy constraint`;
  for (const constraint of broken.slice(0, room)) reading.reported.push(`${place}: ${constraint}`);
}

function validationMessage({ detected, reported }: Reading): string {
  const parts: string[] = [];
  let length = 0;
  for (const part of reported) {
    length += part.length;
    if (parts.length > 0 && length > maxReportedLength) break;
    parts.push(part);
  }
  if (parts.length < detected) parts.push(`and ${detected - parts.length} more`);
  const errors = detected === 1 ? '1 validation error' : `${detected} validation errors`;
  return `${errors} detected: ${parts.join('; ')}`;
}

/** As Java prints it, in quotes and cut; undefined where it has something sensitive or a structure in it. */
function printedValue(plan: Plan, value: unknown): string | undefined {
  if (!isPrintable(plan)) return undefined;
  if (Array.isArray(value)) return quoted(`[${value.slice(0, maxPrintedLength).join(', ')}]`);
  if (!isObject(value)) return quoted(String(value));
  const entries = Object.entries(value).slice(0, maxPrintedLength);
  return quoted(`{${entries.map(([key, entry]) => `${key}=${String(entry)}`).join(', ')}}`);
}

function isPrintable(plan: Plan): boolean {
  switch (plan.kind) {
    case 'structure':
      return false;
    case 'list':
      return plan.element.kind === 'scalar' && !plan.element.sensitive;
    case 'map':
      return plan.value.kind === 'scalar' && !plan.value.sensitive && !plan.key.sensitive;
    case 'scalar':
      return !plan.sensitive;
  }
}

function quoted(value: string): string {
  return `'${cut(value)}'`;
}

/** Cuts between code points, never inside one. */
function cut(value: string): string {
  if (value.length <= maxPrintedLength) return value;
  const kept = [...value.slice(0, 2 * maxPrintedLength)].slice(0, maxPrintedLength).join('');
  return kept.length < value.length ? `${kept}…` : kept;
}
