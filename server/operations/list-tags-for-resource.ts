import { ApiException } from '@/contract/errors';
import type { Handler } from './handler';
import { taggedFlow } from './tagged-flow';

/** The tags of a flow. */
export const listTagsForResource: Handler<'ListTagsForResource'> = async ({ resourceArn }, ctx) => {
  const flowName = taggedFlow('ListTagsForResource', resourceArn, ctx);
  const described = await ctx.data.flows.find(ctx.world, flowName);
  if (!described) {
    throw new ApiException('ResourceNotFoundException', `Flow with name ${flowName} does not exist.`);
  }
  return { tags: described.flow.tags };
};
