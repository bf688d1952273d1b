'use client';

import Button from '@cloudscape-design/components/button';
import { GoneBanner } from '@/components/flows/gone-banner';
import { AppLink } from '@/components/ui/app-link';
import { numberText } from '@/components/ui/quantity';
import { SpokenAlert } from '@/components/ui/spoken-alert';
import type { StatusFilter, World } from '@/contract/console';
import type { Overview } from '@/contract/overview';
import { useOverview } from '@/queries/overview';
import { ReadError } from '@/queries/read-model';
import { useWorld } from '@/queries/use-world';
import { flowsHref, worldHref } from '@/queries/world';
import { AttentionList, NextList, RunningList, StoppedList } from './flow-lists';
import { OverviewCard } from './overview-card';
import styles from './overview.module.css';
import { RecentChanges } from './recent-changes';
import { RunsChart } from './runs-chart';

/** The fleet of a world at a glance: what needs a person now, what is off and why, and how the runs go. */
export function OverviewPage() {
  const world = useWorld();
  const { data, error, refetch } = useOverview(world);
  const isGone = error instanceof ReadError && error.failure === 'no-answer' && data !== undefined;
  return (
    <div className={styles.page}>
      <h1>Overview</h1>
      {error !== null && !isGone && (
        <div role="alert">
          <SpokenAlert
            type="error"
            header="The overview could not be read"
            action={<Button onClick={() => void refetch()}>Try again</Button>}
          >
            {error.message}
          </SpokenAlert>
        </div>
      )}
      {data === undefined && error === null && <p role="status">Loading the overview…</p>}
      {data !== undefined && <Fleet overview={data} world={world} />}
      <GoneBanner />
    </div>
  );
}

function Fleet({ overview, world }: { overview: Overview; world: World }) {
  const { counts, asOf, running, next } = overview;
  const listHref = (status: StatusFilter) => flowsHref(world, { status });
  return (
    <>
      <Verdict overview={overview} world={world} />
      <div className={styles.cards}>
        <OverviewCard
          id="attention"
          heading="Needs attention"
          count={counts['needs-attention']}
          calls
          all={{ href: listHref('needs-attention'), shown: overview.needsAttention.length }}
          empty="Nothing: no flow is errored, stopped by failures or failing."
        >
          <AttentionList flows={overview.needsAttention} world={world} now={asOf} />
        </OverviewCard>
        <OverviewCard
          id="stopped"
          heading="Stopped by people"
          count={counts['stopped-by-people']}
          all={{ href: listHref('stopped-by-people'), shown: overview.stoppedByPeople.length }}
          empty="Nobody has stopped a flow."
        >
          <StoppedList flows={overview.stoppedByPeople} world={world} now={asOf} />
        </OverviewCard>
        <div className={styles.wide}>
          <RunsChart hours={overview.runHours} />
        </div>
        <OverviewCard
          id="running"
          heading="Running now"
          count={running.runs}
          empty="No run is under way."
          note={running.runs > running.flows.length ? `the first ${running.flows.length} flows` : undefined}
        >
          <RunningList flows={running.flows} world={world} now={asOf} />
        </OverviewCard>
        <OverviewCard
          id="next"
          heading="Next runs"
          count={next.total}
          isMore={next.isMore}
          note="within the hour"
          empty="No run is due within the hour."
        >
          <NextList flows={next.flows} world={world} now={asOf} />
        </OverviewCard>
        <div className={styles.wide}>
          <RecentChanges events={overview.changes} world={world} now={asOf} />
        </div>
      </div>
    </>
  );
}

/** The one sentence to read first, and the counts behind it. */
function Verdict({ overview: { existing, counts }, world }: { overview: Overview; world: World }) {
  if (existing === 0) {
    return (
      <p className={styles.verdict}>
        There are no flows in {world.account} / {world.region}.{' '}
        <AppLink variant="primary" href={worldHref('/flows', world)}>
          See where flows are
        </AppLink>
      </p>
    );
  }
  const calling = counts['needs-attention'];
  const parts: [StatusFilter, string][] = [
    ['active', 'active'],
    ['on-demand', 'on demand'],
    ['stopped-by-people', 'stopped by people'],
    ['stopped-by-failures', 'stopped by failures'],
    ['errored', 'errored'],
    ['draft', 'never started'],
    ['deprecated', 'deprecated'],
  ];
  return (
    <div className={styles.verdict} data-calls={calling > 0}>
      <strong>
        {calling === 0
          ? `All is well with ${existing === 1 ? 'the one flow' : `${numberText(existing)} flows`}.`
          : `${numberText(calling)} of ${numberText(existing)} flows ${calling === 1 ? 'needs' : 'need'} attention.`}
      </strong>
      <ul aria-label="Flows by status">
        {parts
          .filter(([status]) => counts[status] > 0)
          .map(([status, text]) => (
            <li key={status}>
              <AppLink variant="primary" href={flowsHref(world, { status })}>
                {numberText(counts[status])} {text}
              </AppLink>
            </li>
          ))}
      </ul>
    </div>
  );
}
