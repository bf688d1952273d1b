import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { BulkJobPage } from '@/components/bulk/bulk-job-page';
import { bulkJobQuery, bulkJobQueryFrom } from '@/queries/bulk';
import { Prefilled } from '@/queries/prefilled';
import { type PageSearch, searchOf, worldFrom } from '@/queries/world';
import { readBulkJob } from '@/server/console/bulk';
import { viewerOf } from '@/server/console/viewer';

export const metadata: Metadata = { title: 'Bulk action' };

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<PageSearch>;
}

export default async function Page({ params, searchParams }: Props) {
  const { id } = await params;
  const search = searchOf(await searchParams);
  const world = worldFrom(search);
  const query = bulkJobQueryFrom(search);
  const detail = await readBulkJob(viewerOf(await headers()), world, id, query);
  if (detail === undefined) notFound();
  return (
    <Prefilled queryKey={bulkJobQuery(world, id, query).queryKey} data={detail}>
      <BulkJobPage jobId={id} />
    </Prefilled>
  );
}
