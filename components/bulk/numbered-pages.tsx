import Pagination from '@cloudscape-design/components/pagination';
import styles from './bulk.module.css';

interface NumberedPagesProps {
  /** What is told a screen reader that these are. */
  label: string;
  count: number;
  /** Counted from 1. */
  page: number;
  onPage: (page: number) => void;
}

/** Leads to the pages of a table; nothing where there is only one. */
export function NumberedPages({ label, count, page, onPage }: NumberedPagesProps) {
  if (count <= 1) return null;
  return (
    <div className={styles.pages}>
      <Pagination
        currentPageIndex={Math.min(page, count)}
        pagesCount={count}
        ariaLabels={{
          paginationLabel: label,
          previousPageLabel: 'Previous page',
          nextPageLabel: 'Next page',
          pageLabel: (number) => `Page ${number}`,
        }}
        onChange={({ detail }) => onPage(detail.currentPageIndex)}
      />
    </div>
  );
}
