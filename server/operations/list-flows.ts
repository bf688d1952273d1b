import { ApiException } from '@/contract/errors';
import { flowArn, userArn } from '../domain/arn';
import { readPageToken, writePageToken } from '../domain/page-token';
import { toEpochSeconds } from './epoch-seconds';
import type { Handler } from './handler';
import { lastRunExecutionDetails } from './last-run';

const LISTING = 'flows';

/** The flows that exist, by name, at most 100 a page. A flow that exists throughout the paging appears exactly once. */
export const listFlows: Handler<'ListFlows'> = async ({ maxResults = 100, nextToken }, ctx) => {
  const after = nextToken === undefined ? undefined : readPageToken(ctx.world, LISTING, nextToken);
  if (nextToken !== undefined && after === undefined) {
    throw new ApiException(
      'ValidationException',
      'The nextToken is not one that ListFlows gave for this account and region.',
    );
  }
  const found = await ctx.data.flows.list(ctx.world, after, maxResults + 1);
  const flows = found.slice(0, maxResults);
  const last = flows.at(-1);
  return {
    flows: flows.map((flow) => ({
      flowArn: flowArn(flow, flow.flowName),
      flowName: flow.flowName,
      flowStatus: flow.flowStatus,
      description: flow.description,
      sourceConnectorType: flow.sourceConnectorType,
      destinationConnectorType: flow.destinationConnectorType,
      triggerType: flow.triggerType,
      createdAt: toEpochSeconds(flow.createdAt),
      createdBy: userArn(flow, flow.createdBy),
      lastUpdatedAt: toEpochSeconds(flow.lastUpdatedAt),
      lastUpdatedBy: userArn(flow, flow.lastUpdatedBy),
      tags: flow.tags,
      lastRunExecutionDetails: lastRunExecutionDetails(flow),
    })),
    nextToken:
      found.length > maxResults && last ? writePageToken(ctx.world, LISTING, last.flowName) : undefined,
  };
};
