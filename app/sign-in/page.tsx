import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { SignInPage } from '@/components/sign-in/sign-in-page';
import { landingOf } from '@/queries/sign-in';
import { type PageSearch, searchOf } from '@/queries/world';
import { viewerOf } from '@/server/console/viewer';

export const metadata: Metadata = { title: 'Sign in' };

export default async function Page({ searchParams }: { searchParams: Promise<PageSearch> }) {
  const next = searchOf(await searchParams).get('next');
  const viewer = viewerOf(await headers());
  if (viewer.auth === 'open') redirect('/flows');
  if (viewer.session) redirect(landingOf(next, viewer.session.account));
  return <SignInPage next={next} />;
}
