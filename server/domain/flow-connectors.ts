import type { ConnectorType, DestinationFlowConfig } from '@/contract/shapes.gen';
import { noSuchProfile } from './connectors/profile';
import { refuse, type Refused, type Subject } from './decision';
import type { FlowDefinition } from './flow';

/** How AWS begins its refusals of a definition. */
export const refusalOf = {
  Create: 'Create Flow request failed: ',
  Update: 'Update Flow request failed due to:',
} as const;

/** Why the connector profiles that a definition names do not allow it. It may name none: then nothing is asked of them. */
export function refusedByProfiles(
  { connectorProfile }: Subject,
  { sourceFlowConfig, destinationFlowConfigList }: FlowDefinition,
  request: keyof typeof refusalOf,
): Refused | undefined {
  for (const config of [sourceFlowConfig, ...destinationFlowConfigList]) {
    const { connectorProfileName, connectorType } = config;
    if (connectorProfileName !== undefined) {
      const profile = connectorProfile(connectorProfileName);
      if (!profile) {
        return noSuchProfile(connectorProfileName);
      }
      if (profile.connectorType !== connectorType) {
        return refuse(
          'ValidationException',
          otherType(request, connectorProfileName, profile.connectorType, connectorType),
        );
      }
    }
  }
  return undefined;
}

function otherType(
  request: keyof typeof refusalOf,
  connectorProfileName: string,
  has: ConnectorType,
  wants: ConnectorType,
): string {
  return `${refusalOf[request]}[Connector Profile ${connectorProfileName} is of the connector type ${has}, not ${wants}]`;
}

/** Why an update may not have this destination: a flow writes to the same object all its life. */
export function refusedByDestination(
  { definition }: Subject,
  { destinationFlowConfigList }: FlowDefinition,
): Refused | undefined {
  const before = definition()?.destinationFlowConfigList;
  return !before || destinationObject(before[0]) === destinationObject(destinationFlowConfigList[0])
    ? undefined
    : refuse(
        'ValidationException',
        `${refusalOf.Update}[Destination object for the destination connector can not be updated]`,
      );
}

/** The destination's connector and the object there, whatever the connector calls it; a bucket or a domain is no object. */
function destinationObject({ connectorType, destinationConnectorProperties }: DestinationFlowConfig): string {
  const {
    Redshift,
    Salesforce,
    Snowflake,
    EventBridge,
    Honeycode,
    Zendesk,
    Marketo,
    CustomConnector,
    SAPOData,
  } = destinationConnectorProperties;
  const withObject = Redshift ?? Salesforce ?? Snowflake ?? EventBridge ?? Honeycode ?? Zendesk ?? Marketo;
  return [connectorType, withObject?.object ?? SAPOData?.objectPath ?? CustomConnector?.entityName].join(' ');
}
