import Button from '@cloudscape-design/components/button';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { AppLink } from '@/components/ui/app-link';
import { connectorInWords } from '@/components/words/connector';
import {
  executionKinds,
  executionStatusInWords,
  failuresInWords,
  isProtected,
  kindOf,
  lastRunTimeInWords,
  whoInWords,
  whyInParts,
  whyInWords,
} from '@/components/words/status';
import { ago, due, exactTime } from '@/components/words/time';
import { triggerInWords } from '@/components/words/trigger';
import type { FlowRow } from '@/contract/console';
import { flowHref } from '@/queries/world';
import { type DialogAction, pendingWords } from './attempt';
import styles from './cells.module.css';
import { actionSlotId } from './row-focus';
import { RowProblem } from './row-problem';
import { useRowState } from './row-store';
import { useNow, useRows } from './rows-context';
import type { RowMark, ShownRow } from './steady-rows';

const markWords: Record<RowMark, string> = {
  gone: 'No longer exists',
  'no-match': 'No longer matches',
  moved: 'On another page',
};

/** The flow's name, what its row still does here, and what went wrong with the last action on it. */
export function NameCell({ row: { flow, mark } }: { row: ShownRow }) {
  const { world, removeRow } = useRows();
  const { problem } = useRowState(flow.id);
  const isGone = flow.standing === 'deleted' || mark === 'gone';
  const isTwoLines = mark !== undefined || isGone;
  const href = flowHref(flow.flowName, world);
  return (
    <RoomForProblem problem={problem && <RowProblem problem={problem} flow={flow} />}>
      <span
        className={`${styles.name} ${isTwoLines ? styles.line : styles.clamped}`}
        data-flow-name={flow.flowName}
        data-status={flow.flowStatus}
        data-gone={isGone || undefined}
        title={flow.flowName}
      >
        <AppLink href={href}>{flow.flowName}</AppLink>
      </span>
      {isProtected(flow) && <span className={styles.quiet}>Protected</span>}
      {mark !== undefined && (
        <span className={`${styles.quiet} ${styles.mark}`}>
          {markWords[mark]}.{' '}
          <Button
            variant="inline-link"
            ariaLabel={`Remove row ${flow.flowName}`}
            onClick={() => removeRow(flow)}
          >
            Remove row
          </Button>
        </span>
      )}
      {mark === undefined && isGone && (
        <span className={styles.quiet}>
          <AppLink href={`${href}#activity`} ariaLabel={`History of ${flow.flowName}`}>
            History
          </AppLink>
        </span>
      )}
    </RoomForProblem>
  );
}

/** A problem stands under the whole row, although it belongs to its first cell: the row gets room for its height. */
function RoomForProblem({ children, problem }: { children: ReactNode; problem: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const hasProblem = Boolean(problem);
  useLayoutEffect(() => {
    const element = box.current;
    const row = element?.closest('tr');
    if (!element || !row) return;
    const makeRoom = () => row.style.setProperty('--row-room', `${element.offsetHeight}px`);
    makeRoom();
    const observer = new ResizeObserver(makeRoom);
    observer.observe(element);
    return () => {
      observer.disconnect();
      row.style.removeProperty('--row-room');
    };
  }, [hasProblem]);
  return (
    <div className={styles.lines}>
      {children}
      {hasProblem && (
        <div ref={box} className={styles.problem}>
          <div className={styles.inView}>{problem}</div>
        </div>
      )}
    </div>
  );
}

/** The flow's status, who brought it there, and why in a line or two, or what is being done about it. */
export function StatusCell({ row: { flow } }: { row: ShownRow }) {
  const now = useNow();
  const { pending } = useRowState(flow.id);
  // The server tells times in UTC, the browser then in the reader's time zone.
  const timeZone = useRows().isHydrated ? undefined : 'UTC';
  const why = whyInWords(flow, now, timeZone);
  const { who, what, until } = whyInParts(flow, now, timeZone);
  return (
    <div className={styles.lines} data-cell="status" title={why}>
      <span className={styles.parts}>
        <StatusIndicator type={kindOf(flow)}>{flow.flowStatus}</StatusIndicator>
        {who !== undefined && (
          <span className={`${styles.quiet} ${styles.line}`} aria-hidden="true">
            {who}
          </span>
        )}
      </span>
      {pending ? (
        <span className={styles.quiet}>{pendingWords[pending]}</span>
      ) : (
        <span className={`${styles.quiet} ${styles.parts}`}>
          {what !== undefined && (
            <span className={styles.why} aria-hidden="true">
              {what}
            </span>
          )}
          {until !== undefined && (
            <span className={styles.whole} aria-hidden="true">
              {what === undefined ? until : `· ${until}`}
            </span>
          )}
          <span className="visually-hidden">{why}</span>
        </span>
      )}
    </div>
  );
}

export function TriggerCell({ row: { flow } }: { row: ShownRow }) {
  return (
    <div className={styles.lines} data-label="Trigger">
      <span className={styles.clamped}>{triggerInWords(flow)}</span>
    </div>
  );
}

export function RouteCell({ row: { flow } }: { row: ShownRow }) {
  const source = connectorInWords(flow.sourceConnector);
  const destination = connectorInWords(flow.destinationConnector);
  return (
    <div className={styles.lines} data-label="Source → destination" title={`${source} → ${destination}`}>
      <span className={styles.line}>{source}</span>
      <span className={styles.line}>→ {destination}</span>
    </div>
  );
}

export function LastRunCell({ row: { flow } }: { row: ShownRow }) {
  const now = useNow();
  const run = flow.lastExecution;
  // Why a flow is failing or was stopped by failures says how many.
  const isSaid = flow.needsAttention && flow.standing !== 'errored';
  const failures = isSaid ? undefined : failuresInWords(flow);
  if (run === undefined) {
    return (
      <div className={styles.lines} data-label="Last run">
        –
      </div>
    );
  }
  return (
    <div className={styles.lines} data-label="Last run" title={run.message}>
      <StatusIndicator type={executionKinds[run.executionStatus]}>
        {executionStatusInWords(run.executionStatus)}
      </StatusIndicator>
      <span className={`${styles.quiet} ${styles.line}`}>
        <Time at={run.at}>{lastRunTimeInWords(run, now)}</Time>
        {failures && ` · ${failures}`}
      </span>
    </div>
  );
}

export function NextRunCell({ row: { flow } }: { row: ShownRow }) {
  const now = useNow();
  const { nextRunAt } = flow;
  return (
    <div className={styles.lines} data-label="Next run">
      {nextRunAt === undefined ? '–' : <Time at={nextRunAt}>{due(nextRunAt, now)}</Time>}
    </div>
  );
}

/** The exact time on hover; it depends on the reader's time zone, which the server does not know. */
function Time({ at, children }: { at: number; children: ReactNode }) {
  return (
    <time dateTime={new Date(at).toISOString()} title={exactTime(at)} suppressHydrationWarning>
      {children}
    </time>
  );
}

export function TagsCell({ row: { flow } }: { row: ShownRow }) {
  const tags = Object.entries(flow.tags).map(([key, value]) => (value === '' ? key : `${key}: ${value}`));
  const text = tags.length === 0 ? '–' : tags.join(', ');
  return (
    <div className={styles.lines} data-label="Tags" title={text}>
      <span className={`${styles.quiet} ${styles.clamped}`}>{text}</span>
    </div>
  );
}

/** Who brought the flow into its status, and when. */
export function ByCell({ row: { flow } }: { row: ShownRow }) {
  const now = useNow();
  const { at } = flow.statusChange;
  const who = whoInWords(flow.statusChange);
  return (
    <div className={styles.lines} data-label="Status set by" title={who}>
      <span className={styles.line}>{who}</span>
      <span className={`${styles.quiet} ${styles.line}`}>
        <Time at={at}>{ago(at, now)}</Time>
      </span>
    </div>
  );
}

export function OwnerCell({ row: { flow } }: { row: ShownRow }) {
  return (
    <div className={styles.lines} data-label="Owner" title={flow.createdBy}>
      <span className={styles.clamped}>{flow.createdBy}</span>
    </div>
  );
}

export function CreatedCell({ row: { flow } }: { row: ShownRow }) {
  const now = useNow();
  return (
    <div className={styles.lines} data-label="Created">
      <Time at={flow.createdAt}>{ago(flow.createdAt, now)}</Time>
    </div>
  );
}

export function UpdatedCell({ row: { flow } }: { row: ShownRow }) {
  const now = useNow();
  return (
    <div className={styles.lines} data-label="Updated">
      <Time at={flow.lastUpdatedAt}>{ago(flow.lastUpdatedAt, now)}</Time>
      <span className={`${styles.quiet} ${styles.line}`} title={flow.lastUpdatedBy}>
        {flow.lastUpdatedBy}
      </span>
    </div>
  );
}

/** Which button the status suggests; the other one works too, the service decides. */
function suggested({ standing }: FlowRow): DialogAction | undefined {
  if (standing === 'active') return 'stop';
  return standing === 'deleted' || standing === 'deprecated' ? undefined : 'start';
}

export function ActionsCell({ row: { flow } }: { row: ShownRow }) {
  return (
    <div className={styles.actions} data-cell="actions">
      <ActionButton action="stop" flow={flow} />
      <ActionButton action="start" flow={flow} />
    </div>
  );
}

function ActionButton({ action, flow }: { action: DialogAction; flow: FlowRow }) {
  const { isHydrated, askTo } = useRows();
  const text = action === 'stop' ? 'Stop' : 'Start';
  return (
    <span id={actionSlotId(flow.id, action)} className={styles.action}>
      <Button
        variant={suggested(flow) === action ? 'normal' : 'link'}
        ariaLabel={`${text} ${flow.flowName}`}
        disabled={!isHydrated}
        fullWidth
        wrapText={false}
        onClick={() => askTo(action, flow)}
      >
        {text}
      </Button>
    </span>
  );
}
