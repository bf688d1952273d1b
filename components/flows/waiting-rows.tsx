import styles from './waiting-rows.module.css';
import type { Waiting } from './steady-rows';

function words({ arrived }: Waiting): string {
  if (arrived === 0) return 'Show the new order';
  return arrived === 1 ? 'Show 1 new flow' : `Show ${arrived} new flows`;
}

/** What is held back while someone works in the rows; laid over them, so that it moves nothing itself. */
export function WaitingRows({ waiting, onShow }: { waiting: Waiting | undefined; onShow: () => void }) {
  return (
    <div className={styles.place} role="status" data-over-rows>
      {waiting !== undefined && (
        <button type="button" className={styles.button} onClick={onShow}>
          {words(waiting)}
        </button>
      )}
    </div>
  );
}
