import type { World } from '@/contract/console';
import type { ConnectionMode, ConnectorProfileProperties, ConnectorType } from '@/contract/shapes.gen';
import { conflict, refuse, type Refused } from '../decision';
import { connectorOf } from './catalogue';

/** A connection to an application, without its credentials: Sluice keeps none. Times are epoch milliseconds. */
export interface ConnectorProfile extends World {
  id: string;
  connectorProfileName: string;
  connectorType: ConnectorType;
  /** The label of the registered connector; there for the type CustomConnector only. */
  connectorLabel?: string;
  connectionMode: ConnectionMode;
  connectorProfileProperties: ConnectorProfileProperties;
  kmsArn?: string;
  createdAt: number;
  lastUpdatedAt: number;
}

export type ConnectorProfileCommand =
  | {
      operation: 'CreateConnectorProfile';
      id: string;
      connectorType: ConnectorType;
      connectorLabel?: string;
      connectionMode: ConnectionMode;
      connectorProfileProperties: ConnectorProfileProperties;
      /** The members of the credentials, whose values end in the request. */
      credentialsFor: string[];
      kmsArn?: string;
      /** How many profiles there may be; undefined is without end. */
      connectorProfileQuota?: number;
    }
  | {
      operation: 'UpdateConnectorProfile';
      connectionMode: ConnectionMode;
      connectorProfileProperties: ConnectorProfileProperties;
      credentialsFor: string[];
    }
  | { operation: 'DeleteConnectorProfile'; forceDelete: boolean };

/** The profile a command is about, and what of its world decides; the functions are asked only where they matter. */
export interface ConnectorProfileSubject {
  world: World;
  connectorProfileName: string;
  profile: ConnectorProfile | undefined;
  /** A flow that exists and names the profile. */
  flowUsing: () => string | undefined;
  isRegistered: (connectorLabel: string) => boolean;
  /** How many profiles there are. */
  count: () => number;
}

export type ConnectorProfileDecision =
  | Refused
  | {
      outcome: 'changed';
      profile: ConnectorProfile;
      deleted?: true;
    };

/** What AppFlow says of a profile that is not there. */
export function noSuchProfile(connectorProfileName: string): Refused {
  return refuse(
    'ResourceNotFoundException',
    `Connector Profile with name ${connectorProfileName} does not exist.`,
  );
}

/** What a command at `now` (epoch milliseconds) does to a connector profile. Pure. */
export function decideConnectorProfile(
  subject: ConnectorProfileSubject,
  command: ConnectorProfileCommand,
  now: number,
): ConnectorProfileDecision {
  const { profile, connectorProfileName } = subject;
  if (command.operation === 'CreateConnectorProfile') {
    return profile
      ? conflict(`Connector Profile with name ${connectorProfileName} already exists.`)
      : create(subject, command, now);
  }
  if (!profile) {
    return noSuchProfile(connectorProfileName);
  }
  return command.operation === 'UpdateConnectorProfile'
    ? update(profile, command, now)
    : remove(subject, profile, command.forceDelete);
}

function create(
  { world, connectorProfileName, isRegistered, count }: ConnectorProfileSubject,
  command: Extract<ConnectorProfileCommand, { operation: 'CreateConnectorProfile' }>,
  now: number,
): ConnectorProfileDecision {
  const { connectorType, connectorLabel, connectorProfileQuota, id, kmsArn } = command;
  const { connectionMode, connectorProfileProperties } = command;
  const problems = configProblems(connectorType, command);
  if (connectorType === 'CustomConnector' && connectorLabel === undefined) {
    problems.push('connectorLabel is required for the connector type CustomConnector');
  } else if (
    connectorType === 'CustomConnector' &&
    connectorLabel !== undefined &&
    !isRegistered(connectorLabel)
  ) {
    problems.push(`connectorLabel: no connector is registered as ${connectorLabel}`);
  }
  if (problems.length > 0) {
    return invalid('Create', problems);
  }
  if (connectorProfileQuota !== undefined && count() >= connectorProfileQuota) {
    return refuse(
      'ServiceQuotaExceededException',
      `The account has ${connectorProfileQuota} connector profiles in this region, as many as its quota allows.`,
    );
  }
  return {
    outcome: 'changed',
    profile: {
      ...world,
      id,
      connectorProfileName,
      connectorType,
      connectorLabel: connectorType === 'CustomConnector' ? connectorLabel : undefined,
      connectionMode,
      connectorProfileProperties,
      kmsArn,
      createdAt: now,
      lastUpdatedAt: now,
    },
  };
}

function update(
  profile: ConnectorProfile,
  command: Extract<ConnectorProfileCommand, { operation: 'UpdateConnectorProfile' }>,
  now: number,
): ConnectorProfileDecision {
  const problems = configProblems(profile.connectorType, command);
  const { connectionMode, connectorProfileProperties } = command;
  return problems.length > 0
    ? invalid('Update', problems)
    : {
        outcome: 'changed',
        profile: { ...profile, connectionMode, connectorProfileProperties, lastUpdatedAt: now },
      };
}

function remove(
  { flowUsing }: ConnectorProfileSubject,
  profile: ConnectorProfile,
  forceDelete: boolean,
): ConnectorProfileDecision {
  const flowName = forceDelete ? undefined : flowUsing();
  return flowName === undefined
    ? { outcome: 'changed', profile, deleted: true }
    : conflict(
        `Connector Profile ${profile.connectorProfileName} is used by flow ${flowName}, ` +
          'please set forceDelete to true or delete the flow.',
      );
}

interface Config {
  connectionMode: ConnectionMode;
  connectorProfileProperties: ConnectorProfileProperties;
  credentialsFor: string[];
}

/** What does not fit the connector type, each a sentence that names the member. */
function configProblems(connectorType: ConnectorType, config: Config): string[] {
  const { member, hasProfiles, isPrivateLinkEnabled } = connectorOf(connectorType);
  if (!hasProfiles) {
    return [`connectorType: connector ${connectorType} needs no connector profile`];
  }
  const given = Object.keys(config.connectorProfileProperties);
  const foreign = (members: string[]) => members.filter((name) => name !== member).join(' and ');
  const place = 'connectorProfileConfig.connectorProfile';
  return [
    ...(given.includes(member)
      ? []
      : [`${place}Properties.${member} is required for the connector type ${connectorType}`]),
    ...(foreign(given)
      ? [`${place}Properties has ${foreign(given)}, but the connector type is ${connectorType}`]
      : []),
    ...(foreign(config.credentialsFor)
      ? [
          `${place}Credentials has ${foreign(config.credentialsFor)}, but the connector type is ${connectorType}`,
        ]
      : []),
    ...(config.connectionMode === 'Private' && !isPrivateLinkEnabled
      ? [`connectionMode: connector ${connectorType} has no private connections`]
      : []),
  ];
}

function invalid(request: 'Create' | 'Update', problems: string[]): Refused {
  return refuse(
    'ValidationException',
    `${request} Connector Profile request failed: [${problems.join(', ')}]`,
  );
}
