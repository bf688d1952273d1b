import { z } from 'zod';

const End = z.object({
  connectorType: z.string(),
  connectorProfileName: z.string().optional(),
  sourceConnectorProperties: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
  destinationConnectorProperties: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
});
const Ends = z.object({ sourceFlowConfig: End, destinationFlowConfigList: z.array(End) });

/** One end of a flow: the connector type, what is read or written there, and the connector profile. */
export interface FlowEnd {
  connectorType: string;
  place: string | undefined;
  connectorProfileName: string | undefined;
}

function placeIn(properties: Record<string, unknown> = {}): string | undefined {
  const { object, objectPath, entityName, bucketName, bucketPrefix, domainName } = properties;
  const place = [object, objectPath, entityName, bucketName, domainName].find(
    (value) => typeof value === 'string',
  );
  return typeof bucketName === 'string' && place === bucketName && typeof bucketPrefix === 'string'
    ? `${bucketName}/${bucketPrefix}`
    : place;
}

function endOf(end: z.infer<typeof End>): FlowEnd {
  const properties = end.sourceConnectorProperties ?? end.destinationConnectorProperties ?? {};
  return {
    connectorType: end.connectorType,
    place: placeIn(Object.values(properties)[0]),
    connectorProfileName: end.connectorProfileName,
  };
}

/** Where a flow reads and where it writes; undefined where the definition does not say. */
export function flowEndsOf(
  definition: Record<string, unknown>,
): { source: FlowEnd; destinations: FlowEnd[] } | undefined {
  const { data } = Ends.safeParse(definition);
  return (
    data && { source: endOf(data.sourceFlowConfig), destinations: data.destinationFlowConfigList.map(endOf) }
  );
}
