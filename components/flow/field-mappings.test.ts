import { expect, it } from 'vitest';
import { fieldMappingsOf } from './field-mappings';

it('shows a task with its fields, its operator and its properties', () => {
  const tasks = [
    { taskType: 'Filter', sourceFields: ['Id', 'Name'], connectorOperator: { Salesforce: 'PROJECTION' } },
    {
      taskType: 'Map',
      sourceFields: ['Id'],
      destinationField: 'id',
      connectorOperator: { Salesforce: 'NO_OP' },
      taskProperties: { SOURCE_DATA_TYPE: 'string' },
    },
    { taskType: 'Map_all', sourceFields: [] },
  ];
  expect(fieldMappingsOf({ tasks })).toEqual([
    { task: 'Filter', sourceFields: 'Id, Name', destinationField: '', details: 'PROJECTION' },
    { task: 'Map', sourceFields: 'Id', destinationField: 'id', details: 'SOURCE_DATA_TYPE = string' },
    { task: 'Map all', sourceFields: '', destinationField: '', details: '' },
  ]);
});

it('shows nothing where there are no readable tasks', () => {
  expect(fieldMappingsOf({})).toEqual([]);
  expect(fieldMappingsOf({ tasks: 'none' })).toEqual([]);
});
