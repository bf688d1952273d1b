import { ApiException } from '@/contract/errors';
import type { ConnectorType } from '@/contract/shapes.gen';
import { noSuchProfile } from '../domain/connectors/profile';
import type { Context } from '../context';

/**
 * The connector type that a request about entities means, by its name or by a connector profile. Throws ValidationException when it
 * names none or two, ResourceNotFoundException for a profile that does not exist.
 */
export async function whichConnector(
  { connectorType, connectorProfileName }: { connectorType?: ConnectorType; connectorProfileName?: string },
  { data, world }: Context,
): Promise<ConnectorType> {
  if (connectorProfileName === undefined) {
    if (connectorType === undefined) {
      throw new ApiException(
        'ValidationException',
        'Either connectorType or connectorProfileName is required.',
      );
    }
    return connectorType;
  }
  const profile = await data.connectorProfiles.find(world, connectorProfileName);
  if (!profile) {
    const { exceptionName, message } = noSuchProfile(connectorProfileName);
    throw new ApiException(exceptionName, message);
  }
  if (connectorType !== undefined && connectorType !== profile.connectorType) {
    throw new ApiException(
      'ValidationException',
      `Connector Profile ${connectorProfileName} is of the connector type ${profile.connectorType}, not ${connectorType}.`,
    );
  }
  return profile.connectorType;
}
