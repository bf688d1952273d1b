'use client';

import Button from '@cloudscape-design/components/button';
import { GoneBanner } from '@/components/flows/gone-banner';
import { useTickingNow } from '@/components/flows/use-ticking-now';
import { AppLink } from '@/components/ui/app-link';
import { numberText } from '@/components/ui/quantity';
import { SpokenAlert } from '@/components/ui/spoken-alert';
import type { FlowRow, StatusFilter, World } from '@/contract/console';
import type { Overview } from '@/contract/overview';
import { useOverview } from '@/queries/overview';
import { ReadError } from '@/queries/read-model';
import { useWorld } from '@/queries/use-world';
import { flowsHref, worldHref } from '@/queries/world';
import { FlowActions } from './flow-actions';
import { AttentionList, NextList, RunningList, StoppedList, UntilList } from './flow-lists';
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
      <h1 tabIndex={-1}>Overview</h1>
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
  const { counts, needsAttention, stoppedForGood, stoppedUntil, running, next } = overview;
  const now = useTickingNow(overview.asOf);
  const listHref = (status: StatusFilter) => flowsHref(world, { status });
  return (
    <FlowActions
      world={world}
      flows={[...needsAttention, ...stoppedForGood, ...stoppedUntil.flows]}
      now={now}
    >
      <Verdict overview={overview} world={world} />
      <div className={styles.cards}>
        <OverviewCard
          id="attention"
          heading="Needs attention"
          count={counts['needs-attention']}
          calls
          all={{ href: listHref('needs-attention'), shown: needsAttention.length }}
          empty="Nothing: no flow is errored, stopped by failures or failing."
        >
          <AttentionList flows={needsAttention} world={world} now={now} />
        </OverviewCard>
        <OverviewCard
          id="stopped"
          heading="Stopped by people"
          count={counts['stopped-by-people']}
          all={{
            href: listHref('stopped-by-people'),
            shown: stoppedUntil.flows.length + stoppedForGood.length,
          }}
          empty="Nobody has stopped a flow."
        >
          {stoppedUntil.total > 0 && (
            <>
              <h3>
                Until a time{' '}
                <span className={styles.count}>
                  {numberText(stoppedUntil.total)}
                  {stoppedUntil.isMore && '+'}
                </span>
              </h3>
              <UntilList flows={stoppedUntil.flows} world={world} now={now} />
            </>
          )}
          {stoppedForGood.length > 0 && (
            <>
              {stoppedUntil.total > 0 && <h3>Until someone starts them</h3>}
              <StoppedList flows={stoppedForGood} world={world} now={now} />
            </>
          )}
        </OverviewCard>
        <div className={styles.wide}>
          <RunsChart
            hours={overview.runHours}
            failedHref={flowsHref(world, { lastResult: 'Error', 'lastRun.from': '-24h' })}
          />
        </div>
        <OverviewCard
          id="running"
          heading="Running now"
          count={running.runs}
          all={{
            href: flowsHref(world, { lastResult: 'InProgress,CancelStarted' }),
            shown: running.runs,
          }}
          empty="No run is under way."
          note={running.runs > runsOf(running.flows) ? `the first ${running.flows.length} flows` : undefined}
        >
          <RunningList flows={running.flows} world={world} now={now} />
        </OverviewCard>
        <OverviewCard
          id="next"
          heading="Next runs"
          count={next.total}
          isMore={next.isMore}
          note="within the hour"
          all={{ href: flowsHref(world, { 'nextRun.to': '1h', sort: 'nextRun' }), shown: next.flows.length }}
          empty="No run is due within the hour."
        >
          <NextList flows={next.flows} world={world} now={now} />
        </OverviewCard>
        <div className={styles.wide}>
          <RecentChanges events={overview.changes} world={world} now={now} />
        </div>
      </div>
    </FlowActions>
  );
}

/** How many runs of these flows are under way. */
function runsOf(flows: FlowRow[]): number {
  return flows.reduce((sum, { executionsInProgress }) => sum + executionsInProgress, 0);
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
        {calling === 0 ? (
          `All is well with ${existing === 1 ? 'the one flow' : `${numberText(existing)} flows`}.`
        ) : (
          <a href="#attention">
            {numberText(calling)} of {numberText(existing)} flows {calling === 1 ? 'needs' : 'need'}{' '}
            attention.
          </a>
        )}
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
