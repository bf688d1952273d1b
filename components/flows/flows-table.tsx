import CollectionPreferences from '@cloudscape-design/components/collection-preferences';
import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import Table from '@cloudscape-design/components/table';
import { memo, type ReactNode } from 'react';
import { storeText, useStoredText } from '@/components/ui/stored-text';
import { pageSizes, sortColumns } from '@/contract/console';
import { columns } from './columns';
import { Filters } from './filters';
import styles from './flows-table.module.css';
import type { ListSummary } from './list-summary';
import type { ShownRow } from './steady-rows';
import type { FlowsView } from './use-flows-view';

const tagsKey = 'sluice.columns.tags';

interface FlowsTableProps {
  view: FlowsView;
  summary: ListSummary | undefined;
  rows: ShownRow[];
  isLoading: boolean;
  /** What to say where there are no rows; undefined where there are some. */
  empty: ReactNode;
}

/** The list with its filters, order and pages. Renders only when what it shows has changed, not with every read. */
export const FlowsTable = memo(function FlowsTable(props: FlowsTableProps) {
  const { view, summary, rows, isLoading, empty } = props;
  const { query, change } = view;
  const showsTags = useStoredText(tagsKey) !== undefined;
  const pagesCount = Math.max(1, Math.ceil((summary?.total ?? 0) / query.size));
  return (
    <div className={styles.table}>
      <Table
        variant="container"
        ariaLabels={{ tableLabel: 'Flows' }}
        items={rows}
        trackBy={({ flow }) => flow.id}
        columnDefinitions={columns}
        columnDisplay={columns.map(({ id }) => ({ id, visible: id !== 'tags' || showsTags }))}
        cellVerticalAlign="top"
        wrapLines
        loading={isLoading}
        loadingText="Loading flows"
        skeleton={{ totalRows: 10 }}
        empty={empty}
        sortingColumn={{ sortingField: query.sort }}
        sortingDescending={query.order === 'desc'}
        onSortingChange={({ detail }) => {
          const sort = sortColumns.find((column) => column === detail.sortingColumn.sortingField);
          if (sort) change({ sort, order: detail.isDescending ? 'desc' : 'asc' });
        }}
        header={
          <Header variant="h1" counter={summary && counter(summary)}>
            Flows
          </Header>
        }
        filter={<Filters query={query} summary={summary} change={change} />}
        pagination={
          <Pagination
            currentPageIndex={Math.min(query.page, pagesCount)}
            pagesCount={pagesCount}
            ariaLabels={{
              paginationLabel: 'Pages of flows',
              previousPageLabel: 'Previous page',
              nextPageLabel: 'Next page',
              pageLabel: (number) => `Page ${number}`,
            }}
            onChange={({ detail }) => change({ page: detail.currentPageIndex })}
          />
        }
        preferences={
          <CollectionPreferences
            title="Preferences"
            confirmLabel="Confirm"
            cancelLabel="Cancel"
            closeAriaLabel="Close"
            preferences={{ pageSize: query.size, visibleContent: showsTags ? ['tags'] : [] }}
            pageSizePreference={{
              title: 'Flows on a page',
              options: pageSizes.map((value) => ({ value, label: `${value} flows` })),
            }}
            visibleContentPreference={{
              title: 'More columns',
              options: [{ label: 'Columns', options: [{ id: 'tags', label: 'Tags' }] }],
            }}
            onConfirm={({ detail }) => {
              const size = pageSizes.find((pageSize) => pageSize === detail.pageSize);
              if (size !== undefined && size !== query.size) change({ size });
              storeText(tagsKey, detail.visibleContent?.includes('tags') ? 'shown' : undefined);
            }}
          />
        }
      />
    </div>
  );
});

function counter({ total, existing }: ListSummary): string {
  return total === existing ? `(${existing})` : `(${total} of ${existing})`;
}
