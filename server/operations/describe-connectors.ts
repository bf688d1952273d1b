import type { ConnectorDetail } from '@/contract/shapes.gen';
import type { Context } from '../context';
import { connectors, type Connector } from '../domain/connectors/catalogue';
import { connectorConfiguration, connectorDetail } from '../domain/connectors/configuration';
import type { Handler } from './handler';
import { listInMemory } from './list-in-memory';
import { readPage } from './page';
import { registeredConnectorDetail } from './registered-connector';

/** What is in the list, by the key that pages go by: the connectors that AWS made come before the registered ones. */
interface Item {
  key: string;
  detail: ConnectorDetail;
  /** There for what AWS made. */
  connector?: Connector;
}

/**
 * All connectors, or those of the types asked for: by type, then the registered ones by label, 20 a page unless asked. What they can do
 * is told of those that AWS made, because there is one place for a type; DescribeConnector tells it of a registered one.
 */
export const describeConnectors: Handler<'DescribeConnectors'> = async (input, ctx) => {
  const { connectorTypes = [], maxResults = 20, nextToken } = input;
  const wanted = connectors.filter(
    ({ connectorType }) => connectorTypes.length === 0 || connectorTypes.includes(connectorType),
  );
  const page = await readPage(ctx, {
    operation: 'DescribeConnectors',
    query: { connectorTypes },
    nextToken,
    size: maxResults,
    fetch: (after, limit) => list(wanted, after, limit, ctx),
    keyOf: ({ key }) => key,
  });
  return {
    connectorConfigurations: Object.fromEntries(
      page.items.flatMap(({ connector }) =>
        connector ? [[connector.connectorType, connectorConfiguration(connector)]] : [],
      ),
    ),
    connectors: page.items.map(({ detail }) => detail),
    nextToken: page.nextToken,
  };
};

async function list(
  wanted: Connector[],
  after: string | undefined,
  limit: number,
  { data, world }: Context,
): Promise<Item[]> {
  const made = wanted
    .filter(({ connectorType }) => connectorType !== 'CustomConnector')
    .map((connector) => ({
      key: `1 ${connector.connectorType}`,
      detail: connectorDetail(connector),
      connector,
    }));
  const items: Item[] = await listInMemory(made, ({ key }) => key)(after, limit);
  if (items.length === limit || !wanted.some(({ connectorType }) => connectorType === 'CustomConnector')) {
    return items;
  }
  const afterLabel = after?.startsWith('2 ') ? after.slice(2) : undefined;
  const registered = await data.registeredConnectors.list(world, afterLabel, limit - items.length);
  return [
    ...items,
    ...registered.map((connector) => ({
      key: `2 ${connector.connectorLabel}`,
      detail: registeredConnectorDetail(connector),
    })),
  ];
}
