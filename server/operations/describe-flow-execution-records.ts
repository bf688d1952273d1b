import { ApiException } from '@/contract/errors';
import type { ExecutionRecord } from '@/contract/shapes.gen';
import type { Execution, ExecutionPlace } from '../domain/execution';
import type { FlowDefinition } from '../domain/flow';
import { toEpochSeconds } from './epoch-seconds';
import type { Handler } from './handler';
import { metadataCatalogDetails } from './metadata-catalog';
import { readPage } from './page';

const USUAL_PAGE = 20;

/** The runs of a flow, newest first, 20 a page unless asked. Each that began before the first page appears exactly once. */
export const describeFlowExecutionRecords: Handler<'DescribeFlowExecutionRecords'> = async (
  { flowName, maxResults = USUAL_PAGE, nextToken },
  ctx,
) => {
  const described = await ctx.data.flows.find(ctx.world, flowName);
  if (!described) {
    throw new ApiException('ResourceNotFoundException', `Flow with name ${flowName} does not exist.`);
  }
  const { flow, definition } = described;
  const page = await readPage(ctx, {
    operation: 'DescribeFlowExecutionRecords',
    query: { flowId: flow.id },
    nextToken,
    size: maxResults,
    fetch: (after, limit) =>
      ctx.data.executions.list(flow.id, after === undefined ? undefined : readPlace(after), limit),
    keyOf: writePlace,
  });
  return {
    flowExecutions: page.items.map((execution) => toRecord(execution, flowName, definition)),
    nextToken: page.nextToken,
  };
};

function writePlace({ startedAt, executionId }: ExecutionPlace): string {
  return `${startedAt} ${executionId}`;
}

function readPlace(key: string): ExecutionPlace {
  const space = key.indexOf(' ');
  return { startedAt: Number(key.slice(0, space)), executionId: key.slice(space + 1) };
}

function toRecord(execution: Execution, flowName: string, definition: FlowDefinition): ExecutionRecord {
  const { executionId, executionStatus, startedAt, lastUpdatedAt, dataPullStartAt, dataPullEndAt } =
    execution;
  return {
    executionId,
    executionStatus,
    executionResult:
      execution.recordsProcessed === undefined
        ? undefined
        : {
            errorInfo:
              execution.message === undefined
                ? undefined
                : { putFailuresCount: 0, executionMessage: execution.message },
            bytesProcessed: execution.bytesProcessed,
            bytesWritten: execution.bytesWritten,
            recordsProcessed: execution.recordsProcessed,
          },
    startedAt: toEpochSeconds(startedAt),
    lastUpdatedAt: toEpochSeconds(lastUpdatedAt),
    dataPullStartTime: dataPullStartAt === undefined ? undefined : toEpochSeconds(dataPullStartAt),
    dataPullEndTime: dataPullEndAt === undefined ? undefined : toEpochSeconds(dataPullEndAt),
    metadataCatalogDetails: metadataCatalogDetails(definition, flowName, executionStatus),
  };
}
