import { SpokenAlert } from '@/components/ui/spoken-alert';
import { written } from '@/components/words/written';
import type { Parameter } from '@/contract/flows-query';
import styles from './left-out.module.css';

const namedAtMost = 5;

interface LeftOutProps {
  parts: Parameter[];
  onDismiss: () => void;
}

/** Says above the list which parts of the address it is shown without. */
export function LeftOut({ parts, onDismiss }: LeftOutProps) {
  const others = parts.length - namedAtMost;
  return (
    <SpokenAlert
      type="warning"
      dismissible
      onDismiss={() => {
        onDismiss();
        document.getElementById('content')?.focus();
      }}
    >
      Left out of the address, because the list knows no such name or value:{' '}
      {parts.slice(0, namedAtMost).map(({ name, value }, index) => (
        <span key={index} className={styles.part}>
          {index > 0 && ', '}
          <code>
            {shortened(name)}={shortened(value)}
          </code>
        </span>
      ))}
      {others > 0 && ` and ${others} more`}.
    </SpokenAlert>
  );
}

function shortened(text: string): string {
  return written(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
