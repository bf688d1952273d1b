import type { World } from '@/contract/console';
import type { ConnectorProvisioningConfig } from '@/contract/shapes.gen';
import { conflict, refuse, type Refused } from '../decision';

/** A custom connector that somebody registered; behind it stands a Lambda function, which Sluice never calls. */
export interface RegisteredConnector extends World {
  id: string;
  connectorLabel: string;
  description?: string;
  connectorProvisioningConfig: ConnectorProvisioningConfig;
  /** Epoch milliseconds. */
  registeredAt: number;
  registeredBy: string;
}

export type ConnectorCommand =
  | {
      operation: 'RegisterConnector';
      id: string;
      description?: string;
      connectorProvisioningConfig: ConnectorProvisioningConfig;
      /** How many registered connectors there may be; undefined is without end. */
      connectorQuota?: number;
    }
  | {
      operation: 'UpdateConnectorRegistration';
      description?: string;
      connectorProvisioningConfig?: ConnectorProvisioningConfig;
    }
  | { operation: 'UnregisterConnector'; forceDelete: boolean };

/** The registration a command is about, and what of its world decides; the functions are asked only where they matter. */
export interface ConnectorSubject {
  world: World;
  connectorLabel: string;
  connector: RegisteredConnector | undefined;
  /** A connector profile of this connector. */
  profileUsing: () => string | undefined;
  /** How many registered connectors there are. */
  count: () => number;
}

export type ConnectorDecision =
  Refused | { outcome: 'changed'; connector: RegisteredConnector; deleted?: true };

export function noSuchConnector(connectorLabel: string): Refused {
  return refuse('ResourceNotFoundException', `Connector with label ${connectorLabel} does not exist.`);
}

/** What a command by `actor` at `now` (epoch milliseconds) does to a registered connector. Pure. */
export function decideConnector(
  subject: ConnectorSubject,
  command: ConnectorCommand,
  actor: string,
  now: number,
): ConnectorDecision {
  const { world, connectorLabel, connector, count } = subject;
  if (command.operation === 'RegisterConnector') {
    const { id, description, connectorProvisioningConfig, connectorQuota } = command;
    if (connector) {
      return conflict(`Connector with label ${connectorLabel} already exists.`);
    }
    if (connectorQuota !== undefined && count() >= connectorQuota) {
      return refuse(
        'ServiceQuotaExceededException',
        `The account has ${connectorQuota} registered connectors in this region, as many as its quota allows.`,
      );
    }
    const registered = { id, connectorLabel, description, connectorProvisioningConfig };
    return {
      outcome: 'changed',
      connector: { ...world, ...registered, registeredAt: now, registeredBy: actor },
    };
  }
  if (!connector) {
    return noSuchConnector(connectorLabel);
  }
  return command.operation === 'UpdateConnectorRegistration'
    ? {
        outcome: 'changed',
        connector: {
          ...connector,
          description: command.description ?? connector.description,
          connectorProvisioningConfig:
            command.connectorProvisioningConfig ?? connector.connectorProvisioningConfig,
        },
      }
    : unregister(subject, connector, command.forceDelete);
}

function unregister(
  { profileUsing }: ConnectorSubject,
  connector: RegisteredConnector,
  forceDelete: boolean,
): ConnectorDecision {
  const profileName = forceDelete ? undefined : profileUsing();
  return profileName === undefined
    ? { outcome: 'changed', connector, deleted: true }
    : conflict(
        `Connector ${connector.connectorLabel} is used by Connector Profile ${profileName}, ` +
          'please set forceDelete to true or delete the profile.',
      );
}
