import type { Handler } from './handler';
import { askedBy } from './submission';

/** Deletes a connector profile; one that flows use only with forceDelete. Those flows keep its name. */
export const deleteConnectorProfile: Handler<'DeleteConnectorProfile'> = (
  { connectorProfileName, forceDelete = false },
  ctx,
) =>
  ctx.data.submitConnectorProfile({
    ...askedBy(ctx),
    connectorProfileName,
    command: { operation: 'DeleteConnectorProfile', forceDelete },
    answer: () => ({}),
  });
