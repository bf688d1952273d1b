'use client';

import Button from '@cloudscape-design/components/button';
import { GoneBanner } from '@/components/flows/gone-banner';
import { useTickingNow } from '@/components/flows/use-ticking-now';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { SpokenAlert } from '@/components/ui/spoken-alert';
import { Section } from '@/components/ui/section';
import type { FlowDetail } from '@/contract/console';
import { useFlow } from '@/queries/flow';
import { useListHref } from '@/queries/last-list';
import { ReadError } from '@/queries/read-model';
import { useWorld } from '@/queries/use-world';
import { DeletedNotice } from './deleted-notice';
import { FlowDefinition } from './flow-definition';
import { FlowEvents } from './flow-events';
import { FlowHead } from './flow-head';
import { FlowMapping } from './flow-mapping';
import { FlowRuns } from './flow-runs';
import { FlowSummary } from './flow-summary';
import styles from './flow.module.css';

function FlowContent({ detail }: { detail: FlowDetail }) {
  const { flow, executions, events } = detail;
  const asOf = useTickingNow(detail.asOf);
  return (
    <>
      <FlowHead flow={flow} asOf={asOf} />
      {flow.standing === 'deleted' && <DeletedNotice flow={flow} asOf={asOf} />}
      <Section id="overview" heading="Overview">
        <FlowSummary detail={detail} />
      </Section>
      <FlowRuns detail={detail} />
      <div className={styles.definition}>
        <FlowMapping definition={flow.definition} />
        <FlowDefinition flow={flow} />
      </div>
      <FlowEvents events={events} runs={executions} asOf={asOf} />
    </>
  );
}

/** A read that failed although the server answers; when it does not answer at all, the banner says so. */
function ReadFailed({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const isForgotten = error instanceof ReadError && error.failure === 'not-found';
  return (
    <div role="alert">
      <SpokenAlert
        type="error"
        header={isForgotten ? 'There is no flow of this name any more' : 'The flow could not be read'}
        action={<Button onClick={onRetry}>Try again</Button>}
      >
        {isForgotten
          ? 'Its history is gone too, as after a reset of the database. What you see is from before.'
          : `${error.message} It is tried again every two seconds.`}
      </SpokenAlert>
    </div>
  );
}

/** The page of one flow, existing or deleted, as it is now. */
export function FlowPage({ flowName }: { flowName: string }) {
  const world = useWorld();
  const listHref = useListHref(world);
  const { data, error, refetch } = useFlow(world, flowName);
  const isGone = error instanceof ReadError && error.failure === 'no-answer' && data !== undefined;
  return (
    <div className={styles.page}>
      <Breadcrumb above={[{ href: listHref, text: 'Flows' }]} here={flowName} />
      {error !== null && !isGone && <ReadFailed error={error} onRetry={() => void refetch()} />}
      {data !== undefined && <FlowContent detail={data} />}
      {data === undefined && error === null && <p role="status">Loading {flowName}…</p>}
      <GoneBanner />
    </div>
  );
}
