import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { BulkJobsPage } from '@/components/bulk/bulk-jobs-page';
import { bulkJobsQuery } from '@/queries/bulk';
import { Prefilled } from '@/queries/prefilled';
import { type PageSearch, searchOf, worldFrom } from '@/queries/world';
import { readBulkJobs } from '@/server/console/bulk';
import { viewerOf } from '@/server/console/viewer';

export const metadata: Metadata = { title: 'Bulk actions' };

export default async function Page({ searchParams }: { searchParams: Promise<PageSearch> }) {
  const world = worldFrom(searchOf(await searchParams));
  return (
    <Prefilled
      queryKey={bulkJobsQuery(world).queryKey}
      data={await readBulkJobs(viewerOf(await headers()), world)}
    >
      <BulkJobsPage />
    </Prefilled>
  );
}
