import type { ConnectorProfile as Described } from '@/contract/shapes.gen';
import { connectorProfileArn, credentialsArn } from '../domain/arn';
import type { ConnectorProfile } from '../domain/connectors/profile';
import { toEpochSeconds } from './epoch-seconds';
import type { Handler } from './handler';
import { readPage } from './page';

/** The connector profiles of the names, type or label asked for, or all of them, by name, at most 100 a page. */
export const describeConnectorProfiles: Handler<'DescribeConnectorProfiles'> = async (input, ctx) => {
  const { connectorProfileNames = [], connectorType, connectorLabel, maxResults = 100, nextToken } = input;
  const filter = {
    connectorProfileNames: connectorProfileNames.length > 0 ? connectorProfileNames : undefined,
    connectorType,
    connectorLabel,
  };
  const page = await readPage(ctx, {
    operation: 'DescribeConnectorProfiles',
    query: filter,
    nextToken,
    size: maxResults,
    fetch: (after, limit) => ctx.data.connectorProfiles.list(ctx.world, filter, after, limit),
    keyOf: ({ connectorProfileName }) => connectorProfileName,
  });
  return { connectorProfileDetails: page.items.map(described), nextToken: page.nextToken };
};

function described(profile: ConnectorProfile): Described {
  const { id, connectorProfileName, connectorType, connectorLabel, connectionMode } = profile;
  return {
    connectorProfileArn: connectorProfileArn(profile, connectorProfileName),
    connectorProfileName,
    connectorType,
    connectorLabel,
    connectionMode,
    credentialsArn: credentialsArn(profile, connectorProfileName, id.slice(-6)),
    connectorProfileProperties: profile.connectorProfileProperties,
    createdAt: toEpochSeconds(profile.createdAt),
    lastUpdatedAt: toEpochSeconds(profile.lastUpdatedAt),
    privateConnectionProvisioningState: connectionMode === 'Private' ? { status: 'CREATED' } : undefined,
  };
}
