import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import type { ReactNode } from 'react';
import { AppLink } from '@/components/ui/app-link';
import type { FlowsPage, World } from '@/contract/console';
import { worldHref } from '@/queries/world';
import { wayTo } from './pages';
import type { FlowsView } from './use-flows-view';

function Message({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Box textAlign="center" padding={{ vertical: 'xl' }}>
      <Box variant="strong">{title}</Box>
      <Box padding={{ top: 'xs' }}>{children}</Box>
    </Box>
  );
}

interface NoRowsProps {
  view: FlowsView;
  page: FlowsPage | undefined;
  onRetry: () => void;
}

/** Why there are no rows, and what helps. */
export function NoRows({ view, page, onRetry }: NoRowsProps) {
  const { world, query, change } = view;
  if (page === undefined) return <FailedList world={world} onRetry={onRetry} />;
  if (page.looked !== undefined) {
    return (
      <Message
        title={`None of ${page.looked.toLocaleString('en')} flows that were looked through matches here`}
      >
        <Button onClick={() => change(wayTo(query.page + 1, query, undefined, page.places))}>
          Look further
        </Button>
      </Message>
    );
  }
  if (page.total > 0 && query.page > 1) {
    return (
      <Message title={`There is no page ${query.page}`}>
        <Button onClick={() => change({ page: 1 })}>Go to the first page</Button>
      </Message>
    );
  }
  if (query.filters.length > 0) {
    return (
      <Message title="No flow matches">
        <Button onClick={() => change({ filters: [] })}>Show all flows</Button>
      </Message>
    );
  }
  return <EmptyWorld world={world} worlds={page.worlds} />;
}

function EmptyWorld({ world, worlds }: { world: World; worlds: FlowsPage['worlds'] }) {
  const others = worlds.filter(
    ({ account, region, flows }) => flows > 0 && (account !== world.account || region !== world.region),
  );
  return (
    <Message title={`No flows in ${world.account} / ${world.region}.`}>
      {others.map((other) => (
        <div key={`${other.account} ${other.region}`}>
          {other.flows === 1 ? '1 flow' : `${other.flows} flows`} in{' '}
          {other.account === world.account ? other.region : `${other.account} / ${other.region}`}:{' '}
          <AppLink
            href={worldHref('/flows', other)}
            ariaLabel={`Switch to ${other.account} / ${other.region}`}
          >
            switch
          </AppLink>
        </div>
      ))}
      {others.length === 0 && (
        <>
          CreateFlow makes one, by an SDK or the AWS CLI. <code>npm run reset</code> brings the demo fleet.
        </>
      )}
    </Message>
  );
}

function FailedList({ world, onRetry }: { world: World; onRetry: () => void }) {
  return (
    <Message title={`The flows of ${world.account} / ${world.region} could not be read`}>
      <Box padding={{ bottom: 's' }}>This page tries again every two seconds.</Box>
      <Button onClick={onRetry}>Try now</Button>
    </Message>
  );
}
