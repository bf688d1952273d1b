import Button from '@cloudscape-design/components/button';
import { useState } from 'react';
import { late } from '@/components/ui/late';
import { numberText } from '@/components/ui/quantity';
import { type Matches, thatMatchInWords } from '@/components/words/bulk';
import { type BulkAction, flowsPickedAtMost } from '@/contract/bulk';
import type { World } from '@/contract/console';
import styles from './bulk.module.css';
import type { Selection } from './use-selection';

const BulkDialog = late(() => import('./bulk-dialog').then((module) => module.BulkDialog));

interface SelectionBarProps {
  world: World;
  selection: Selection;
  /** How many flows match the list's filter, as far as that is known. */
  matches: Matches | undefined;
}

/** What can be done with the flows that are picked; over the foot of the list while there are some. */
export function SelectionBar({ world, selection, matches }: SelectionBarProps) {
  const [action, setAction] = useState<BulkAction>();
  const { count, isAll } = selection;
  if (count === 0 && !isAll) {
    // What was asked about what is picked no more is asked no more.
    if (action !== undefined) setAction(undefined);
    return null;
  }
  const areMore = matches !== undefined && (!matches.totalIsExact || matches.total > count);
  return (
    <section className={styles.bar} aria-label="Selected flows" data-selection>
      <strong>{isAll ? `All ${thatMatchInWords(matches)}` : `${numberText(count)} selected`}</strong>
      {!isAll && count > flowsPickedAtMost ? (
        <span role="alert">
          At most {numberText(flowsPickedAtMost)} flows are picked one by one: narrow the list and select all
          that match.
        </span>
      ) : (
        <>
          <Button onClick={() => setAction('stop')}>Stop…</Button>
          <Button onClick={() => setAction('start')}>Start…</Button>
          <Button onClick={() => setAction('cancel')}>Cancel runs…</Button>
        </>
      )}
      {!isAll && areMore && (
        <Button variant="inline-link" onClick={selection.pickAll}>
          Select all {thatMatchInWords(matches)}
        </Button>
      )}
      <Button
        variant="inline-link"
        onClick={() => {
          selection.clear();
          document.getElementById('content')?.focus();
        }}
      >
        Clear selection
      </Button>
      {action && (
        <BulkDialog
          world={world}
          action={action}
          flows={selection.flows}
          onBegun={selection.clear}
          onClose={() => setAction(undefined)}
        />
      )}
    </section>
  );
}
