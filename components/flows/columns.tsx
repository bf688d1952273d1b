import type { TableProps } from '@cloudscape-design/components/table';
import type { sortColumns } from '@/contract/console';
import {
  ActionsCell,
  LastRunCell,
  NameCell,
  NextRunCell,
  RouteCell,
  StatusCell,
  TagsCell,
  TriggerCell,
} from './cells';
import type { ShownRow } from './steady-rows';

type SortColumn = (typeof sortColumns)[number];
type Column = TableProps.ColumnDefinition<ShownRow>;

function sortable(sortingField: SortColumn, name: string): Pick<Column, 'sortingField' | 'ariaLabel'> {
  return {
    sortingField,
    ariaLabel: ({ sorted, descending }) =>
      `${name}, ${sorted ? `sorted ${descending ? 'descending' : 'ascending'}` : 'not sorted'}`,
  };
}

/** The columns of the list; Tags is shown only to who wants it. Widths add up to the whole without it. */
export const columns: (Column & { id: string })[] = [
  {
    id: 'name',
    header: 'Name',
    cell: (row) => <NameCell row={row} />,
    isRowHeader: true,
    width: '18%',
    ...sortable('name', 'Name'),
  },
  {
    id: 'status',
    header: 'Status',
    cell: (row) => <StatusCell row={row} />,
    width: '24%',
    ...sortable('status', 'Status'),
  },
  {
    id: 'trigger',
    header: 'Trigger',
    cell: (row) => <TriggerCell row={row} />,
    width: '11%',
    ...sortable('trigger', 'Trigger'),
  },
  {
    id: 'route',
    header: 'Source → destination',
    cell: (row) => <RouteCell row={row} />,
    width: '16%',
    ...sortable('source', 'Source'),
  },
  {
    id: 'lastRun',
    header: 'Last run',
    cell: (row) => <LastRunCell row={row} />,
    width: '17%',
    ...sortable('lastRun', 'Last run'),
  },
  { id: 'nextRun', header: 'Next run', cell: (row) => <NextRunCell row={row} />, width: '9%' },
  { id: 'tags', header: 'Tags', cell: (row) => <TagsCell row={row} />, width: '14%' },
  { id: 'actions', header: 'Actions', cell: (row) => <ActionsCell row={row} />, width: 212 },
];
