import type { Handler } from './handler';
import { asked } from './submission';
import { taggedFlow } from './tagged-flow';

/** Gives a flow tags, over those of the same keys. It can have 50 in all. */
export const tagResource: Handler<'TagResource'> = async ({ resourceArn, tags }, ctx) =>
  ctx.data.submit({
    ...asked(ctx, taggedFlow('TagResource', resourceArn, ctx)),
    command: { operation: 'TagResource', tags },
    answer: () => ({}),
  });
