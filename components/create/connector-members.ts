import { DestinationConnectorProperties, SourceConnectorProperties } from '@/contract/shapes.gen';

export type Role = 'source' | 'destination';

const properties = {
  source: SourceConnectorProperties.shape,
  destination: DestinationConnectorProperties.shape,
};

/** What the form asks about a connector's object, in this order; the rest of its properties is for the JSON. */
const askedFor = [
  { name: 'object', label: 'Object' },
  { name: 'objectPath', label: 'Object path' },
  { name: 'entityName', label: 'Entity' },
  { name: 'bucketName', label: 'Bucket' },
  { name: 'intermediateBucketName', label: 'Intermediate bucket' },
  { name: 'bucketPrefix', label: 'Bucket prefix' },
  { name: 'domainName', label: 'Domain' },
  { name: 'objectTypeName', label: 'Object type' },
] as const;

export interface PropertyField {
  name: string;
  label: string;
  /** Whether the service lists what there is to choose. */
  isEntity: boolean;
  isOptional: boolean;
}

/** The member under which a connector's properties stand: `GoogleAnalytics` for the type `Googleanalytics`; undefined in a role that it has not. */
export function memberOf(role: Role, connectorType: string): string | undefined {
  return Object.keys(properties[role]).find((name) => name.toLowerCase() === connectorType.toLowerCase());
}

/** The operator's member of a source, or the type itself of what cannot be one. */
export function operatorMemberOf(connectorType: string): string {
  return memberOf('source', connectorType) ?? connectorType;
}

/** What the form asks about a connector, as the API's shape of its properties has it. */
export function propertyFields(role: Role, connectorType: string): PropertyField[] {
  const member = memberOf(role, connectorType);
  const schema = Object.entries(properties[role]).find(([name]) => name === member)?.[1];
  if (schema === undefined) return [];
  const shape: Record<string, { safeParse: (value: unknown) => { success: boolean } }> =
    schema.unwrap().shape;
  return askedFor.flatMap(({ name, label }) => {
    const property = shape[name];
    if (property === undefined) return [];
    const isEntity = name === 'object' || name === 'objectPath' || name === 'entityName';
    return [{ name, label, isEntity, isOptional: property.safeParse(undefined).success }];
  });
}

/** Properties of a connector that is chosen: those that another structure is required in are there, empty. */
export function emptyProperties(role: Role, connectorType: string): Record<string, unknown> {
  const member = memberOf(role, connectorType);
  if (member === undefined) return {};
  return { [member]: member === 'Upsolver' ? { s3OutputFormatConfig: { prefixConfig: {} } } : {} };
}
