import { ApiException } from '@/contract/errors';
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
  const { flow, definition } = described;
  return {
    ...definition,
    flowName,
    flowArn: flowArn(flow, flowName),
    flowStatus: flow.flowStatus,
    flowStatusMessage: flow.flowStatusMessage,
    lastRunExecutionDetails: lastRunExecutionDetails(flow),
    lastRunMetadataCatalogDetails: metadataCatalogDetails(
      definition,
      flowName,
      flow.lastExecution?.executionStatus,
    ),
    createdAt: toEpochSeconds(flow.createdAt),
    createdBy: userArn(flow, flow.createdBy),
    lastUpdatedAt: toEpochSeconds(flow.lastUpdatedAt),
    lastUpdatedBy: userArn(flow, flow.lastUpdatedBy),
    tags: flow.tags,
    schemaVersion: flow.schemaVersion,
  };
};
