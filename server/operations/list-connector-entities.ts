import { ApiException } from '@/contract/errors';
import type { ConnectorEntityMap } from '@/contract/shapes.gen';
import { entitiesOf, toConnectorEntity } from '../domain/connectors/describe-entities';
import type { Entity } from '../domain/connectors/entities';
import { simulatedFailure } from '../domain/connectors/simulated-failure';
import type { Handler } from './handler';
import { listInMemory } from './list-in-memory';
import { readPage } from './page';
import { whichConnector } from './which-connector';

/** The entities that flows can read or write through a connector, by category; those under one of them with `entitiesPath`. */
export const listConnectorEntities: Handler<'ListConnectorEntities'> = async (input, ctx) => {
  const { entitiesPath, maxResults = 10_000, nextToken } = input;
  const connectorType = await whichConnector(input, ctx);
  const failure = simulatedFailure(entitiesPath);
  if (failure) {
    throw failure;
  }
  const entities = entitiesOf(connectorType, entitiesPath);
  if (!entities) {
    throw new ApiException(
      'ResourceNotFoundException',
      `Connector ${connectorType} has no entities under ${entitiesPath ?? ''}.`,
    );
  }
  const keyOf = ({ group, name }: Entity) => `${group} ${name}`;
  const page = await readPage(ctx, {
    operation: 'ListConnectorEntities',
    query: { connectorType, entitiesPath },
    nextToken,
    size: maxResults,
    fetch: listInMemory(entities, keyOf),
    keyOf,
  });
  return { connectorEntityMap: byGroup(page.items), nextToken: page.nextToken };
};

function byGroup(entities: Entity[]): ConnectorEntityMap {
  const map: ConnectorEntityMap = {};
  for (const entity of entities) {
    map[entity.group] = [...(map[entity.group] ?? []), toConnectorEntity(entity)];
  }
  return map;
}
