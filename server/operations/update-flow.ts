import { UpdateFlowResponse } from '@/contract/shapes.gen';
import { checkDefinition } from './check-definition';
import type { Handler } from './handler';
import { asked, tokenFor } from './submission';

/** Replaces a flow's definition and keeps its state. */
export const updateFlow: Handler<'UpdateFlow'> = async (input, ctx) => {
  const { flowName, clientToken, ...rest } = input;
  const definition = checkDefinition(rest, 'Update', ctx.clock.now());
  return ctx.data.submit({
    ...asked(ctx, flowName),
    command: { operation: 'UpdateFlow', definition, flowQuota: ctx.quotas.flows },
    clientToken: tokenFor(clientToken, { flowName, definition }, UpdateFlowResponse),
    answer: ({ flow }) => ({ flowStatus: flow.flowStatus }),
  });
};
