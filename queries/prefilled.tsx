import { dehydrate, HydrationBoundary, QueryClient, type QueryKey } from '@tanstack/react-query';
import type { ReactNode } from 'react';

/** Hands what the server has read to the query of that key, so that the page is complete in its first markup. */
export function Prefilled(props: { queryKey: QueryKey; data: unknown; children: ReactNode }) {
  const client = new QueryClient();
  client.setQueryData(props.queryKey, props.data);
  return <HydrationBoundary state={dehydrate(client)}>{props.children}</HydrationBoundary>;
}
