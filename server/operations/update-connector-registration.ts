import { ApiException } from '@/contract/errors';
import { UpdateConnectorRegistrationResponse } from '@/contract/shapes.gen';
import { connectorArn } from '../domain/arn';
import { simulatedFailure } from '../domain/connectors/simulated-failure';
import type { Handler } from './handler';
import { askedBy, tokenFor } from './submission';

/** Changes what is given of a registered connector: its description, the Lambda function behind it. */
export const updateConnectorRegistration: Handler<'UpdateConnectorRegistration'> = async (input, ctx) => {
  const { connectorLabel, description, connectorProvisioningConfig, clientToken } = input;
  if (connectorProvisioningConfig && !connectorProvisioningConfig.lambda) {
    throw new ApiException(
      'ValidationException',
      'Update Connector Registration request failed: [connectorProvisioningConfig.lambda is required]',
    );
  }
  const failure = simulatedFailure(connectorProvisioningConfig, ['ServiceQuotaExceededException']);
  if (failure) {
    throw failure;
  }
  const given = { description, connectorProvisioningConfig };
  return ctx.data.submitConnector({
    ...askedBy(ctx),
    connectorLabel,
    command: { operation: 'UpdateConnectorRegistration', ...given },
    clientToken: tokenFor(clientToken, { connectorLabel, ...given }, UpdateConnectorRegistrationResponse),
    answer: (connector) => ({ connectorArn: connectorArn(connector, connectorLabel) }),
  });
};
