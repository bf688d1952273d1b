import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { FlowsPage } from '@/components/flows/flows-page';
import { flowsKey, flowsQueryFrom } from '@/queries/flows';
import { Prefilled } from '@/queries/prefilled';
import { type PageSearch, searchOf, worldFrom } from '@/queries/world';
import { readFlowsPage } from '@/server/console/flows-page';
import { viewerOf } from '@/server/console/viewer';

export const metadata: Metadata = { title: 'Flows' };

export default async function Page({ searchParams }: { searchParams: Promise<PageSearch> }) {
  const search = searchOf(await searchParams);
  const world = worldFrom(search);
  const query = flowsQueryFrom(search);
  const page = await readFlowsPage(viewerOf(await headers()), world, query);
  return (
    <Prefilled queryKey={flowsKey(world, query)} data={page}>
      <FlowsPage />
    </Prefilled>
  );
}
