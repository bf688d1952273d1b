import type { Metadata } from 'next';
import { FlowsPage } from '@/components/flows/flows-page';
import { flowsKey, flowsQueryFrom } from '@/queries/flows';
import { Prefilled } from '@/queries/prefilled';
import { type PageSearch, searchOf, worldFrom } from '@/queries/world';
import { readFlowsPage } from '@/server/console/flows-page';

export const metadata: Metadata = { title: 'Flows' };

export default async function Page({ searchParams }: { searchParams: Promise<PageSearch> }) {
  const search = searchOf(await searchParams);
  const world = worldFrom(search);
  const query = flowsQueryFrom(search);
  return (
    <Prefilled queryKey={flowsKey(world, query)} data={await readFlowsPage(world, query)}>
      <FlowsPage />
    </Prefilled>
  );
}
