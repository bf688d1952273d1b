import { ApiException } from '@/contract/errors';
import { connectorOf } from '../domain/connectors/catalogue';
import { connectorConfiguration } from '../domain/connectors/configuration';
import { noSuchConnector } from '../domain/connectors/registration';
import type { Handler } from './handler';
import { registeredConnectorConfiguration } from './registered-connector';

/** What a connector can do: one that AWS made by its type, a registered one by its label too. */
export const describeConnector: Handler<'DescribeConnector'> = async (
  { connectorType, connectorLabel },
  ctx,
) => {
  if (connectorType !== 'CustomConnector') {
    return { connectorConfiguration: connectorConfiguration(connectorOf(connectorType)) };
  }
  if (connectorLabel === undefined) {
    throw new ApiException(
      'ValidationException',
      'connectorLabel is required for the connector type CustomConnector.',
    );
  }
  const connector = await ctx.data.registeredConnectors.find(ctx.world, connectorLabel);
  if (!connector) {
    const { exceptionName, message } = noSuchConnector(connectorLabel);
    throw new ApiException(exceptionName, message);
  }
  return { connectorConfiguration: registeredConnectorConfiguration(connector) };
};
