import type { Handler } from './handler';
import { asked } from './submission';

/** Cancels runs that are in progress, all of the flow's unless ids are given; answers those ids that cannot be canceled. */
export const cancelFlowExecutions: Handler<'CancelFlowExecutions'> = ({ flowName, executionIds }, ctx) =>
  ctx.data.submit({
    ...asked(ctx, flowName),
    command: { operation: 'CancelFlowExecutions', executionIds },
    answer: ({ invalidExecutions = [] }) => ({ invalidExecutions }),
  });
