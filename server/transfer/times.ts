import { z } from 'zod';
import { factsOf } from '@/contract/constraints';
import { TransferError } from './transfer-error';

const MICROS = 1_000_000;
const IsoTime = z.iso.datetime({ offset: true });

/** The value with the times that the schema has in it as epoch seconds, where they are ISO 8601. Throws TransferError. */
export function withTimesRead(schema: z.core.$ZodType, value: unknown): unknown {
  return convertTimes(schema, value, (time) => (typeof time === 'string' ? toEpochSeconds(time) : time));
}

/** The value with its times as the AWS CLI prints them, and nothing in it but what the schema has, in the schema's order. */
export function withTimesPrinted(schema: z.core.$ZodType, value: unknown): unknown {
  return convertTimes(schema, value, (time) => (typeof time === 'number' ? printed(time) : time));
}

function convertTimes(schema: z.core.$ZodType, value: unknown, convert: (time: unknown) => unknown): unknown {
  if (schema instanceof z.ZodOptional) {
    return convertTimes(schema.unwrap(), value, convert);
  }
  if (schema instanceof z.ZodObject && isObject(value)) {
    const members = Object.entries<z.core.$ZodType>(schema.shape).filter(([name]) =>
      Object.hasOwn(value, name),
    );
    return Object.fromEntries(
      members.map(([name, member]) => [name, convertTimes(member, value[name], convert)]),
    );
  }
  if (schema instanceof z.ZodArray && Array.isArray(value)) {
    return value.map((element: unknown) => convertTimes(schema.element, element, convert));
  }
  return factsOf(schema)?.type === 'timestamp' ? convert(value) : value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads microseconds too: a Date has none. */
function toEpochSeconds(time: string): number {
  if (!IsoTime.safeParse(time).success) {
    throw new TransferError(
      `${JSON.stringify(time.slice(0, 100))} is not a time such as 2026-01-15T12:00:00+00:00.`,
    );
  }
  const fraction = /\.\d+/.exec(time)?.[0] ?? '';
  const seconds = Date.parse(time.replace(fraction, '')) / 1_000;
  return seconds + Math.round(Number(`0${fraction}`) * MICROS) / MICROS;
}

function printed(epochSeconds: number): string {
  const seconds = Math.floor(epochSeconds);
  const micros = Math.round((epochSeconds - seconds) * MICROS);
  const date = new Date((seconds + Math.floor(micros / MICROS)) * 1_000).toISOString().slice(0, 19);
  const fraction = micros % MICROS === 0 ? '' : `.${String(micros).padStart(6, '0')}`;
  return `${date}${fraction}+00:00`;
}
