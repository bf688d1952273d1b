import type { ConnectorConfiguration, ConnectorDetail } from '@/contract/shapes.gen';
import { connectorArn, userArn } from '../domain/arn';
import { connectorOf } from '../domain/connectors/catalogue';
import { connectorConfiguration, connectorDetail, modesOf } from '../domain/connectors/configuration';
import type { RegisteredConnector } from '../domain/connectors/registration';
import { toEpochSeconds } from './epoch-seconds';

/** What Sluice says in place of the Lambda function, which would tell its name, owner, version and how it authenticates. */
const customConnector = connectorOf('CustomConnector');
const CONNECTOR_VERSION = '1.0';

/** A registered connector in a list. */
export function registeredConnectorDetail(connector: RegisteredConnector): ConnectorDetail {
  return {
    ...connectorDetail(customConnector),
    ...factsOf(connector),
    applicationType: connector.connectorLabel,
  };
}

/** What DescribeConnector says of a registered connector. */
export function registeredConnectorConfiguration(connector: RegisteredConnector): ConnectorConfiguration {
  return {
    ...connectorConfiguration(customConnector),
    ...factsOf(connector),
    connectorArn: connectorArn(connector, connector.connectorLabel),
    connectorProvisioningConfig: connector.connectorProvisioningConfig,
    connectorModes: modesOf(customConnector),
    supportedWriteOperations: [...customConnector.supportedWriteOperations],
    supportedApiVersions: ['v1'],
    authenticationConfig: {
      isBasicAuthSupported: true,
      isApiKeyAuthSupported: true,
      isOAuth2Supported: true,
      isCustomAuthSupported: true,
    },
  };
}

function factsOf(connector: RegisteredConnector) {
  return {
    connectorLabel: connector.connectorLabel,
    connectorName: connector.connectorLabel,
    connectorDescription: connector.description,
    connectorOwner: connector.account,
    connectorVersion: CONNECTOR_VERSION,
    connectorProvisioningType: 'LAMBDA' as const,
    registeredAt: toEpochSeconds(connector.registeredAt),
    registeredBy: userArn(connector, connector.registeredBy),
  };
}
