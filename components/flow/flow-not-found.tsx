'use client';

import { useParams } from 'next/navigation';
import { Notice } from '@/components/ui/notice';
import { useWorld } from '@/queries/use-world';
import { flowNameOf, worldHref } from '@/queries/world';

/** Says which name is unknown in which world, with the way back to that world's list. */
export function FlowNotFound() {
  const { name } = useParams<{ name: string }>();
  const world = useWorld();
  const place = `${world.account} / ${world.region}`;
  return (
    <Notice
      heading={`No flow ${flowNameOf(name)}`}
      link={{ href: worldHref('/flows', world), text: `All flows of ${place}` }}
    >
      There is no flow of this name in {place}, and there never was. It may be in another account or region:
      choose one at the top of the page.
    </Notice>
  );
}
