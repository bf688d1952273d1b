'use client';

import Link, { type LinkProps } from '@cloudscape-design/components/link';
import { useRouter } from 'next/navigation';
import { useTransition } from 'react';

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
          startTransition(() => router.push(href));
        }}
      />
    </span>
  );
}
