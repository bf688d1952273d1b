import { OverRows } from '@/components/ui/over-rows';
import type { Waiting } from './steady-rows';

function words({ arrived }: Waiting): string {
  if (arrived === 0) return 'Show the new order';
  return arrived === 1 ? 'Show 1 new flow' : `Show ${arrived} new flows`;
}

/** What is held back while someone works in the rows. */
export function WaitingRows({ waiting, onShow }: { waiting: Waiting | undefined; onShow: () => void }) {
  return <OverRows text={waiting && words(waiting)} onShow={onShow} />;
}
