import { UpdateConnectorProfileResponse } from '@/contract/shapes.gen';
import { connectorProfileArn } from '../domain/arn';
import { profileConfig } from './connector-profile-config';
import type { Handler } from './handler';
import { askedBy, tokenFor } from './submission';

/** Replaces a connector profile's properties and mode. The credentials are looked at and forgotten. */
export const updateConnectorProfile: Handler<'UpdateConnectorProfile'> = async (input, ctx) => {
  const { connectorProfileName, connectionMode, clientToken } = input;
  const given = { connectionMode, ...profileConfig(input.connectorProfileConfig) };
  return ctx.data.submitConnectorProfile({
    ...askedBy(ctx),
    connectorProfileName,
    command: { operation: 'UpdateConnectorProfile', ...given },
    clientToken: tokenFor(clientToken, { connectorProfileName, ...given }, UpdateConnectorProfileResponse),
    answer: (profile) => ({ connectorProfileArn: connectorProfileArn(profile, connectorProfileName) }),
  });
};
