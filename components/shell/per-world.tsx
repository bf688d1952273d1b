'use client';

import { Fragment, type ReactNode } from 'react';
import { useWorld } from '@/queries/use-world';

/** A page that begins anew in another world: what is asked or typed in one, as in a dialog, is never sent to the next. */
export function PerWorld({ children }: { children: ReactNode }) {
  const { account, region } = useWorld();
  return <Fragment key={`${account} ${region}`}>{children}</Fragment>;
}
