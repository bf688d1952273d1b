import { timeOfDay } from '@/components/words/time';
import { useLiveness } from '@/queries/liveness';
import styles from './gone-banner.module.css';

/** Says that the server is gone, since when, and that nothing that is tried now happens later. */
export function GoneBanner() {
  const liveness = useLiveness();
  return (
    <div className={styles.place} role="status">
      {liveness.state === 'gone' && (
        <div className={styles.banner}>
          <strong>Sluice has not answered since {timeOfDay(liveness.asOf)}</strong>
          <span>
            <span className={styles.wideOnly}>What you see is from then. </span>
            Nothing is sent later.
          </span>
        </div>
      )}
    </div>
  );
}
