import { flowArn, userArn } from '../domain/arn';
import { toEpochSeconds } from './epoch-seconds';
import type { Handler } from './handler';
import { lastRunExecutionDetails } from './last-run';
import { readPage } from './page';

/** The flows that exist, by name, at most 100 a page. A flow that exists throughout the paging appears exactly once. */
export const listFlows: Handler<'ListFlows'> = async ({ maxResults = 100, nextToken }, ctx) => {
  const page = await readPage(ctx, {
    operation: 'ListFlows',
    query: {},
    nextToken,
    size: maxResults,
    fetch: (after, limit) => ctx.data.flows.list(ctx.world, after, limit),
    keyOf: ({ flowName }) => flowName,
  });
  return {
    flows: page.items.map((flow) => ({
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
    nextToken: page.nextToken,
  };
};
