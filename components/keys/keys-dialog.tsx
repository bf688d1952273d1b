import Box from '@cloudscape-design/components/box';
import Checkbox from '@cloudscape-design/components/checkbox';
import Modal from '@cloudscape-design/components/modal';
import { capOf, type Key, keyGroups } from './key-list';
import styles from './keys.module.css';

interface KeysDialogProps {
  areLettersOff: boolean;
  onLettersOff: (areOff: boolean) => void;
  onClose: () => void;
}

/** Lists the console's keys, and has the letters among them turned off. */
export function KeysDialog({ areLettersOff, onLettersOff, onClose }: KeysDialogProps) {
  return (
    <Modal
      visible
      header="Keyboard keys"
      closeAriaLabel="Close"
      size="large"
      onDismiss={onClose}
      footer={
        <Checkbox
          checked={!areLettersOff}
          onChange={({ detail }) => onLettersOff(!detail.checked)}
          description="In this browser. Without them arrows, Home, End, Enter and Esc go on to work."
        >
          Letters and signs are keys
        </Checkbox>
      }
    >
      <div className={styles.groups}>
        {keyGroups.map(({ title, keys }) => (
          <section key={title} aria-label={title}>
            <Box variant="h3">{title}</Box>
            <dl className={styles.keys}>
              {Object.entries<Key>(keys).map(([id, { press, does }]) => (
                <div key={id}>
                  <dt>
                    <Presses press={press} />
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}

/** "J or ↓", "G then F". */
function Presses({ press }: { press: readonly string[] }) {
  return press.map((keys, index) => (
    <span key={keys}>
      {index > 0 && ' or '}
      {keys.split(' ').map((key, place) => (
        <span key={key}>
          {place > 0 && ' then '}
          <kbd className={styles.cap}>{capOf(key)}</kbd>
        </span>
      ))}
    </span>
  ));
}
