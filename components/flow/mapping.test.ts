import { expect, it } from 'vitest';
import { mappingPictureOf } from './mapping';

it('shows which fields and records are read, and where each field goes', () => {
  const tasks = [
    { taskType: 'Filter', sourceFields: ['Id', 'Email'], connectorOperator: { Salesforce: 'PROJECTION' } },
    {
      taskType: 'Filter',
      sourceFields: ['Amount'],
      connectorOperator: { Salesforce: 'GREATER_THAN' },
      taskProperties: { DATA_TYPE: 'double', VALUE: '100' },
    },
    {
      taskType: 'Filter',
      sourceFields: ['CreatedDate'],
      connectorOperator: { Salesforce: 'BETWEEN' },
      taskProperties: { LOWER_BOUND: '1', UPPER_BOUND: '2' },
    },
    {
      taskType: 'Map',
      sourceFields: ['Id'],
      destinationField: 'id',
      connectorOperator: { Salesforce: 'NO_OP' },
    },
    {
      taskType: 'Mask',
      sourceFields: ['Email'],
      connectorOperator: { Salesforce: 'MASK_FIRST_N' },
      taskProperties: { MASK_LENGTH: '3', MASK_VALUE: '*' },
    },
    { taskType: 'Map', sourceFields: ['Email'], destinationField: 'email' },
    {
      taskType: 'Merge',
      sourceFields: ['First', 'Last'],
      destinationField: 'name',
      taskProperties: { CONCAT_FORMAT: '${First} ${Last}' },
    },
  ];
  expect(mappingPictureOf({ tasks })).toEqual({
    projection: ['Id', 'Email'],
    filters: ['Amount greater than 100', 'CreatedDate between 1 and 2'],
    mapsAll: undefined,
    paths: [
      { sourceFields: ['Id'], steps: [], destinationField: 'id' },
      { sourceFields: ['Email'], steps: ['Mask first 3 with *'], destinationField: 'email' },
      { sourceFields: ['First', 'Last'], steps: ['Merge ${First} ${Last}'], destinationField: 'name' },
    ],
  });
});

it('shows that all fields are mapped, and which are not', () => {
  const tasks = [
    { taskType: 'Map_all', sourceFields: [], taskProperties: { EXCLUDE_SOURCE_FIELDS_LIST: '["A", "B"]' } },
    {
      taskType: 'Validate',
      sourceFields: ['Id'],
      connectorOperator: { Salesforce: 'VALIDATE_NON_NULL' },
      taskProperties: { VALIDATION_ACTION: 'DropRecord' },
    },
  ];
  expect(mappingPictureOf({ tasks })).toMatchObject({
    mapsAll: { except: ['A', 'B'] },
    paths: [
      { sourceFields: ['Id'], steps: ['Validate non null or droprecord'], destinationField: undefined },
    ],
  });
});

it('shows nothing where there are no readable tasks', () => {
  const nothing = { projection: undefined, filters: [], mapsAll: undefined, paths: [] };
  expect(mappingPictureOf({})).toEqual(nothing);
  expect(mappingPictureOf({ tasks: 'none' })).toEqual(nothing);
});
