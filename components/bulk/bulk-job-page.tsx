'use client';

import ProgressBar from '@cloudscape-design/components/progress-bar';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useSearchParams } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { GoneBanner } from '@/components/flows/gone-banner';
import { useTickingNow } from '@/components/flows/use-ticking-now';
import { announce } from '@/components/ui/announcer';
import { AppLink } from '@/components/ui/app-link';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { type Fact, Facts } from '@/components/ui/facts';
import { Section } from '@/components/ui/section';
import { tookText } from '@/components/ui/time';
import { TimeText } from '@/components/ui/time-text';
import { useTimeZone } from '@/components/ui/use-time-zone';
import { bulkJobInWords, bulkStatusInWords, flowsInWords } from '@/components/words/bulk';
import { whoInWords } from '@/components/words/status';
import { ago, comingTime } from '@/components/words/time';
import { written } from '@/components/words/written';
import type { BulkJob, BulkJobDetail, BulkJobQuery } from '@/contract/bulk';
import type { World } from '@/contract/console';
import { bulkJobQueryFrom, useBulkJob } from '@/queries/bulk';
import { useWorld } from '@/queries/use-world';
import { bulkJobHref, worldHref, worldSearch } from '@/queries/world';
import styles from './bulk.module.css';
import { JobActions } from './job-actions';
import { JobItems } from './job-items';

/** A bulk job: how far it is, and what came of each flow. */
export function BulkJobPage({ jobId }: { jobId: string }) {
  const world = useWorld();
  const query = bulkJobQueryFrom(new URLSearchParams(useSearchParams().toString()));
  const { data, error } = useBulkJob(world, jobId, query);
  useEndAnnounced(data?.job);

  const change = ({ state, page }: BulkJobQuery) => {
    const asked = { ...(state && { state }), ...(page > 1 && { page: String(page) }) };
    window.history.pushState(null, '', worldHref(`/bulk/${jobId}`, world, asked));
  };

  return (
    <div className={styles.page}>
      <Breadcrumb
        above={[{ href: worldHref('/bulk', world), text: 'Bulk actions' }]}
        here={data === undefined ? 'Bulk action' : bulkJobInWords(data.job)}
      />
      {data === undefined ? (
        <p role="status">{error ? error.message : 'Loading…'}</p>
      ) : (
        <Content world={world} detail={data} query={query} change={change} />
      )}
      <GoneBanner />
    </div>
  );
}

interface ContentProps {
  world: World;
  detail: BulkJobDetail;
  query: BulkJobQuery;
  change: (query: BulkJobQuery) => void;
}

function Content({ world, detail, query, change }: ContentProps) {
  const { job } = detail;
  const asOf = useTickingNow(detail.asOf);
  const timeZone = useTimeZone();
  const { kind, text } = bulkStatusInWords(job);
  const handled = job.total - job.counts.waiting;
  return (
    <>
      <div className={styles.heading}>
        <h1>{bulkJobInWords(job)}</h1>
        <StatusIndicator type={kind}>{text}</StatusIndicator>
        <JobActions detail={detail} />
      </div>
      <Section id="overview" heading="Overview">
        <div className={styles.progress}>
          <ProgressBar
            value={(100 * handled) / job.total}
            label="Progress"
            additionalInfo={`${handled.toLocaleString('en')} of ${flowsInWords(job.total)} handled`}
          />
        </div>
        <Facts facts={factsOf(job, world, asOf, timeZone)} />
      </Section>
      <JobItems detail={detail} now={asOf} query={query} change={change} />
    </>
  );
}

function factsOf(job: BulkJob, world: World, asOf: number, timeZone: string | undefined): Fact[] {
  const { madeFrom, filter, startsAgainAt, endedAt, canceledBy } = job;
  return [
    { label: 'By', value: whoInWords(job) },
    { label: 'Begun', value: <TimeText at={job.createdAt}>{ago(job.createdAt, asOf)}</TimeText> },
    {
      label: 'Took',
      value:
        endedAt === undefined
          ? `${tookText(asOf - job.createdAt)} so far`
          : tookText(endedAt - job.createdAt),
    },
    { label: 'Reason', value: job.reason === undefined ? '–' : written(job.reason), span: 2 },
    ...(startsAgainAt === undefined
      ? []
      : [{ label: 'Until', value: comingTime(startsAgainAt, asOf, timeZone) }]),
    ...(canceledBy === undefined ? [] : [{ label: 'Canceled by', value: written(canceledBy) }]),
    { label: 'Flows', value: <Origin world={world} filter={filter} madeFrom={madeFrom} />, span: 2 },
  ];
}

/** How the flows of the job were chosen. */
function Origin({ world, filter, madeFrom }: { world: World } & Pick<BulkJob, 'filter' | 'madeFrom'>) {
  if (madeFrom) {
    return (
      <>
        {madeFrom.as === 'retry' ? 'What had failed in ' : 'Exactly those that were changed by '}
        <AppLink href={bulkJobHref(madeFrom.id, world)}>job {madeFrom.id.slice(0, 8)}</AppLink>
      </>
    );
  }
  if (filter === undefined) return 'Selected one by one';
  const search = new URLSearchParams([...new URLSearchParams(filter), ...worldSearch(world)]);
  return (
    <>
      All that matched{' '}
      <AppLink href={`/flows?${search}`}>{filter === '' ? 'no filter' : 'this filter'}</AppLink>
    </>
  );
}

/** Has a screen reader say when the job that is looked at ends. */
function useEndAnnounced(job: BulkJob | undefined): void {
  const before = useRef(job?.status);
  useEffect(() => {
    if (job && before.current === 'running' && job.status !== 'running')
      announce(`${bulkJobInWords(job)}: ${bulkStatusInWords(job).text}.`);
    before.current = job?.status;
  }, [job]);
}
