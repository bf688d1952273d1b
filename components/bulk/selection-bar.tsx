import Button from '@cloudscape-design/components/button';
import { useState } from 'react';
import { late } from '@/components/ui/late';
import { numberText } from '@/components/ui/quantity';
import type { BulkAction } from '@/contract/bulk';
import type { FlowsPage, World } from '@/contract/console';
import styles from './bulk.module.css';
import type { Selection } from './use-selection';

const BulkDialog = late(() => import('./bulk-dialog').then((module) => module.BulkDialog));

interface SelectionBarProps {
  world: World;
  selection: Selection;
  /** How many flows match the list's filter, as far as that is known. */
  matches: Pick<FlowsPage, 'total' | 'totalIsExact' | 'looked'> | undefined;
}

/** What can be done with the flows that are picked; over the foot of the list while there are some. */
export function SelectionBar({ world, selection, matches }: SelectionBarProps) {
  const [action, setAction] = useState<BulkAction>();
  const { count, isAll } = selection;
  if (count === 0 && !isAll) return null;
  const areMore = matches !== undefined && (!matches.totalIsExact || matches.total > count);
  return (
    <section className={styles.bar} aria-label="Selected flows" data-selection>
      <strong>{isAll ? allInWords(matches, 'All') : `${numberText(count)} selected`}</strong>
      <Button onClick={() => setAction('stop')}>Stop…</Button>
      <Button onClick={() => setAction('start')}>Start…</Button>
      <Button onClick={() => setAction('cancel')}>Cancel runs…</Button>
      {!isAll && areMore && (
        <Button variant="inline-link" onClick={selection.pickAll}>
          {allInWords(matches, 'Select all')}
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
          onClose={() => setAction(undefined)}
        />
      )}
    </section>
  );
}

/** "All 30 that match", "All 1,000+ that match"; no number where only a part of the flows was looked through. */
function allInWords(matches: SelectionBarProps['matches'], all: 'All' | 'Select all'): string {
  if (matches === undefined || matches.looked !== undefined) return `${all} that match`;
  const { total, totalIsExact } = matches;
  return `${all} ${numberText(total)}${totalIsExact ? '' : '+'} that match`;
}
