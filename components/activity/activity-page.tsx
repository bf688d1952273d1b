'use client';

import Button from '@cloudscape-design/components/button';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import { useState } from 'react';
import { GoneBanner } from '@/components/flows/gone-banner';
import { useTickingNow } from '@/components/flows/use-ticking-now';
import { OverRows } from '@/components/ui/over-rows';
import { SpokenAlert } from '@/components/ui/spoken-alert';
import { announce } from '@/components/ui/announcer';
import { useTimeZone } from '@/components/ui/use-time-zone';
import { exactTime } from '@/components/words/time';
import { activityExportHref, useActivity } from '@/queries/activity';
import { ActivityFilters } from './activity-filters';
import styles from './activity.module.css';
import { ActivityTable } from './activity-table';
import { useActivityView } from './use-activity-view';
import { useNewEvents } from './use-new-events';

const olderFailed = 'Older events could not be read: try again';

/** Everything that happened in a world, or was refused, newest first. */
export function ActivityPage() {
  const view = useActivityView();
  const { world, query, change } = view;
  const { data, error, isPending, isFetching, isFetchNextPageError, hasNextPage, fetchNextPage, refetch } =
    useActivity(world, query);
  const pages = data?.pages ?? [];
  const rows = pages.flatMap((page) => page.rows);
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  // An older page that comes puts back what stood above it when it was asked for.
  const isReading = isFetching || pages.length > 1 || rows.some(({ id }) => open.has(id));
  const { box, top, waiting, show, newAsOf } = useNewEvents(world, query, isReading);
  const lookedBackTo = pages.at(-1)?.lookedBackTo;
  const older = lookedBackTo === undefined ? 'Show older' : 'Look further back';
  const timeZone = useTimeZone();
  const now = useTickingNow(Math.max(newAsOf ?? 0, pages[0]?.asOf ?? 0));

  const showOlder = async () => {
    const before = rows.length;
    const { data: more, isError } = await fetchNextPage();
    if (isError) {
      announce(olderFailed);
      return;
    }
    const found = (more?.pages.flatMap((page) => page.rows).length ?? before) - before;
    announce(found === 1 ? '1 older event' : `${found} older events`);
  };

  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h1>Activity</h1>
        <ButtonDropdown
          items={[
            { id: 'csv', text: 'CSV', href: activityExportHref('csv', world, query), external: false },
            {
              id: 'jsonl',
              text: 'JSON lines',
              href: activityExportHref('jsonl', world, query),
              external: false,
            },
          ]}
        >
          Export
        </ButtonDropdown>
      </div>
      <ActivityFilters query={query} rows={rows} now={now} change={change} />
      {error !== null && pages.length === 0 && (
        <div role="alert">
          <SpokenAlert
            type="error"
            header="The activity could not be read"
            action={<Button onClick={() => void refetch()}>Try again</Button>}
          >
            {error.message}
          </SpokenAlert>
        </div>
      )}
      {isPending && <p role="status">Loading the activity…</p>}
      <div ref={box}>
        <div ref={top} />
        {data !== undefined && (
          <ActivityTable world={world} rows={rows} now={now} open={open} onOpen={setOpen} change={change} />
        )}
        <OverRows text={waiting} onShow={show} />
      </div>
      <div className={styles.older}>
        {lookedBackTo !== undefined && <span>Looked back to {exactTime(lookedBackTo, timeZone)}.</span>}
        {hasNextPage && (
          <Button loading={isFetching} onClick={() => void showOlder()}>
            {isFetchNextPageError ? olderFailed : older}
          </Button>
        )}
        {data !== undefined && !hasNextPage && rows.length > 0 && <span>That is all.</span>}
      </div>
      <GoneBanner />
    </div>
  );
}
