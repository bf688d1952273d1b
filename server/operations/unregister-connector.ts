import type { Handler } from './handler';
import { askedBy } from './submission';

/** Takes a registered connector away; one that connector profiles use only with forceDelete. Those profiles stay. */
export const unregisterConnector: Handler<'UnregisterConnector'> = (
  { connectorLabel, forceDelete = false },
  ctx,
) =>
  ctx.data.submitConnector({
    ...askedBy(ctx),
    connectorLabel,
    command: { operation: 'UnregisterConnector', forceDelete },
    answer: () => ({}),
  });
