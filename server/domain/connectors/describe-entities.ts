import {
  Operator,
  type ConnectorEntity,
  type ConnectorEntityField,
  type ConnectorType,
} from '@/contract/shapes.gen';
import { connectorOf, type Connector } from './catalogue';
import { entitiesByType, type Entity, type EntityField } from './entities';

/** The entities of a connector type, by name: those at its root, or those under an entity; undefined when there is no such path. */
export function entitiesOf(connectorType: ConnectorType, entitiesPath = ''): Entity[] | undefined {
  const root = entitiesByType[connectorType] ?? [];
  return entitiesPath === '' ? root : root.find(({ name }) => name === entitiesPath)?.nested;
}

/** The entity of that name, wherever it stands. */
export function findEntity(connectorType: ConnectorType, name: string): Entity | undefined {
  const root = entitiesByType[connectorType] ?? [];
  return [...root, ...root.flatMap(({ nested = [] }) => nested)].find((entity) => entity.name === name);
}

export function toConnectorEntity({ name, nested }: Entity): ConnectorEntity {
  return {
    name,
    label: labelOf(name.slice(name.lastIndexOf('/') + 1)),
    hasNestedEntities: nested !== undefined,
  };
}

/** The fields of an entity as DescribeConnectorEntity gives them for a connector type. */
export function fieldsOf(connectorType: ConnectorType, { fields }: Entity): ConnectorEntityField[] {
  const connector = connectorOf(connectorType);
  return fields.map((field) => ({
    identifier: field.identifier,
    label: labelOf(field.identifier),
    isPrimaryKey: field.isPrimaryKey ?? false,
    isDeprecated: false,
    supportedFieldTypeDetails: {
      v1: {
        fieldType: field.fieldType,
        filterOperators: filterOperators(connector, field),
        supportedValues: field.supportedValues,
      },
    },
    sourceProperties: connector.canUseAsSource
      ? {
          isRetrievable: true,
          isQueryable: true,
          isTimestampFieldForIncrementalQueries: field.isTimestamp ?? false,
        }
      : undefined,
    destinationProperties: connector.canUseAsDestination ? writeProperties(connector, field) : undefined,
  }));
}

function writeProperties({ supportedWriteOperations }: Connector, field: EntityField) {
  const isWritable = field.isReadOnly === undefined;
  return {
    isCreatable: isWritable,
    isNullable: field.isPrimaryKey === undefined,
    // What names the record decides which one an upsert or an update is about.
    isUpsertable: supportedWriteOperations.includes('UPSERT') && (isWritable || field.isPrimaryKey === true),
    isUpdatable: isWritable && supportedWriteOperations.includes('UPDATE'),
    isDefaultedOnCreate: !isWritable,
    supportedWriteOperations: [...supportedWriteOperations],
  };
}

const comparisons = [
  'LESS_THAN',
  'GREATER_THAN',
  'BETWEEN',
  'LESS_THAN_OR_EQUAL_TO',
  'GREATER_THAN_OR_EQUAL_TO',
];
const byFieldType: Record<EntityField['fieldType'], string[]> = {
  string: ['CONTAINS', 'EQUAL_TO', 'NOT_EQUAL_TO'],
  boolean: ['EQUAL_TO', 'NOT_EQUAL_TO'],
  integer: [...comparisons, 'EQUAL_TO', 'NOT_EQUAL_TO'],
  double: [...comparisons, 'EQUAL_TO', 'NOT_EQUAL_TO'],
  date: [...comparisons, 'EQUAL_TO', 'NOT_EQUAL_TO'],
  datetime: [...comparisons, 'EQUAL_TO', 'NOT_EQUAL_TO'],
};

/** What the connector can filter by in a field of this type. */
function filterOperators({ supportedOperators }: Connector, { fieldType }: EntityField): Operator[] {
  return Operator.options.filter(
    (operator) =>
      supportedOperators.includes(operator) &&
      (operator === 'PROJECTION' || byFieldType[fieldType].includes(operator)),
  );
}

/** `AnnualRevenue` and `annual_revenue` as a person would write them. */
function labelOf(identifier: string): string {
  const words = identifier
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[_.]+/g, ' ')
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
