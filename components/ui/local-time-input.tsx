import { fieldTimeText, timeFromField } from './field-time';
import styles from './local-time-input.module.css';

interface LocalTimeInputProps {
  /** Epoch milliseconds; undefined while there is none. */
  at: number | undefined;
  onChange: (at: number | undefined) => void;
  /** What ties it to its FormField. */
  controlId: string;
}

/** A day and a time in the reader's time zone, to the minute, by the browser's own picker. */
export function LocalTimeInput({ at, onChange, controlId }: LocalTimeInputProps) {
  return (
    <input
      id={controlId}
      type="datetime-local"
      className={styles.input}
      defaultValue={at === undefined ? '' : fieldTimeText(at).slice(0, 16)}
      onChange={(event) => onChange(timeFromField(event.target.value))}
    />
  );
}
