import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ReactNode } from 'react';
import { AppLink } from '@/components/ui/app-link';
import { TimeText } from '@/components/ui/time-text';
import { connectorInWords } from '@/components/words/connector';
import { failuresInWords, runsUnderWay, standingKinds, whoInWords } from '@/components/words/status';
import { ago, due, duration } from '@/components/words/time';
import { triggerInWords } from '@/components/words/trigger';
import type { FlowRow, World } from '@/contract/console';
import { flowHref } from '@/queries/world';
import styles from './overview.module.css';

interface FlowListProps {
  flows: FlowRow[];
  world: World;
  /** The server's time. */
  now: number;
}

interface ItemProps {
  flow: FlowRow;
  world: World;
  /** What stands under the name. */
  children: ReactNode;
  /** What stands at the end: since when, or when. */
  time: ReactNode;
  next?: string;
}

function Item({ flow: { flowName }, world, children, time, next }: ItemProps) {
  const href = flowHref(flowName, world);
  return (
    <li>
      <div className={styles.what}>
        <span className={styles.name}>
          <AppLink href={href}>{flowName}</AppLink>
        </span>
        <span className={styles.quiet}>{children}</span>
      </div>
      <div className={styles.when}>
        <span>{time}</span>
        {next !== undefined && (
          <AppLink variant="primary" href={href} ariaLabel={`${next} ${flowName}`}>
            {next}
          </AppLink>
        )}
      </div>
    </li>
  );
}

function Time({ at, children }: { at: number; children: ReactNode }) {
  return (
    <TimeText at={at} focusable={false}>
      {children}
    </TimeText>
  );
}

/** Why a person should look, in one line. */
function troubleOf(flow: FlowRow): string {
  const failures = failuresInWords(flow);
  switch (flow.standing) {
    case 'errored':
      return flow.flowStatusMessage ?? flow.lastExecution?.message ?? 'AppFlow reports an error';
    case 'stopped-by-failures':
      return flow.lastExecution?.message ?? flow.flowStatusMessage ?? 'Its runs failed';
    default:
      return [failures ?? 'The last run failed', flow.lastExecution?.message]
        .filter((text) => text !== undefined)
        .join(': ');
  }
}

const troubles = { errored: 'Errored', 'stopped-by-failures': 'Stopped by failures' } as const;

/** Flows that need a person: what is wrong, since when, and where to go on. */
export function AttentionList({ flows, world, now }: FlowListProps) {
  return (
    <ul className={styles.list} aria-label="Flows that need attention">
      {flows.map((flow) => {
        const { standing } = flow;
        const isDown = standing === 'errored' || standing === 'stopped-by-failures';
        const since = isDown ? flow.statusChange.at : (flow.lastExecution?.at ?? flow.statusChange.at);
        return (
          <Item
            key={flow.id}
            flow={flow}
            world={world}
            time={<Time at={since}>{ago(since, now)}</Time>}
            next={isDown ? 'Start…' : 'Open'}
          >
            <StatusIndicator type={isDown ? standingKinds[standing] : 'warning'}>
              {isDown ? troubles[standing] : 'Failing'}
            </StatusIndicator>{' '}
            {troubleOf(flow)}
          </Item>
        );
      })}
    </ul>
  );
}

/** Flows that people have stopped: who, why, and for how long. */
export function StoppedList({ flows, world, now }: FlowListProps) {
  return (
    <ul className={styles.list} aria-label="Flows stopped by people">
      {flows.map((flow) => {
        const { statusChange } = flow;
        return (
          <Item
            key={flow.id}
            flow={flow}
            world={world}
            time={<Time at={statusChange.at}>for {duration(now - statusChange.at)}</Time>}
            next="Start…"
          >
            {whoInWords(statusChange)}: {statusChange.reason ?? 'no reason given'}
          </Item>
        );
      })}
    </ul>
  );
}

/** Flows with runs under way. */
export function RunningList({ flows, world, now }: FlowListProps) {
  return (
    <ul className={styles.list} aria-label="Flows with runs under way">
      {flows.map((flow) => {
        const since = flow.lastExecution?.at ?? now;
        return (
          <Item
            key={flow.id}
            flow={flow}
            world={world}
            time={<Time at={since}>for {duration(now - since)}</Time>}
          >
            {connectorInWords(flow.sourceConnector)} → {connectorInWords(flow.destinationConnector)}
            {flow.executionsInProgress > 1 && ` · ${runsUnderWay(flow) ?? ''}`}
          </Item>
        );
      })}
    </ul>
  );
}

/** Flows whose next run comes soon. */
export function NextList({ flows, world, now }: FlowListProps) {
  return (
    <ul className={styles.list} aria-label="Next runs">
      {flows.map((flow) => (
        <Item
          key={flow.id}
          flow={flow}
          world={world}
          time={flow.nextRunAt !== undefined && <Time at={flow.nextRunAt}>{due(flow.nextRunAt, now)}</Time>}
        >
          {triggerInWords(flow)}
        </Item>
      ))}
    </ul>
  );
}
