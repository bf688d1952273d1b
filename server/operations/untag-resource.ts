import type { Handler } from './handler';
import { asked } from './submission';
import { taggedFlow } from './tagged-flow';

/** Takes tags from a flow; keys that it does not have change nothing. */
export const untagResource: Handler<'UntagResource'> = async ({ resourceArn, tagKeys }, ctx) =>
  ctx.data.submit({
    ...asked(ctx, taggedFlow('UntagResource', resourceArn, ctx)),
    command: { operation: 'UntagResource', tagKeys },
    answer: () => ({}),
  });
