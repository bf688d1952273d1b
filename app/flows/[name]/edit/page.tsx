import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { EditPage } from '@/components/create/edit-page';
import { flowQuery } from '@/queries/flow';
import { Prefilled } from '@/queries/prefilled';
import { flowNameOf, type PageSearch, searchOf, worldFrom } from '@/queries/world';
import { readFlowDetail } from '@/server/console/flow-detail';
import { viewerOf } from '@/server/console/viewer';

interface Props {
  params: Promise<{ name: string }>;
  searchParams: Promise<PageSearch>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Edit ${flowNameOf((await params).name)}` };
}

export default async function Page({ params, searchParams }: Props) {
  const flowName = flowNameOf((await params).name);
  const world = worldFrom(searchOf(await searchParams));
  const detail = await readFlowDetail(viewerOf(await headers()), world, flowName);
  if (detail === undefined || detail.flow.flowStatus === 'Deleted') notFound();
  return (
    <Prefilled queryKey={flowQuery(world, flowName).queryKey} data={detail}>
      <EditPage flowName={flowName} />
    </Prefilled>
  );
}
