import { WorldBadge } from '@/components/shell/world-name';
import { AppLink } from '@/components/ui/app-link';
import { type Column, DataTable } from '@/components/ui/data-table';
import type { WorldsRead } from '@/contract/activity';
import type { World } from '@/contract/console';
import { worldHref } from '@/queries/world';
import { useNamedWorlds } from '@/queries/worlds';

type NamedWorld = WorldsRead['worlds'][number];

const columns: Column<NamedWorld>[] = [
  { heading: 'Name', cell: (settings) => <WorldBadge settings={settings} /> },
  {
    heading: 'Account and region',
    cell: ({ account, region }) => (
      <AppLink variant="primary" href={worldHref('/settings', { account, region })}>
        {account} / {region}
      </AppLink>
    ),
  },
  { heading: 'Reason', cell: ({ reasonRequired }) => (reasonRequired ? 'Required' : 'Optional') },
];

/** Every world that people have set something for. */
export function WorldsTable({ world }: { world: World }) {
  return (
    <DataTable
      label="Named accounts and regions"
      rows={useNamedWorlds(world)}
      columns={columns}
      keyOf={({ account, region }) => `${account} ${region}`}
      empty="No account and region has a name or colour yet."
      shownAtFirst={20}
    />
  );
}
