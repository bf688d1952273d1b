import type { Handler } from './handler';

/** Deletes a flow; an active scheduled or event-triggered one only with forceDelete. Runs under way are canceled. */
export const deleteFlow: Handler<'DeleteFlow'> = ({ flowName, forceDelete = false }, ctx) =>
  ctx.data.submit({
    world: ctx.world,
    flowName,
    command: { operation: 'DeleteFlow', forceDelete },
    caller: ctx.caller,
    requestId: ctx.requestId,
    answer: () => ({}),
  });
