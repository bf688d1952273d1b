'use client';

import { timeOfDay } from '@/components/words/time';
import { useLiveness } from '@/queries/liveness';
import styles from './strip.module.css';

const explanations = {
  live: 'What you see is read again every two seconds.',
  behind: 'The server did not answer the last read as it should; what you see is from this time.',
  gone: 'The server does not answer; what you see is from this time.',
};

/** "Live", or from when what is on screen is. */
export function LiveSign() {
  const liveness = useLiveness();
  return (
    <span className={styles.liveSign} data-live={liveness.state}>
      {liveness.state !== 'unknown' && (
        <span title={explanations[liveness.state]}>
          {liveness.state === 'live' ? 'Live' : `as of ${timeOfDay(liveness.asOf)}`}
        </span>
      )}
    </span>
  );
}
