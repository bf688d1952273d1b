import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { CreatePage } from '@/components/create/create-page';
import { type PageSearch, searchOf, worldFrom } from '@/queries/world';
import { readFlowDetail } from '@/server/console/flow-detail';
import { viewerOf } from '@/server/console/viewer';

export const metadata: Metadata = { title: 'Create a flow' };

export default async function Page({ searchParams }: { searchParams: Promise<PageSearch> }) {
  const search = searchOf(await searchParams);
  const from = search.get('from');
  const viewer = viewerOf(await headers());
  const original = from === null ? undefined : await readFlowDetail(viewer, worldFrom(search), from);
  return <CreatePage original={original?.flow} />;
}
