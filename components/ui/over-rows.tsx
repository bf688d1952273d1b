import styles from './over-rows.module.css';

/** A button that says what waits while someone works in rows; laid over them, so that it moves nothing itself. */
export function OverRows({ text, onShow }: { text: string | undefined; onShow: () => void }) {
  return (
    <div className={styles.place} role="status" data-over-rows>
      {text !== undefined && (
        <button type="button" className={styles.button} onClick={onShow}>
          {text}
        </button>
      )}
    </div>
  );
}
