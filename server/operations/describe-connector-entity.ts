import { ApiException } from '@/contract/errors';
import { fieldsOf, findEntity } from '../domain/connectors/describe-entities';
import { simulatedFailure } from '../domain/connectors/simulated-failure';
import type { Handler } from './handler';
import { whichConnector } from './which-connector';

/** The fields of an entity, with what may be done with each. */
export const describeConnectorEntity: Handler<'DescribeConnectorEntity'> = async (input, ctx) => {
  const { connectorEntityName } = input;
  const connectorType = await whichConnector(input, ctx);
  const failure = simulatedFailure(connectorEntityName);
  if (failure) {
    throw failure;
  }
  const entity = findEntity(connectorType, connectorEntityName);
  if (!entity) {
    throw new ApiException(
      'ResourceNotFoundException',
      `Connector ${connectorType} has no entity ${connectorEntityName}.`,
    );
  }
  return { connectorEntityFields: fieldsOf(connectorType, entity) };
};
