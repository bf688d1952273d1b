import { UpdateFlowResponse } from '@/contract/shapes.gen';
import { checkDefinition } from './check-definition';
import type { Handler } from './handler';

/** Replaces a flow's definition and keeps its state. */
export const updateFlow: Handler<'UpdateFlow'> = async (input, ctx) => {
  const { flowName, clientToken, ...rest } = input;
  const definition = checkDefinition(rest, 'Update');
  return ctx.data.submit({
    world: ctx.world,
    flowName,
    command: { operation: 'UpdateFlow', definition },
    caller: ctx.caller,
    requestId: ctx.requestId,
    clientToken:
      clientToken === undefined
        ? undefined
        : { token: clientToken, parameters: { flowName, definition }, output: UpdateFlowResponse },
    answer: ({ flow }) => ({ flowStatus: flow.flowStatus }),
  });
};
