import type { World } from '@/contract/console';
import type { ConnectorType } from '@/contract/shapes.gen';
import type { PrismaClient } from '@/generated/prisma/client';
import type { ConnectorProfile } from '../domain/connectors/profile';
import type { RegisteredConnector } from '../domain/connectors/registration';
import { toConnectorProfile, toRegisteredConnector } from './connector-rows';

/** Selects connector profiles; what is left out selects all. */
export interface ConnectorProfileFilter {
  connectorProfileNames?: string[];
  connectorType?: ConnectorType;
  connectorLabel?: string;
}

/** Reads of connector profiles. Each is of one world. */
export interface ConnectorProfilesRepository {
  find(world: World, connectorProfileName: string): Promise<ConnectorProfile | undefined>;
  /** At most `limit` profiles, by name, those after a name. */
  list(
    world: World,
    filter: ConnectorProfileFilter,
    after: string | undefined,
    limit: number,
  ): Promise<ConnectorProfile[]>;
}

/** Reads of the custom connectors that are registered. Each is of one world. */
export interface RegisteredConnectorsRepository {
  find(world: World, connectorLabel: string): Promise<RegisteredConnector | undefined>;
  /** At most `limit` connectors, by label, those after a label. */
  list(world: World, after: string | undefined, limit: number): Promise<RegisteredConnector[]>;
}

export function connectorProfilesRepository(reader: PrismaClient): ConnectorProfilesRepository {
  return {
    async find({ account, region }, connectorProfileName) {
      const row = await reader.connectorProfile.findUnique({
        where: { account_region_connectorProfileName: { account, region, connectorProfileName } },
      });
      return row ? toConnectorProfile(row) : undefined;
    },

    async list({ account, region }, filter, after, limit) {
      const { connectorProfileNames, connectorType, connectorLabel } = filter;
      const rows = await reader.connectorProfile.findMany({
        where: {
          account,
          region,
          connectorType,
          connectorLabel,
          connectorProfileName: { in: connectorProfileNames, gt: after },
        },
        orderBy: { connectorProfileName: 'asc' },
        take: limit,
      });
      return rows.map(toConnectorProfile);
    },
  };
}

export function registeredConnectorsRepository(reader: PrismaClient): RegisteredConnectorsRepository {
  return {
    async find({ account, region }, connectorLabel) {
      const row = await reader.registeredConnector.findUnique({
        where: { account_region_connectorLabel: { account, region, connectorLabel } },
      });
      return row ? toRegisteredConnector(row) : undefined;
    },

    async list({ account, region }, after, limit) {
      const rows = await reader.registeredConnector.findMany({
        where: { account, region, connectorLabel: { gt: after } },
        orderBy: { connectorLabel: 'asc' },
        take: limit,
      });
      return rows.map(toRegisteredConnector);
    },
  };
}
