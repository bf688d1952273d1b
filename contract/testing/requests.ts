import fc from 'fast-check';
import type { z } from 'zod';
import { type OperationName, operations } from '../operations';
import { arbitraryOf } from './arbitrary';
import { hostileJson } from './changes';

/** A request of the API before it has credentials. */
export interface TestRequest {
  operation: OperationName;
  method: string;
  /** As sent: percent-encoded, with the query. */
  path: string;
  /** JSON, or what looks like it. */
  body: string;
}

/** Members that are to have these values in half of the requests, so that something exists under the name. */
export type Existing = Readonly<Record<string, string>>;

/** Requests of an operation that the contract allows. */
export function allowedRequests(operation: OperationName, existing: Existing): fc.Arbitrary<TestRequest> {
  return inputsOf(operation, existing).map((input) => ({
    ...placeOf(operation, input),
    body: operations[operation].method === 'POST' ? JSON.stringify(input) : '',
  }));
}

/** Requests of an operation with something wrong in body, path or query. */
export function hostileRequests(operation: OperationName, existing: Existing): fc.Arbitrary<TestRequest> {
  const inputs = inputsOf(operation, existing);
  return fc
    .tuple(inputs, hostileJson(inputs), fc.constantFrom('', ...hostileQueries))
    .map(([input, body, query]) => {
      const place = placeOf(operation, input);
      return { ...place, path: place.path + query, body };
    });
}

const hostileQueries = ['?', '?tagKeys', '?tagKeys=%', '?tagKeys=&tagKeys=', '?__proto__=1', '?X-Amz-Date=x'];

function inputsOf(operation: OperationName, existing: Existing): fc.Arbitrary<Record<string, unknown>> {
  const { input }: { input: z.ZodObject } = operations[operation];
  const known = Object.fromEntries(Object.entries(existing).filter(([name]) => name in input.shape));
  return fc
    .tuple(arbitraryOf(input), fc.boolean())
    .map(([value, exists]) => ({ ...value, ...(exists && known) }));
}

function placeOf(operation: OperationName, input: Record<string, unknown>) {
  const { method, uri, query }: { method: string; uri: string; query: readonly string[] } =
    operations[operation];
  const path = uri.replace(/\{(\w+)\}/g, (_label, name: string) => encode(input[name]));
  const pairs = query.flatMap((name) =>
    (Array.isArray(input[name]) ? input[name] : []).map((value) => `${name}=${encode(value)}`),
  );
  return { operation, method, path: pairs.length === 0 ? path : `${path}?${pairs.join('&')}` };
}

function encode(value: unknown): string {
  return encodeURIComponent(String(value));
}
