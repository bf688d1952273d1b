import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import { type CSSProperties, memo, type ReactNode, useMemo } from 'react';
import type { Selection } from '@/components/bulk/use-selection';
import { CreateButton } from '@/components/create/create-button';
import { sortColumns } from '@/contract/flows-query';
import { columnsFor, leastWidth } from './columns';
import { Filters } from './filters';
import styles from './flows-table.module.css';
import { ListPreferences } from './list-preferences';
import type { ListSummary } from './list-summary';
import { Pages } from './pages';
import type { Preferences } from './preferences';
import type { ShownRow } from './steady-rows';
import type { FlowsView } from './use-flows-view';
import { Views } from './views';

interface FlowsTableProps {
  view: FlowsView;
  summary: ListSummary | undefined;
  rows: ShownRow[];
  selection: Selection;
  isLoading: boolean;
  /** Whether the rows are those of the page that is asked for. */
  isCurrent: boolean;
  preferences: Preferences;
  onPreferences: (preferences: Preferences) => void;
  /** What to say where there are no rows; undefined where there are some. */
  empty: ReactNode;
}

/** The list with its filters, order and pages. Renders only when what it shows has changed, not with every read. */
export const FlowsTable = memo(function FlowsTable(props: FlowsTableProps) {
  const { view, summary, rows, selection, isLoading, isCurrent, preferences, onPreferences, empty } = props;
  const { query, change } = view;
  const columns = useMemo(() => columnsFor(preferences), [preferences]);
  const width = { '--columns-width': `${leastWidth(preferences)}px` } as CSSProperties;
  return (
    <div
      className={styles.table}
      style={width}
      data-wraps={preferences.wrapsLines}
      data-density={preferences.density}
    >
      <Table
        variant="container"
        ariaLabels={{
          tableLabel: 'Flows',
          selectionGroupLabel: 'Selected flows',
          allItemsSelectionLabel: () => 'Select all on this page',
          itemSelectionLabel: (_, { flow }) => `Select ${flow.flowName}`,
        }}
        selectionType="multi"
        selectedItems={rows.filter(({ flow }) => selection.isPicked(flow.id))}
        onSelectionChange={({ detail }) => selection.pick(rows.map(flowOf), detail.selectedItems.map(flowOf))}
        items={rows}
        trackBy={({ flow }) => flow.id}
        columnDefinitions={columns}
        cellVerticalAlign="top"
        contentDensity={preferences.density}
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
          <Header
            variant="h1"
            counter={summary && counter(summary)}
            actions={
              <div className={styles.headerActions}>
                <Views view={view} usualSize={preferences.size} />
                <CreateButton />
              </div>
            }
          >
            Flows
          </Header>
        }
        filter={<Filters view={view} summary={summary} />}
        pagination={<Pages view={view} summary={summary} isCurrent={isCurrent} />}
        preferences={<ListPreferences preferences={preferences} onChange={onPreferences} />}
      />
    </div>
  );
});

function flowOf({ flow }: ShownRow) {
  return flow;
}

function counter({ total, totalIsExact, existing }: ListSummary): string {
  const all = existing.toLocaleString('en');
  if (totalIsExact && total === existing) return `(${all})`;
  return `(${total.toLocaleString('en')}${totalIsExact ? '' : '+'} of ${all})`;
}
