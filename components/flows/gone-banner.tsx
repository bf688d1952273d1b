import Alert from '@cloudscape-design/components/alert';
import { timeOfDay } from '@/components/words/time';
import { useLiveness } from '@/queries/liveness';
import styles from './gone-banner.module.css';

/** Says that the server is gone, since when, and that nothing that is tried now happens later. */
export function GoneBanner() {
  const liveness = useLiveness();
  return (
    <div className={styles.banner} role="status">
      {liveness.state === 'gone' && (
        <Alert type="warning" header={`Sluice has not answered since ${timeOfDay(liveness.asOf)}`}>
          What you see is from then. Nothing is sent later: what you try now either happens at once or not at
          all.
        </Alert>
      )}
    </div>
  );
}
