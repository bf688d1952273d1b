import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { ActivityPage } from '@/components/activity/activity-page';
import { activityKey, activityQueryFrom, firstActivityPage } from '@/queries/activity';
import { Prefilled } from '@/queries/prefilled';
import { type PageSearch, searchOf, worldFrom } from '@/queries/world';
import { readActivity } from '@/server/console/activity';
import { viewerOf } from '@/server/console/viewer';

export const metadata: Metadata = { title: 'Activity' };

export default async function Page({ searchParams }: { searchParams: Promise<PageSearch> }) {
  const search = searchOf(await searchParams);
  const world = worldFrom(search);
  const query = activityQueryFrom(search);
  const data = firstActivityPage(await readActivity(viewerOf(await headers()), world, query));
  return (
    <Prefilled queryKey={activityKey(world, query)} data={data}>
      <ActivityPage />
    </Prefilled>
  );
}
