import {
  ConnectionMode,
  ConnectorProfileProperties,
  ConnectorProvisioningConfig,
  ConnectorType,
} from '@/contract/shapes.gen';
import type { Prisma } from '@/generated/prisma/client';
import type { ConnectorProfile } from '../domain/connectors/profile';
import type { RegisteredConnector } from '../domain/connectors/registration';
import type { Row } from './statements';

/** A row as Prisma reads it, or as SQLite has it, with times in epoch milliseconds. */
type Stored<PrismaRow> = {
  [Column in keyof PrismaRow]: PrismaRow[Column] | (Date extends PrismaRow[Column] ? number : never);
};
export type ConnectorProfileRow = Stored<Prisma.ConnectorProfileGetPayload<object>>;
export type RegisteredConnectorRow = Stored<Prisma.RegisteredConnectorGetPayload<object>>;

export function toConnectorProfile(row: ConnectorProfileRow): ConnectorProfile {
  return {
    id: row.id,
    account: row.account,
    region: row.region,
    connectorProfileName: row.connectorProfileName,
    connectorType: ConnectorType.parse(row.connectorType),
    connectorLabel: row.connectorLabel ?? undefined,
    connectionMode: ConnectionMode.parse(row.connectionMode),
    connectorProfileProperties: ConnectorProfileProperties.parse(JSON.parse(row.connectorProfileProperties)),
    kmsArn: row.kmsArn ?? undefined,
    createdAt: Number(row.createdAt),
    lastUpdatedAt: Number(row.lastUpdatedAt),
  };
}

export function connectorProfileColumns(profile: ConnectorProfile): Row {
  return {
    id: profile.id,
    account: profile.account,
    region: profile.region,
    connectorProfileName: profile.connectorProfileName,
    connectorType: profile.connectorType,
    connectorLabel: profile.connectorLabel ?? null,
    connectionMode: profile.connectionMode,
    connectorProfileProperties: JSON.stringify(profile.connectorProfileProperties),
    kmsArn: profile.kmsArn ?? null,
    createdAt: profile.createdAt,
    lastUpdatedAt: profile.lastUpdatedAt,
  };
}

export function toRegisteredConnector(row: RegisteredConnectorRow): RegisteredConnector {
  return {
    id: row.id,
    account: row.account,
    region: row.region,
    connectorLabel: row.connectorLabel,
    description: row.description ?? undefined,
    connectorProvisioningConfig: ConnectorProvisioningConfig.parse(
      JSON.parse(row.connectorProvisioningConfig),
    ),
    registeredAt: Number(row.registeredAt),
    registeredBy: row.registeredBy,
  };
}

export function registeredConnectorColumns(connector: RegisteredConnector): Row {
  return {
    id: connector.id,
    account: connector.account,
    region: connector.region,
    connectorLabel: connector.connectorLabel,
    description: connector.description ?? null,
    connectorProvisioningConfig: JSON.stringify(connector.connectorProvisioningConfig),
    registeredAt: connector.registeredAt,
    registeredBy: connector.registeredBy,
  };
}
