import Button from '@cloudscape-design/components/button';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ReactNode } from 'react';
import { type DialogAction, pendingWords } from '@/components/flows/attempt';
import { actionSlotId } from '@/components/flows/row-focus';
import { useRowState } from '@/components/flows/row-store';
import { useRows } from '@/components/flows/rows-context';
import { AppLink } from '@/components/ui/app-link';
import { useTimeZone } from '@/components/ui/use-time-zone';
import { TimeText } from '@/components/ui/time-text';
import { connectorInWords } from '@/components/words/connector';
import { actionInWords } from '@/components/words/refusal';
import { kindOf, runsUnderWay, statusChangeInWords, whyInWords } from '@/components/words/status';
import { ago, due } from '@/components/words/time';
import { triggerInWords } from '@/components/words/trigger';
import type { FlowRow, World } from '@/contract/console';
import { duration } from '@/contract/duration';
import { flowHref } from '@/queries/world';
import { Problem } from './flow-actions';
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
  time?: ReactNode;
  /** What to do about it. */
  next?: ReactNode;
  /** Whether it says what went wrong with the last action: once on the page for each flow. */
  tells?: boolean;
}

function Item({ flow, world, children, time, next, tells = false }: ItemProps) {
  const { flowName } = flow;
  return (
    <li>
      <div className={styles.what}>
        <span className={styles.name}>
          <AppLink href={flowHref(flowName, world)}>{flowName}</AppLink>
        </span>
        <span className={styles.quiet}>{children}</span>
      </div>
      <div className={styles.when}>
        {time !== undefined && <span>{time}</span>}
        {next}
      </div>
      {tells && (
        <div className={styles.problem}>
          <Problem flow={flow} />
        </div>
      )}
    </li>
  );
}

/** Opens the dialog that starts or stops the flow. */
function Act({ flow, action }: { flow: FlowRow; action: DialogAction }) {
  const { askTo, isHydrated } = useRows();
  const { pending } = useRowState(flow.id);
  const text = `${actionInWords[action]}…`;
  if (pending !== undefined) return <span>{pendingWords[pending]}</span>;
  return (
    <span id={actionSlotId(flow.id, action)}>
      <Button
        variant="inline-link"
        ariaLabel={`${text} ${flow.flowName}`}
        disabled={!isHydrated}
        onClick={() => askTo(action, flow)}
      >
        {text}
      </Button>
    </span>
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
function troubleOf(flow: FlowRow, now: number): string | undefined {
  switch (flow.standing) {
    case 'errored':
      return flow.flowStatusMessage ?? flow.lastExecution?.message ?? 'AppFlow reports an error';
    case 'stopped-by-failures':
      return flow.lastExecution?.message ?? flow.flowStatusMessage ?? 'Its runs failed';
    default:
      return whyInWords(flow, now);
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
            tells
            next={
              isDown ? (
                <Act flow={flow} action="start" />
              ) : (
                <span className={styles.deeds}>
                  {/* AppFlow stops nothing that runs on demand. */}
                  {flow.triggerType !== 'OnDemand' && <Act flow={flow} action="stop" />}
                  <AppLink
                    variant="primary"
                    href={flowHref(flow.flowName, world)}
                    ariaLabel={`Open ${flow.flowName}`}
                  >
                    Open
                  </AppLink>
                </span>
              )
            }
          >
            <StatusIndicator type={kindOf(flow)}>{isDown ? troubles[standing] : 'Failing'}</StatusIndicator>{' '}
            {troubleOf(flow, now)}
          </Item>
        );
      })}
    </ul>
  );
}

/** Flows that start again by themselves: when, and who stopped them and why. */
export function UntilList({ flows, world, now }: FlowListProps) {
  return (
    <ul className={styles.list} aria-label="Flows stopped until a time">
      {flows.map((flow) => (
        <Item
          key={flow.id}
          flow={flow}
          world={world}
          time={
            flow.startsAgainAt !== undefined && (
              <Time at={flow.startsAgainAt}>{due(flow.startsAgainAt, now)}</Time>
            )
          }
          next={<Act flow={flow} action="start" />}
          tells
        >
          <Stopped flow={flow} now={now} />
        </Item>
      ))}
    </ul>
  );
}

/** "Stopped until 18:00 by Ana 2 h ago: INC-1", as in the list and on the flow's page. */
function Stopped({ flow, now }: { flow: FlowRow; now: number }) {
  // The server tells times in UTC, the browser then in the reader's time zone.
  const timeZone = useTimeZone();
  const [who, when, why] = statusChangeInWords(flow, now, timeZone);
  return (
    <>
      {who} <Time at={flow.statusChange.at}>{when}</Time>
      {why}
    </>
  );
}

/** Flows that people have stopped until somebody starts them: who, when and why. */
export function StoppedList({ flows, world, now }: FlowListProps) {
  return (
    <ul className={styles.list} aria-label="Flows stopped by people">
      {flows.map((flow) => (
        <Item key={flow.id} flow={flow} world={world} next={<Act flow={flow} action="start" />} tells>
          <Stopped flow={flow} now={now} />
        </Item>
      ))}
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
