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
    input: operation.input,
    output: operation.output,
    errors: modelled?.errors.map((error) => error.shape),
  });
  expect(operation.input).toBe(schemas.get(modelled?.input.shape ?? ''));
  expect(operation.output).toBe(schemas.get(modelled?.output.shape ?? ''));
});

test("the operations that are not served yet are these of the model's 25", () => {
  const served = new Set(Object.keys(operations));
  const names = Object.keys(model.operations);
  expect(names).toHaveLength(25);
  expect(names.filter((name) => !served.has(name)).sort()).toEqual([
    'CancelFlowExecutions',
    'CreateConnectorProfile',
    'DeleteConnectorProfile',
    'DescribeConnector',
    'DescribeConnectorEntity',
    'DescribeConnectorProfiles',
    'DescribeConnectors',
    'DescribeFlowExecutionRecords',
    'ListConnectorEntities',
    'ListConnectors',
    'ListTagsForResource',
    'RegisterConnector',
    'ResetConnectorMetadataCache',
    'TagResource',
    'UnregisterConnector',
    'UntagResource',
    'UpdateConnectorProfile',
    'UpdateConnectorRegistration',
  ]);
});

test('every declared error is an exception by type', () => {
  expectTypeOf<(typeof operations)[OperationName]['errors'][number]>().toExtend<ExceptionName>();
});
