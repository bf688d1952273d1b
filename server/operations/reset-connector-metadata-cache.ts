import { simulatedFailure } from '../domain/connectors/simulated-failure';
import type { Handler } from './handler';
import { whichConnector } from './which-connector';

/** Takes what the request names to exist; there is no cache behind it, so the next reading is as fresh as ever. */
export const resetConnectorMetadataCache: Handler<'ResetConnectorMetadataCache'> = async (input, ctx) => {
  await whichConnector(input, ctx);
  const { connectorEntityName, entitiesPath } = input;
  const failure = simulatedFailure({ connectorEntityName, entitiesPath }, ['ConflictException']);
  if (failure?.name === 'ConflictException') {
    throw failure;
  }
  return {};
};
