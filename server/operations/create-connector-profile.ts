import { CreateConnectorProfileResponse } from '@/contract/shapes.gen';
import { connectorProfileArn } from '../domain/arn';
import { profileConfig } from './connector-profile-config';
import type { Handler } from './handler';
import { askedBy, tokenFor } from './submission';

/** Makes a connector profile. The credentials are looked at and forgotten. */
export const createConnectorProfile: Handler<'CreateConnectorProfile'> = async (input, ctx) => {
  const { connectorProfileName, connectorType, connectorLabel, connectionMode, kmsArn, clientToken } = input;
  const config = profileConfig(input.connectorProfileConfig);
  const given = { connectorType, connectorLabel, connectionMode, kmsArn, ...config };
  return ctx.data.submitConnectorProfile({
    ...askedBy(ctx),
    connectorProfileName,
    command: {
      operation: 'CreateConnectorProfile',
      id: ctx.ids.next(),
      ...given,
      connectorProfileQuota: ctx.quotas.connectorProfiles,
    },
    clientToken: tokenFor(clientToken, { connectorProfileName, ...given }, CreateConnectorProfileResponse),
    answer: (profile) => ({ connectorProfileArn: connectorProfileArn(profile, connectorProfileName) }),
  });
};
