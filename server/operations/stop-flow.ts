import { flowArn } from '../domain/arn';
import type { Handler } from './handler';

/** Deactivates a scheduled or event-triggered flow. Runs under way go on to their end. */
export const stopFlow: Handler<'StopFlow'> = ({ flowName }, ctx) =>
  ctx.data.submit({
    world: ctx.world,
    flowName,
    command: { operation: 'StopFlow' },
    caller: ctx.caller,
    requestId: ctx.requestId,
    answer: ({ flow }) => ({ flowArn: flowArn(flow, flowName), flowStatus: flow.flowStatus }),
  });
