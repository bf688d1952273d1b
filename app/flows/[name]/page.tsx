import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FlowPage } from '@/components/flow/flow-page';
import { flowQuery } from '@/queries/flow';
import { Prefilled } from '@/queries/prefilled';
import { searchOf, worldFrom } from '@/queries/world';
import { readFlowDetail } from '@/server/console/flow-detail';

type Props = PageProps<'/flows/[name]'>;

async function flowNameOf({ params }: Props): Promise<string> {
  return decodeURIComponent((await params).name);
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: await flowNameOf(props) };
}

export default async function Page(props: Props) {
  const flowName = await flowNameOf(props);
  const world = worldFrom(searchOf(await props.searchParams));
  const detail = await readFlowDetail(world, flowName);
  if (detail === undefined) notFound();
  return (
    <Prefilled queryKey={flowQuery(world, flowName).queryKey} data={detail}>
      <FlowPage flowName={flowName} />
    </Prefilled>
  );
}
