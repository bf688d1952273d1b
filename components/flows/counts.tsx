import { statusFilterWords } from '@/components/words/status';
import { type FlowsPage, type StatusFilter, statusFilters } from '@/contract/console';
import styles from './counts.module.css';

interface CountsProps {
  counts: FlowsPage['counts'] | undefined;
  selected: readonly StatusFilter[];
  onSelect: (status: StatusFilter | undefined) => void;
}

/** How many flows stand where; a click shows only them, another one all. Goes together with the other filters. */
export function Counts({ counts, selected, onSelect }: CountsProps) {
  return (
    <ul className={styles.counts} aria-label="Flows by status">
      {statusFilters.map((status) => (
        <li key={status}>
          <button
            type="button"
            className={styles.count}
            aria-pressed={selected.includes(status)}
            data-status-filter={status}
            data-calls={status === 'needs-attention' && (counts?.[status] ?? 0) > 0}
            onClick={() => onSelect(selected.length === 1 && selected[0] === status ? undefined : status)}
          >
            <span className={styles.number}>{counts?.[status].toLocaleString('en') ?? '–'}</span>{' '}
            {statusFilterWords[status]}
          </button>
        </li>
      ))}
    </ul>
  );
}
