import type { Handler } from './handler';
import { asked } from './submission';

/** Deletes a flow; an active scheduled or event-triggered one only with forceDelete. Runs under way are canceled. */
export const deleteFlow: Handler<'DeleteFlow'> = ({ flowName, forceDelete = false }, ctx) =>
  ctx.data.submit({
    ...asked(ctx, flowName),
    command: { operation: 'DeleteFlow', forceDelete },
    answer: () => ({}),
  });
