import { CreateFlowResponse } from '@/contract/shapes.gen';
import { flowArn } from '../domain/arn';
import { checkDefinition } from './check-definition';
import type { Handler } from './handler';
import { asked, tokenFor } from './submission';

/** Makes a flow: Active when it runs on demand, otherwise a draft until it is started. */
export const createFlow: Handler<'CreateFlow'> = async (input, ctx) => {
  const { flowName, tags = {}, clientToken, ...rest } = input;
  const definition = checkDefinition(rest, 'Create', ctx.clock.now());
  return ctx.data.submit({
    ...asked(ctx, flowName),
    command: { operation: 'CreateFlow', id: ctx.ids.next(), definition, tags, flowQuota: ctx.quotas.flows },
    clientToken: tokenFor(clientToken, { flowName, tags, definition }, CreateFlowResponse),
    answer: ({ flow }) => ({ flowArn: flowArn(flow, flowName), flowStatus: flow.flowStatus }),
  });
};
