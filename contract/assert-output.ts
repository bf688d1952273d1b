import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import { type OperationName, operations } from './operations';
import { readInput } from './read-input';

/**
 * For tests of handlers: throws unless what the client would receive of an output (its JSON) keeps the operation's
 * promise: right types, no constraint broken, and no member that the API does not have.
 */
export function assertOutput(operation: OperationName, output: unknown): void {
  const schema: z.ZodObject = operations[operation].output;
  const received: unknown = JSON.parse(JSON.stringify(output));
  const reading = readInput(schema, received);
  if (!reading.ok)
    throw new Error(`${operation} answered what its output does not allow: ${reading.message}`);
  if (!isDeepStrictEqual(reading.input, received)) {
    throw new Error(
      `${operation} answered members that its output does not have, or nulls: ${JSON.stringify(output)}`,
    );
  }
}
