import type { ConnectorProfileConfig } from '@/contract/shapes.gen';
import { simulatedFailure } from '../domain/connectors/simulated-failure';

/**
 * What goes on to the writer of a profile's configuration: its properties and whose credentials came with it, never their values.
 * Throws the failure that a credential asks for (docs/decisions/008).
 */
export function profileConfig({
  connectorProfileProperties,
  connectorProfileCredentials = {},
}: ConnectorProfileConfig) {
  const failure = simulatedFailure(connectorProfileCredentials);
  // No other failure is declared by the operations that take credentials.
  if (failure?.name === 'ConnectorAuthenticationException') {
    throw failure;
  }
  return { connectorProfileProperties, credentialsFor: Object.keys(connectorProfileCredentials) };
}
