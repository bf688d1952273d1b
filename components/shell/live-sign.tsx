'use client';

import { timeOfDay } from '@/components/words/time';
import { useLiveUpdates } from '@/queries/live';
import { type Liveness, useLiveness } from '@/queries/liveness';
import { useWorld } from '@/queries/use-world';
import styles from './strip.module.css';

const explanations: Record<Liveness['state'], string | undefined> = {
  unknown: undefined,
  live: 'What changes shows by itself, within a second.',
  reconnecting:
    'The stream of changes is being opened again; until then what you see is read every two seconds.',
  behind: 'The server did not answer the last read as it should; what you see is from this time.',
  gone: 'The server does not answer; what you see is from this time.',
};

function words(liveness: Liveness): string {
  switch (liveness.state) {
    case 'unknown':
      return '';
    case 'live':
      return 'Live';
    case 'reconnecting':
      return 'Reconnecting…';
    default:
      return `as of ${timeOfDay(liveness.asOf)}`;
  }
}

/** Keeps the page live, and says whether it is: "Live", "Reconnecting…", or from when what is on screen is. */
export function LiveSign() {
  useLiveUpdates(useWorld());
  const liveness = useLiveness();
  return (
    <span className={styles.liveSign} data-live={liveness.state} title={explanations[liveness.state]}>
      {words(liveness)}
    </span>
  );
}
