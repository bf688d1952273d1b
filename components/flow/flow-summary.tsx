import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { pendingWords } from '@/components/flows/attempt';
import { useRowState } from '@/components/flows/row-store';
import { CopyButton } from '@/components/ui/copy-button';
import { type Fact, Facts } from '@/components/ui/facts';
import { TimeText } from '@/components/ui/time-text';
import { useTimeZone } from '@/components/ui/use-time-zone';
import { connectorInWords } from '@/components/words/connector';
import {
  executionKinds,
  executionStatusInWords,
  failuresInWords,
  kindOf,
  lastRunTimeInWords,
  runsUnderWay,
  statusChangeInWords,
  whyInWords,
} from '@/components/words/status';
import { ago, comingTime, due } from '@/components/words/time';
import { triggerInWords } from '@/components/words/trigger';
import type { FlowDetail } from '@/contract/console';
import styles from './flow.module.css';
import { FlowTags } from './flow-tags';

type Flow = FlowDetail['flow'];

/** Who did it, and when: "by Ana 2 h ago". */
function Deed(props: { by: string; at: number; asOf: number }) {
  return (
    <>
      by {props.by} <TimeText at={props.at}>{ago(props.at, props.asOf)}</TimeText>
    </>
  );
}

function Status({ flow, asOf }: { flow: Flow; asOf: number }) {
  const { statusChange, standing } = flow;
  const { pending } = useRowState(flow.id);
  const timeZone = useTimeZone();
  const [who, when, reason] = statusChangeInWords(flow, asOf, timeZone);
  const saysWho = standing === 'stopped-by-people' || standing === 'deleted';
  const why = saysWho ? undefined : whyInWords(flow, asOf);
  return (
    <>
      <span data-flow-name={flow.flowName} data-status={flow.flowStatus}>
        <StatusIndicator type={kindOf(flow)}>{flow.flowStatus}</StatusIndicator>
      </span>
      {pending !== undefined && <span className={styles.quiet}> {pendingWords[pending]}</span>}
      {why !== undefined && <div>{why}</div>}
      {flow.flowStatusMessage !== undefined && flow.flowStatusMessage !== why && (
        <div>{flow.flowStatusMessage}</div>
      )}
      <div className={saysWho ? undefined : styles.quiet}>
        {who} <TimeText at={statusChange.at}>{when}</TimeText>
        {reason}
      </div>
    </>
  );
}

function Trigger({ flow }: { flow: Flow }) {
  return (
    <>
      {triggerInWords(flow)}
      {flow.scheduleExpression !== undefined && (
        <div>
          <code>{flow.scheduleExpression}</code>
        </div>
      )}
    </>
  );
}

/** Why a flow has no run to come that is known now; undefined when it has one. */
function noNextRunInWords(flow: Flow): string | undefined {
  if (flow.standing === 'deleted') return '–';
  if (flow.triggerType === 'OnDemand') return 'When someone starts it';
  if (flow.flowStatus !== 'Active') return `– not while it is ${flow.flowStatus.toLowerCase()}`;
  if (flow.triggerType === 'Event') return 'At the next event';
  return flow.nextRunAt === undefined ? '– its schedule has ended' : undefined;
}

function NextRuns({ detail }: { detail: FlowDetail }) {
  const { flow, nextRuns, asOf } = detail;
  const { startsAgainAt } = flow;
  const timeZone = useTimeZone();
  const none = noNextRunInWords(flow);
  return (
    <>
      {startsAgainAt === undefined
        ? none
        : `Stopped until ${comingTime(startsAgainAt, asOf, timeZone)}, then it starts again`}
      {none !== undefined && nextRuns.length > 0 && (
        <div className={styles.quiet}>
          {startsAgainAt === undefined ? 'If it were started now:' : 'Then:'}
        </div>
      )}
      <ul className={styles.times}>
        {nextRuns.map((at, index) => (
          <li key={at} className={index === 0 && none === undefined ? undefined : styles.quiet}>
            <TimeText at={at}>{index === 0 ? due(at, asOf) : comingTime(at, asOf, timeZone)}</TimeText>
          </li>
        ))}
      </ul>
    </>
  );
}

function LastRun({ flow, asOf }: { flow: Flow; asOf: number }) {
  const run = flow.lastExecution;
  const underWay = runsUnderWay(flow);
  const isSaid = underWay === whyInWords(flow, asOf);
  const notes = [failuresInWords(flow), isSaid ? undefined : underWay].filter((note) => note !== undefined);
  return (
    <>
      {run === undefined ? (
        'Never ran'
      ) : (
        <StatusIndicator type={executionKinds[run.executionStatus]}>
          {executionStatusInWords(run.executionStatus)}{' '}
          <TimeText at={run.at}>{lastRunTimeInWords(run, asOf)}</TimeText>
        </StatusIndicator>
      )}
      {notes.map((note) => (
        <div key={note}>{note}</div>
      ))}
    </>
  );
}

/** What one wants to know of a flow first. */
export function FlowSummary({ detail }: { detail: FlowDetail }) {
  const { flow, asOf } = detail;
  const facts: Fact[] = [
    { label: 'Status', span: 2, value: <Status flow={flow} asOf={asOf} /> },
    {
      label: 'Source → destination',
      value: `${connectorInWords(flow.sourceConnector)} → ${connectorInWords(flow.destinationConnector)}`,
    },
    { label: 'Trigger', value: <Trigger flow={flow} /> },
    { label: 'Next runs', value: <NextRuns detail={detail} /> },
    { label: 'Last run', value: <LastRun flow={flow} asOf={asOf} /> },
    { label: 'Created', value: <Deed by={flow.createdBy} at={flow.createdAt} asOf={asOf} /> },
    {
      label: 'Last updated',
      value: <Deed by={flow.lastUpdatedBy} at={flow.lastUpdatedAt} asOf={asOf} />,
    },
    { label: 'Tags', value: <FlowTags flow={flow} /> },
    {
      label: 'ARN',
      span: 'all',
      value: (
        <>
          <code>{flow.flowArn}</code> <CopyButton text={flow.flowArn} what="ARN" />
        </>
      ),
    },
  ];
  return <Facts facts={facts} />;
}
