import type { Handler } from './handler';
import { readPage } from './page';
import { registeredConnectorDetail } from './registered-connector';

/** The custom connectors that are registered, by label, at most 100 a page; those that AWS made are not among them. */
export const listConnectors: Handler<'ListConnectors'> = async ({ maxResults = 100, nextToken }, ctx) => {
  const page = await readPage(ctx, {
    operation: 'ListConnectors',
    query: {},
    nextToken,
    size: maxResults,
    fetch: (after, limit) => ctx.data.registeredConnectors.list(ctx.world, after, limit),
    keyOf: ({ connectorLabel }) => connectorLabel,
  });
  return { connectors: page.items.map(registeredConnectorDetail), nextToken: page.nextToken };
};
