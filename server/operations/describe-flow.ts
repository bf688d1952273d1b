import { ApiException } from '@/contract/errors';
import type { DescribeFlowResponse } from '@/contract/shapes.gen';
import type { DescribedFlow } from '../data/data';
import { flowArn, userArn } from '../domain/arn';
import type { Handler } from './handler';
import { lastRunExecutionDetails } from './last-run';
import { toEpochSeconds } from './epoch-seconds';
import { metadataCatalogDetails } from './metadata-catalog';

/** All there is to a flow: its definition, state, tags and last run. */
export const describeFlow: Handler<'DescribeFlow'> = async ({ flowName }, ctx) => {
  const described = await ctx.data.flows.find(ctx.world, flowName);
  if (!described) {
    throw new ApiException('ResourceNotFoundException', `Flow with name ${flowName} does not exist.`);
  }
  return description(described);
};

/** What DescribeFlow answers for a flow. */
export function description({ flow, definition }: DescribedFlow): DescribeFlowResponse {
  return {
    ...definition,
    flowName: flow.flowName,
    flowArn: flowArn(flow, flow.flowName),
    flowStatus: flow.flowStatus,
    flowStatusMessage: flow.flowStatusMessage,
    lastRunExecutionDetails: lastRunExecutionDetails(flow),
    lastRunMetadataCatalogDetails: metadataCatalogDetails(
      definition,
      flow.flowName,
      flow.lastExecution?.executionStatus,
    ),
    createdAt: toEpochSeconds(flow.createdAt),
    createdBy: userArn(flow, flow.createdBy),
    lastUpdatedAt: toEpochSeconds(flow.lastUpdatedAt),
    lastUpdatedBy: userArn(flow, flow.lastUpdatedBy),
    tags: flow.tags,
    schemaVersion: flow.schemaVersion,
  };
}
