'use client';

import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useSearchParams } from 'next/navigation';
import { GoneBanner } from '@/components/flows/gone-banner';
import { useTickingNow } from '@/components/flows/use-ticking-now';
import { AppLink } from '@/components/ui/app-link';
import { type Column, DataTable } from '@/components/ui/data-table';
import { Section } from '@/components/ui/section';
import { TimeText } from '@/components/ui/time-text';
import { bulkJobInWords, bulkStateInWords, bulkStatusInWords } from '@/components/words/bulk';
import { whoInWords } from '@/components/words/status';
import { ago } from '@/components/words/time';
import { written } from '@/components/words/written';
import { type BulkJob, bulkItemStates, bulkJobsOnPage } from '@/contract/bulk';
import { bulkJobsQueryFrom, useBulkJobs } from '@/queries/bulk';
import { useWorld } from '@/queries/use-world';
import { bulkJobHref, worldHref } from '@/queries/world';
import styles from './bulk.module.css';
import { NumberedPages } from './numbered-pages';

/** The bulk jobs of a world, newest first. */
export function BulkJobsPage() {
  const world = useWorld();
  const query = bulkJobsQueryFrom(new URLSearchParams(useSearchParams().toString()));
  const { data, error } = useBulkJobs(world, query);
  const asOf = useTickingNow(data?.asOf ?? 0);
  const columns: Column<BulkJob>[] = [
    {
      heading: 'Job',
      cell: (job) => <AppLink href={bulkJobHref(job.id, world)}>{bulkJobInWords(job)}</AppLink>,
    },
    {
      heading: 'Status',
      cell: (job) => {
        const { kind, text } = bulkStatusInWords(job);
        return <StatusIndicator type={kind}>{text}</StatusIndicator>;
      },
    },
    { heading: 'Outcome', kind: 'words', cell: outcomeInWords },
    { heading: 'By', cell: whoInWords },
    { heading: 'Reason', kind: 'words', cell: ({ reason }) => written(reason ?? '') },
    {
      heading: 'Begun',
      cell: ({ createdAt }) => (
        <TimeText at={createdAt} focusable={false}>
          {ago(createdAt, asOf)}
        </TimeText>
      ),
    },
  ];
  return (
    <div className={styles.page}>
      <div className={styles.heading}>
        <h1>Bulk actions</h1>
      </div>
      <Section
        id="jobs"
        heading="Jobs"
        note={data?.total ? `${data.total.toLocaleString('en')}, the newest first` : undefined}
      >
        {data === undefined ? (
          <p role="status">{error ? error.message : 'Loading…'}</p>
        ) : (
          <>
            <DataTable
              stacks
              label="Bulk jobs"
              rows={data.jobs}
              columns={columns}
              keyOf={({ id }) => id}
              empty="None yet. Select flows in the list to stop or start many at once."
              shownAtFirst={bulkJobsOnPage}
            />
            <NumberedPages
              label="Pages of jobs"
              count={Math.ceil(data.total / bulkJobsOnPage)}
              page={query.page}
              onPage={(page) =>
                window.history.pushState(
                  null,
                  '',
                  worldHref('/bulk', world, page > 1 ? { page: String(page) } : {}),
                )
              }
            />
          </>
        )}
      </Section>
      <GoneBanner />
    </div>
  );
}

/** "5 stopped, 1 refused". */
function outcomeInWords({ action, counts }: BulkJob): string {
  return bulkItemStates
    .filter((state) => counts[state] > 0)
    .map((state) => `${counts[state].toLocaleString('en')} ${bulkStateInWords(action, state).toLowerCase()}`)
    .join(', ');
}
