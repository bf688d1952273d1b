import { ApiException } from '@/contract/errors';
import { RegisterConnectorResponse } from '@/contract/shapes.gen';
import { connectorArn } from '../domain/arn';
import { simulatedFailure } from '../domain/connectors/simulated-failure';
import type { Handler } from './handler';
import { askedBy, tokenFor } from './submission';

/** Registers a custom connector under a label. The Lambda function behind it is not called. */
export const registerConnector: Handler<'RegisterConnector'> = async (input, ctx) => {
  const { connectorLabel, description, connectorProvisioningConfig, clientToken } = input;
  // The shape leaves all of them out, but without them there is nothing to register.
  if (connectorLabel === undefined || !connectorProvisioningConfig?.lambda) {
    throw new ApiException(
      'ValidationException',
      'Register Connector request failed: [connectorLabel and connectorProvisioningConfig.lambda are required]',
    );
  }
  const failure = simulatedFailure(connectorProvisioningConfig, ['ResourceNotFoundException']);
  if (failure) {
    throw failure;
  }
  const given = { description, connectorProvisioningConfig };
  return ctx.data.submitConnector({
    ...askedBy(ctx),
    connectorLabel,
    command: {
      operation: 'RegisterConnector',
      id: ctx.ids.next(),
      ...given,
      connectorQuota: ctx.quotas.connectors,
    },
    clientToken: tokenFor(clientToken, { connectorLabel, ...given }, RegisterConnectorResponse),
    answer: (connector) => ({ connectorArn: connectorArn(connector, connectorLabel) }),
  });
};
