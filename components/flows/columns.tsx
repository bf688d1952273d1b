import type { TableProps } from '@cloudscape-design/components/table';
import type { FlowsQuery } from '@/contract/flows-query';
import {
  ActionsCell,
  ByCell,
  CreatedCell,
  LastRunCell,
  NameCell,
  NextRunCell,
  OwnerCell,
  RouteCell,
  StatusCell,
  TagsCell,
  TriggerCell,
  UpdatedCell,
} from './cells';
import type { ColumnId, Preferences } from './preferences';
import type { ShownRow } from './steady-rows';

type Column = TableProps.ColumnDefinition<ShownRow>;

export const columnNames: Record<ColumnId, string> = {
  name: 'Name',
  status: 'Status',
  trigger: 'Trigger',
  route: 'Source → destination',
  lastRun: 'Last run',
  nextRun: 'Next run',
  by: 'Status set by',
  tags: 'Tags',
  owner: 'Owner',
  created: 'Created',
  updated: 'Updated',
  actions: 'Actions',
};

interface Looks {
  Cell: (props: { row: ShownRow }) => React.ReactNode;
  /** What a column is at least, in pixels. */
  width: number;
  sort?: FlowsQuery['sort'];
}

const looks: Record<ColumnId, Looks> = {
  name: { Cell: NameCell, width: 190, sort: 'name' },
  status: { Cell: StatusCell, width: 230, sort: 'status' },
  trigger: { Cell: TriggerCell, width: 120, sort: 'trigger' },
  route: { Cell: RouteCell, width: 170, sort: 'source' },
  lastRun: { Cell: LastRunCell, width: 138, sort: 'lastRun' },
  nextRun: { Cell: NextRunCell, width: 106, sort: 'nextRun' },
  by: { Cell: ByCell, width: 140 },
  tags: { Cell: TagsCell, width: 150 },
  owner: { Cell: OwnerCell, width: 120, sort: 'owner' },
  created: { Cell: CreatedCell, width: 110, sort: 'created' },
  updated: { Cell: UpdatedCell, width: 110, sort: 'updated' },
  actions: { Cell: ActionsCell, width: 212 },
};

/** The least width of the columns that are shown, in pixels. */
export function leastWidth({ columns }: Preferences): number {
  return columns.reduce((sum, { id, visible }) => sum + (visible ? looks[id].width : 0), 0);
}

/** The columns that a reader wants, in that order. */
export function columnsFor(preferences: Preferences): (Column & { id: ColumnId })[] {
  const shown = preferences.columns.filter(({ visible }) => visible);
  // The longest texts have what there is more: names grow with the table, and why a flow is in its status has all the rest.
  const widest = shown.some(({ id }) => id === 'status') ? 'status' : 'name';
  const nameWidth = `${((100 * looks.name.width) / leastWidth(preferences)).toFixed(2)}%`;
  return shown.map(({ id }) => {
    const { Cell, width, sort } = looks[id];
    return {
      id,
      header: columnNames[id],
      cell: (row) => <Cell row={row} />,
      isRowHeader: id === 'name',
      ...(id !== widest && { width: id === 'name' ? nameWidth : width }),
      ...(sort && sortable(sort, id === 'route' ? 'Source' : columnNames[id])),
    };
  });
}

function sortable(
  sortingField: FlowsQuery['sort'],
  name: string,
): Pick<Column, 'sortingField' | 'ariaLabel'> {
  return {
    sortingField,
    ariaLabel: ({ sorted, descending }) =>
      `${name}, ${sorted ? `sorted ${descending ? 'descending' : 'ascending'}` : 'not sorted'}`,
  };
}
