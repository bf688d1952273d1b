import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { BulkJobsPage } from '@/components/bulk/bulk-jobs-page';
import { bulkJobsQuery, bulkJobsQueryFrom } from '@/queries/bulk';
import { Prefilled } from '@/queries/prefilled';
import { type PageSearch, searchOf, worldFrom } from '@/queries/world';
import { readBulkJobs } from '@/server/console/bulk';
import { viewerOf } from '@/server/console/viewer';

export const metadata: Metadata = { title: 'Bulk actions' };

export default async function Page({ searchParams }: { searchParams: Promise<PageSearch> }) {
  const search = searchOf(await searchParams);
  const world = worldFrom(search);
  const query = bulkJobsQueryFrom(search);
  return (
    <Prefilled
      queryKey={bulkJobsQuery(world, query).queryKey}
      data={await readBulkJobs(viewerOf(await headers()), world, query)}
    >
      <BulkJobsPage />
    </Prefilled>
  );
}
