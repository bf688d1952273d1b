import type { ConnectorConfiguration, ConnectorDetail } from '@/contract/shapes.gen';
import type { Connector } from './catalogue';

/** What DescribeConnector says of a connector; of those that AWS made it gives no operators, versions or owner. */
export function connectorConfiguration(connector: Connector): ConnectorConfiguration {
  return {
    connectorType: connector.connectorType,
    canUseAsSource: connector.canUseAsSource,
    canUseAsDestination: connector.canUseAsDestination,
    supportedDestinationConnectors: [...connector.supportedDestinations],
    supportedSchedulingFrequencies: [...connector.supportedFrequencies],
    supportedTriggerTypes: [...connector.supportedTriggerTypes],
    isPrivateLinkEnabled: connector.isPrivateLinkEnabled,
    isPrivateLinkEndpointUrlRequired: connector.isPrivateLinkEndpointUrlRequired,
    connectorMetadata: connector.connectorMetadata,
    supportedDataTransferTypes: [...connector.dataTransferTypes],
  };
}

/** A connector in a list. */
export function connectorDetail(connector: Connector): ConnectorDetail {
  return {
    connectorType: connector.connectorType,
    connectorName: connector.connectorName,
    connectorOwner: 'AWS',
    connectorModes: modesOf(connector),
    supportedDataTransferTypes: [...connector.dataTransferTypes],
  };
}

/** SOURCE, DESTINATION or both, as the lists say it. */
export function modesOf({ canUseAsSource, canUseAsDestination }: Connector): string[] {
  return [...(canUseAsSource ? ['SOURCE'] : []), ...(canUseAsDestination ? ['DESTINATION'] : [])];
}
