import type { ExecutionStatus, MetadataCatalogDetail } from '@/contract/shapes.gen';
import type { FlowDefinition } from '../domain/flow';

/** What a run registered in the metadata catalog that its flow names: a table, and its partitions. Nothing until it succeeds. */
export function metadataCatalogDetails(
  { metadataCatalogConfig }: FlowDefinition,
  flowName: string,
  executionStatus: ExecutionStatus | undefined,
): MetadataCatalogDetail[] | undefined {
  const glue = metadataCatalogConfig?.glueDataCatalog;
  if (!glue || executionStatus !== 'Successful') {
    return undefined;
  }
  const registered = { status: executionStatus };
  return [
    {
      catalogType: 'GLUE',
      tableName: `${glue.tablePrefix}_${flowName}`.toLowerCase().replace(/[^a-z0-9_]/g, '_'),
      tableRegistrationOutput: registered,
      partitionRegistrationOutput: registered,
    },
  ];
}
