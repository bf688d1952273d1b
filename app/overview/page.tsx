import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { OverviewPage } from '@/components/overview/overview-page';
import { overviewQuery } from '@/queries/overview';
import { Prefilled } from '@/queries/prefilled';
import { type PageSearch, searchOf, worldFrom } from '@/queries/world';
import { readOverview } from '@/server/console/overview';
import { viewerOf } from '@/server/console/viewer';

export const metadata: Metadata = { title: 'Overview' };

export default async function Page({ searchParams }: { searchParams: Promise<PageSearch> }) {
  const world = worldFrom(searchOf(await searchParams));
  return (
    <Prefilled
      queryKey={overviewQuery(world).queryKey}
      data={await readOverview(viewerOf(await headers()), world)}
    >
      <OverviewPage />
    </Prefilled>
  );
}
