import { statusFilterWords } from '@/components/words/status';
import { type FlowsPage, type StatusFilter, statusFilters } from '@/contract/console';
import styles from './counts.module.css';

interface CountsProps {
  counts: FlowsPage['counts'] | undefined;
  selected: StatusFilter | undefined;
  onSelect: (status: StatusFilter | undefined) => void;
}

/** How many flows stand where; a click shows only them, another one all. */
export function Counts({ counts, selected, onSelect }: CountsProps) {
  return (
    <ul className={styles.counts} aria-label="Flows by status">
      {statusFilters.map((status) => (
        <li key={status}>
          <button
            type="button"
            className={styles.count}
            aria-pressed={status === selected}
            data-status-filter={status}
            data-calls={status === 'needs-attention' && (counts?.[status] ?? 0) > 0}
            onClick={() => onSelect(status === selected ? undefined : status)}
          >
            <span className={styles.number}>{counts?.[status] ?? '–'}</span> {statusFilterWords[status]}
          </button>
        </li>
      ))}
    </ul>
  );
}
