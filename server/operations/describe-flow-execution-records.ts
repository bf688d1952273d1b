import { ApiException } from '@/contract/errors';
import type { ExecutionRecord } from '@/contract/shapes.gen';
import type { Execution, ExecutionPlace } from '../domain/execution';
import type { FlowDefinition } from '../domain/flow';
import { readPageToken, writePageToken } from '../domain/page-token';
import { toEpochSeconds } from './epoch-seconds';
import type { Handler } from './handler';
import { metadataCatalogDetails } from './metadata-catalog';

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
  const listing = `executions of ${flow.id}`;
  const after = nextToken === undefined ? undefined : readPageToken(ctx.world, listing, nextToken);
  if (nextToken !== undefined && after === undefined) {
    throw new ApiException(
      'ValidationException',
      'The nextToken is not one that DescribeFlowExecutionRecords gave for this flow.',
    );
  }
  const place = after === undefined ? undefined : readPlace(after);
  const found = await ctx.data.executions.list(flow.id, place, maxResults + 1);
  const executions = found.slice(0, maxResults);
  const last = executions.at(-1);
  return {
    flowExecutions: executions.map((execution) => toRecord(execution, flowName, definition)),
    nextToken:
      found.length > maxResults && last ? writePageToken(ctx.world, listing, writePlace(last)) : undefined,
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
