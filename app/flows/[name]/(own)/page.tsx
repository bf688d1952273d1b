import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { FlowPage } from '@/components/flow/flow-page';
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
  return { title: flowNameOf((await params).name) };
}

export default async function Page({ params, searchParams }: Props) {
  const flowName = flowNameOf((await params).name);
  const world = worldFrom(searchOf(await searchParams));
  const detail = await readFlowDetail(viewerOf(await headers()), world, flowName);
  if (detail === undefined) notFound();
  return (
    <Prefilled queryKey={flowQuery(world, flowName).queryKey} data={detail}>
      <FlowPage flowName={flowName} />
    </Prefilled>
  );
}
