'use client';

import Link, { type LinkProps } from '@cloudscape-design/components/link';
import NextLink from 'next/link';
import { useRouter } from 'next/navigation';
import { type ComponentProps, useTransition } from 'react';
import { leaveBy, mayLeave } from './leaving';

/** A link within the console: changes the page without loading it anew; new tab and copy address work as on any link. */
export function AppLink({ href, ...props }: LinkProps & { href: string }) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  return (
    <span aria-busy={isPending} className={isPending ? 'app-link-pending' : undefined}>
      <Link
        {...props}
        href={href}
        onFollow={(event) => {
          event.preventDefault();
          leaveBy(() => startTransition(() => router.push(href)));
        }}
      />
    </span>
  );
}

/** The same without a look of its own. */
export function PlainLink({ href, ...props }: ComponentProps<'a'> & { href: string }) {
  const router = useRouter();
  return (
    <NextLink
      {...props}
      href={href}
      prefetch={false}
      onNavigate={(event) => {
        if (!mayLeave(() => router.push(href))) event.preventDefault();
      }}
    />
  );
}
