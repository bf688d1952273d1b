import { redirect } from 'next/navigation';
import { type PageSearch, searchOf } from '@/queries/world';

export default async function HomePage({ searchParams }: { searchParams: Promise<PageSearch> }) {
  const search = searchOf(await searchParams);
  redirect(search.size === 0 ? '/flows' : `/flows?${search}`);
}
