import type { Metadata } from 'next';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { FlowsPage } from '@/components/flows/flows-page';
import { preferencesCookie, preferencesFrom } from '@/components/flows/preferences';
import { flowsHref, flowsKey, flowsQueryFrom } from '@/queries/flows';
import { Prefilled } from '@/queries/prefilled';
import { type PageSearch, searchOf, worldFrom } from '@/queries/world';
import { readFlowsPage } from '@/server/console/flows-page';
import { findView } from '@/server/console/saved-views';
import { viewerOf } from '@/server/console/viewer';

export const metadata: Metadata = { title: 'Flows' };

export default async function Page({ searchParams }: { searchParams: Promise<PageSearch> }) {
  const search = searchOf(await searchParams);
  const world = worldFrom(search);
  const preferences = preferencesFrom((await cookies()).get(preferencesCookie)?.value);
  // A link to a view leads to the list that it is now.
  const viewer = viewerOf(await headers());
  const view = findView(viewer, world, search.get('view'));
  if (view) redirect(flowsHref(world, flowsQueryFrom(new URLSearchParams(view.search))));
  const query = flowsQueryFrom(search, preferences.size);
  return (
    <Prefilled queryKey={flowsKey(world, query)} data={await readFlowsPage(viewer, world, query)}>
      <FlowsPage kept={preferences} />
    </Prefilled>
  );
}
