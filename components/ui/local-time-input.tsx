import styles from './local-time-input.module.css';

interface LocalTimeInputProps {
  /** Epoch milliseconds; undefined while there is none. */
  at: number | undefined;
  onChange: (at: number | undefined) => void;
  /** What ties it to its FormField. */
  controlId: string;
}

/** "2026-11-24T10:42" in the reader's own time zone. */
function localText(at: number): string {
  const offsetMs = new Date(at).getTimezoneOffset() * 60_000;
  return new Date(at - offsetMs).toISOString().slice(0, 16);
}

/** A day and a time in the reader's own time zone, by the browser's own picker. */
export function LocalTimeInput({ at, onChange, controlId }: LocalTimeInputProps) {
  return (
    <input
      id={controlId}
      type="datetime-local"
      className={styles.input}
      defaultValue={at === undefined ? '' : localText(at)}
      onChange={(event) => {
        const time = new Date(event.target.value).getTime();
        onChange(Number.isNaN(time) ? undefined : time);
      }}
    />
  );
}
