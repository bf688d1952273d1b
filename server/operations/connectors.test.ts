import { expect, test } from 'vitest';
import { assertOutput } from '@/contract/assert-output';
import { ConnectorType } from '@/contract/shapes.gen';
import { openTestServices } from '../testing/open-test-services';
import { describeConnector } from './describe-connector';
import { describeConnectorEntity } from './describe-connector-entity';
import { describeConnectors } from './describe-connectors';
import { listConnectorEntities } from './list-connector-entities';

test('DescribeConnector: a connector that AWS made', async () => {
  const ctx = (await openTestServices()).contextOf('Ana');
  const described = await describeConnector({ connectorType: 'Servicenow' }, ctx);
  assertOutput('DescribeConnector', described);
  expect(described.connectorConfiguration).toMatchObject({
    connectorType: 'Servicenow',
    canUseAsSource: true,
    canUseAsDestination: false,
    connectorMetadata: { ServiceNow: {} },
  });
});

test('DescribeConnectors: 20 a page unless asked, each type once, or the types asked for', async () => {
  const ctx = (await openTestServices()).contextOf('Ana');
  const first = await describeConnectors({}, ctx);
  assertOutput('DescribeConnectors', first);
  const types = Object.keys(first.connectorConfigurations ?? {});
  expect(types).toHaveLength(20);
  expect(first.connectors?.map(({ connectorType }) => connectorType)).toEqual(types);
  const second = await describeConnectors({ nextToken: first.nextToken }, ctx);
  expect(second.nextToken).toBeUndefined();
  expect([...types, ...Object.keys(second.connectorConfigurations ?? {})].sort()).toEqual(
    ConnectorType.options.filter((connectorType) => connectorType !== 'CustomConnector').sort(),
  );
  const two = await describeConnectors({ connectorTypes: ['Zendesk', 'S3'] }, ctx);
  expect(Object.keys(two.connectorConfigurations ?? {}).sort()).toEqual(['S3', 'Zendesk']);
});

test('DescribeConnectors: ValidationException for a token of another selection', async () => {
  const ctx = (await openTestServices()).contextOf('Ana');
  const { nextToken } = await describeConnectors({ maxResults: 1 }, ctx);
  await expect(describeConnectors({ connectorTypes: ['S3'], nextToken }, ctx)).rejects.toMatchObject({
    name: 'ValidationException',
  });
});

test('ListConnectorEntities: by category, with paging', async () => {
  const ctx = (await openTestServices()).contextOf('Ana');
  const all = await listConnectorEntities({ connectorType: 'Salesforce' }, ctx);
  assertOutput('ListConnectorEntities', all);
  expect(Object.keys(all.connectorEntityMap)).toEqual(['Events', 'Objects']);
  expect(all.connectorEntityMap.Objects).toContainEqual({
    name: 'Opportunity',
    label: 'Opportunity',
    hasNestedEntities: false,
  });
  const names: string[] = [];
  let nextToken: string | undefined;
  do {
    const page = await listConnectorEntities({ connectorType: 'Salesforce', maxResults: 3, nextToken }, ctx);
    names.push(...Object.values(page.connectorEntityMap).flatMap((group) => group.map(({ name }) => name)));
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  expect(names).toEqual(
    Object.values(all.connectorEntityMap).flatMap((group) => group.map(({ name }) => name)),
  );
});

test('ListConnectorEntities: SAP’s entity sets stand under their service', async () => {
  const ctx = (await openTestServices()).contextOf('Ana');
  const services = await listConnectorEntities({ connectorType: 'SAPOData' }, ctx);
  const path = '/sap/opu/odata/sap/API_SALES_ORDER_SRV';
  expect(services.connectorEntityMap.Services).toContainEqual(
    expect.objectContaining({ name: path, hasNestedEntities: true }),
  );
  const sets = await listConnectorEntities({ connectorType: 'SAPOData', entitiesPath: path }, ctx);
  expect(sets.connectorEntityMap).toEqual({
    EntitySets: [{ name: `${path}/A_SalesOrder`, label: 'A Sales Order', hasNestedEntities: false }],
  });
});

test('ListConnectorEntities: nothing for what has no entities', async () => {
  const ctx = (await openTestServices()).contextOf('Ana');
  expect(await listConnectorEntities({ connectorType: 'LookoutMetrics' }, ctx)).toEqual({
    connectorEntityMap: {},
  });
});

test('DescribeConnectorEntity: fields with what may be done with them', async () => {
  const ctx = (await openTestServices()).contextOf('Ana');
  const input = { connectorType: 'Salesforce', connectorEntityName: 'Account' } as const;
  const described = await describeConnectorEntity(input, ctx);
  assertOutput('DescribeConnectorEntity', described);
  expect(described.connectorEntityFields).toContainEqual({
    identifier: 'AnnualRevenue',
    label: 'Annual Revenue',
    isPrimaryKey: false,
    isDeprecated: false,
    supportedFieldTypeDetails: {
      v1: { fieldType: 'double', filterOperators: expect.arrayContaining(['PROJECTION', 'BETWEEN']) },
    },
    sourceProperties: {
      isRetrievable: true,
      isQueryable: true,
      isTimestampFieldForIncrementalQueries: false,
    },
    destinationProperties: {
      isCreatable: true,
      isNullable: true,
      isUpsertable: true,
      isUpdatable: true,
      isDefaultedOnCreate: false,
      supportedWriteOperations: ['INSERT', 'UPSERT', 'UPDATE', 'DELETE'],
    },
  });
});

test.each(ConnectorType.options)(
  'every entity of %s that is listed can be described',
  async (connectorType) => {
    const ctx = (await openTestServices()).contextOf('Ana');
    const root = await listConnectorEntities({ connectorType }, ctx);
    for (const { name, hasNestedEntities } of Object.values(root.connectorEntityMap).flat()) {
      const below = hasNestedEntities
        ? await listConnectorEntities({ connectorType, entitiesPath: name }, ctx)
        : { connectorEntityMap: { self: [{ name }] } };
      for (const entity of Object.values(below.connectorEntityMap).flat()) {
        const described = await describeConnectorEntity(
          { connectorType, connectorEntityName: entity.name },
          ctx,
        );
        assertOutput('DescribeConnectorEntity', described);
        expect(described.connectorEntityFields.length).toBeGreaterThan(0);
      }
    }
  },
);
