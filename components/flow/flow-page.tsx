'use client';

import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import { AppLink } from '@/components/ui/app-link';
import { Section } from '@/components/ui/section';
import { TimeText } from '@/components/ui/time-text';
import { ago } from '@/components/words/time';
import type { FlowDetail } from '@/contract/console';
import { useFlow } from '@/queries/flow';
import { ReadError } from '@/queries/read-model';
import { useWorld } from '@/queries/use-world';
import { worldHref } from '@/queries/world';
import { FlowDefinition } from './flow-definition';
import { FlowEvents } from './flow-events';
import { FlowRuns } from './flow-runs';
import { FlowSummary } from './flow-summary';
import styles from './flow.module.css';

function Breadcrumb({ flowName }: { flowName: string }) {
  const world = useWorld();
  return (
    <nav className={styles.breadcrumb} aria-label="Breadcrumb">
      <ol>
        <li>
          <AppLink variant="primary" href={worldHref('/flows', world)}>
            Flows
          </AppLink>
        </li>
        <li aria-current="page">{flowName}</li>
      </ol>
    </nav>
  );
}

function DeletedNotice({ detail: { flow, asOf } }: { detail: FlowDetail }) {
  const { by, via, at, reason } = flow.statusChange;
  return (
    <Alert type="info" statusIconAriaLabel="Info">
      Deleted by {by} via {via} <TimeText at={at}>{ago(at, asOf)}</TimeText>
      {reason !== undefined && `: ${reason}`}. What you see is how it was; its runs and its activity are kept.
    </Alert>
  );
}

function FlowContent({ detail }: { detail: FlowDetail }) {
  const { flow, executions, events, asOf } = detail;
  return (
    <>
      <div className={styles.heading}>
        <h1>{flow.flowName}</h1>
        {flow.description !== undefined && <p>{flow.description}</p>}
      </div>
      {flow.standing === 'deleted' && <DeletedNotice detail={detail} />}
      <Section heading="Overview">
        <FlowSummary flow={flow} asOf={asOf} />
      </Section>
      <FlowRuns runs={executions} asOf={asOf} />
      <FlowEvents events={events} asOf={asOf} />
      <FlowDefinition definition={flow.definition} />
    </>
  );
}

function ReadFailed({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const isGone = error instanceof ReadError && error.failure === 'not-found';
  return (
    <Alert
      type="error"
      statusIconAriaLabel="Error"
      header={isGone ? 'There is no flow of this name any more' : 'The flow could not be read'}
      action={<Button onClick={onRetry}>Try again</Button>}
    >
      {isGone
        ? 'Its history is gone too, as after a reset of the database. What stands below, if anything, is from before.'
        : `${error.message} It is read again every two seconds.`}
    </Alert>
  );
}

/** The page of one flow, existing or deleted; reads itself again every two seconds. */
export function FlowPage({ flowName }: { flowName: string }) {
  const { data, error, refetch } = useFlow(useWorld(), flowName);
  return (
    <div className={styles.page}>
      <Breadcrumb flowName={flowName} />
      {error !== null && <ReadFailed error={error} onRetry={() => void refetch()} />}
      {data !== undefined && <FlowContent detail={data} />}
      {data === undefined && error === null && <p role="status">Loading {flowName}…</p>}
    </div>
  );
}
