import { expect, expectTypeOf, test } from 'vitest';
import { readApiModel } from './api-model';
import type { ExceptionName } from './errors';
import { type OperationName, operations } from './operations';
import * as shapes from './shapes.gen';

const model = readApiModel();
const schemas = new Map<string, unknown>(Object.entries(shapes));

test.each(Object.entries(operations))("%s is the model's", (name, operation) => {
  const modelled = model.operations[name];
  expect(operation).toEqual({
    method: modelled?.http.method,
    uri: modelled?.http.requestUri,
    query: operation.query,
    input: operation.input,
    output: operation.output,
    errors: modelled?.errors.map((error) => error.shape),
  });
  expect(operation.input).toBe(schemas.get(modelled?.input.shape ?? ''));
  expect(operation.output).toBe(schemas.get(modelled?.output.shape ?? ''));
});

test('all 25 operations of the model are there, with what is in the query string', () => {
  expect(Object.keys(operations)).toEqual(Object.keys(model.operations));
  expect(Object.keys(operations)).toHaveLength(25);
  expect(operations.UntagResource).toMatchObject({ method: 'DELETE', query: ['tagKeys'] });
});

test('every declared error is an exception by type', () => {
  expectTypeOf<(typeof operations)[OperationName]['errors'][number]>().toExtend<ExceptionName>();
});
