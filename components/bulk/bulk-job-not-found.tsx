'use client';

import { Notice } from '@/components/ui/notice';
import { useWorld } from '@/queries/use-world';
import { worldHref } from '@/queries/world';

/** Says in which account and region there is no such bulk action, with the way to those that are there. */
export function BulkJobNotFound() {
  const world = useWorld();
  const place = `${world.account} / ${world.region}`;
  return (
    <Notice
      heading="There is no such bulk action"
      link={{ href: worldHref('/bulk', world), text: `All bulk actions of ${place}` }}
    >
      The address names a bulk action that is not one of {place}. It may be in another account or region:
      choose one at the top of the page.
    </Notice>
  );
}
