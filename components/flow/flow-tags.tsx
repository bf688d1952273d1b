import Button from '@cloudscape-design/components/button';
import { useState } from 'react';
import { late } from '@/components/ui/late';
import { useHydrated } from '@/components/ui/use-hydrated';
import type { FlowRow } from '@/contract/console';
import styles from './flow.module.css';

const TagsDialog = late(() => import('./tags-dialog').then((module) => module.TagsDialog));

/** A flow's tags, and the way to change them. */
export function FlowTags({ flow }: { flow: FlowRow }) {
  const [isOpen, setOpen] = useState(false);
  const isHydrated = useHydrated();
  const entries = Object.entries(flow.tags);
  return (
    <>
      {entries.length === 0 ? (
        <span className={styles.quiet}>No tags</span>
      ) : (
        <ul className={styles.tags}>
          {entries.map(([key, value]) => (
            <li key={key}>
              {key} = {value === '' ? <span className={styles.quiet}>(empty)</span> : value}
            </li>
          ))}
        </ul>
      )}
      {flow.standing !== 'deleted' && (
        <div>
          <Button variant="inline-link" disabled={!isHydrated} onClick={() => setOpen(true)}>
            Edit tags
          </Button>
        </div>
      )}
      {isOpen && <TagsDialog flow={flow} onClose={() => setOpen(false)} />}
    </>
  );
}
