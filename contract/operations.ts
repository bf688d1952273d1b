import type { z } from 'zod';
import type { ExceptionName } from './errors';
import { operations as generated } from './operations.gen';

interface Operation {
  method: 'GET' | 'POST' | 'DELETE';
  /** A `{name}` in it is the member of that name, percent-encoded. */
  uri: string;
  /** The members that are lists in the query string, each value a parameter. */
  query: readonly string[];
  input: z.ZodObject;
  output: z.ZodObject;
  /** As the API's model declares them; the common ones of errors.ts come on top. */
  errors: readonly ExceptionName[];
}

/** All operations: the table of contents of the API. */
export const operations = generated satisfies Record<string, Operation>;

export type OperationName = keyof typeof operations;
