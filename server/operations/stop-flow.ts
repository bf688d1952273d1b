import { flowArn } from '../domain/arn';
import type { Handler } from './handler';
import { asked } from './submission';

/** Deactivates a scheduled or event-triggered flow. Runs under way go on to their end. */
export const stopFlow: Handler<'StopFlow'> = ({ flowName }, ctx) =>
  ctx.data.submit({
    ...asked(ctx, flowName),
    command: { operation: 'StopFlow', startsAgainAt: ctx.startsAgainAt },
    answer: ({ flow }) => ({ flowArn: flowArn(flow, flowName), flowStatus: flow.flowStatus }),
  });
