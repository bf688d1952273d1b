import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { Fragment } from 'react';
import { AppLink } from '@/components/ui/app-link';
import { CopyButton } from '@/components/ui/copy-button';
import { ExceptionName } from '@/components/ui/exception-name';
import { type Fact, Facts } from '@/components/ui/facts';
import { sortableTimeText, zoneText } from '@/components/words/time';
import { TimeText } from '@/components/ui/time-text';
import { useTimeZone } from '@/components/ui/use-time-zone';
import {
  aboutInWords,
  operationInWords,
  outcomeKinds,
  outcomeWords,
  statusesInWords,
} from '@/components/words/event';
import { ago } from '@/components/words/time';
import { written } from '@/components/words/written';
import type { ActivityRow } from '@/contract/activity';
import type { World } from '@/contract/console';
import { bulkJobHref } from '@/queries/world';
import styles from './activity.module.css';
import { EventSentence } from './event-sentence';
import type { ActivityView } from './use-activity-view';

interface ActivityTableProps {
  world: World;
  rows: ActivityRow[];
  /** The server's time. */
  now: number;
  /** The ids of the events whose details are shown. */
  open: ReadonlySet<number>;
  onOpen: (ids: ReadonlySet<number>) => void;
  change: ActivityView['change'];
}

/** The events; each opens to all that is known of it. */
export function ActivityTable({ world, rows, now, open, onOpen, change }: ActivityTableProps) {
  const timeZone = useTimeZone();
  const toggle = (id: number) =>
    onOpen(new Set(open.has(id) ? [...open].filter((each) => each !== id) : [...open, id]));
  if (rows.length === 0) {
    return <p className={styles.empty}>Nothing that matches has happened, as far as was looked.</p>;
  }
  // Said in words, because a table whose rows are laid out as cards is none any more to some browsers.
  return (
    <table role="table" aria-label="Activity" className={styles.table}>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            Time ({zoneText(now, timeZone)})
          </th>
          <th scope="col" role="columnheader">
            What happened
          </th>
          <th scope="col" role="columnheader">
            Operation
          </th>
          <th scope="col" role="columnheader">
            Outcome
          </th>
          <th scope="col" role="columnheader">
            Status
          </th>
          <th scope="col" role="columnheader">
            Request id
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((event) => (
          <Fragment key={event.id}>
            <EventRow
              event={event}
              world={world}
              now={now}
              timeZone={timeZone}
              isOpen={open.has(event.id)}
              onToggle={() => toggle(event.id)}
            />
            {open.has(event.id) && (
              <tr role="row" className={styles.details} id={detailsId(event)}>
                <td role="cell" colSpan={6}>
                  <Facts facts={factsOf(event, timeZone, change)} />
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

const detailsId = ({ id }: ActivityRow) => `event-${id}`;

interface EventRowProps {
  event: ActivityRow;
  world: World;
  now: number;
  timeZone: string | undefined;
  isOpen: boolean;
  onToggle: () => void;
}

function EventRow({ event, world, now, timeZone, isOpen, onToggle }: EventRowProps) {
  const { at, operation, outcome, requestId } = event;
  const time = sortableTimeText(at, timeZone);
  return (
    <tr role="row" data-event-id={event.id} data-outcome={outcome}>
      <td role="cell">
        <div className={styles.time}>
          <button
            type="button"
            className={styles.toggle}
            aria-expanded={isOpen}
            aria-controls={isOpen ? detailsId(event) : undefined}
            aria-label={`Details of ${operationInWords(operation)}, ${aboutInWords(event)}, ${time}`}
            onClick={onToggle}
          >
            <svg viewBox="0 0 16 16" width="12" height="12" aria-hidden="true">
              <path d="m5 3 6 5-6 5z" fill="currentColor" />
            </svg>
          </button>
          <span>
            {time} <span className={styles.quiet}>{ago(at, now)}</span>
          </span>
        </div>
      </td>
      <td role="cell" className={styles.words}>
        <WhatHappened event={event} world={world} />
      </td>
      <td role="cell">{operationInWords(operation)}</td>
      <td role="cell">
        <StatusIndicator type={outcomeKinds[outcome]}>{outcomeWords[outcome]}</StatusIndicator>
      </td>
      <td role="cell">{statusesInWords(event) ?? '–'}</td>
      <td role="cell" className={styles.code}>
        {requestId.slice(0, 8)} <CopyButton text={requestId} what={`request id ${requestId}`} />
      </td>
    </tr>
  );
}

/** Who did what and why, in at most a few lines; the rest is behind the row's button. */
function WhatHappened({ event, world }: { event: ActivityRow; world: World }) {
  const { reason, errorName, bulkJobId, flowName } = event;
  return (
    <>
      <span className={styles.line} title={reason}>
        <EventSentence event={event} world={world} />
      </span>
      {errorName !== undefined && (
        <strong className={styles.line}>
          <ExceptionName name={errorName} />
        </strong>
      )}
      {bulkJobId !== undefined && flowName !== undefined && (
        <AppLink variant="primary" href={bulkJobHref(bulkJobId, world)}>
          bulk action
        </AppLink>
      )}
    </>
  );
}

function factsOf(event: ActivityRow, timeZone: string | undefined, change: ActivityView['change']): Fact[] {
  const { at, beforeStatus, afterStatus, by, via, reason, detail, errorName, errorMessage } = event;
  const said: [string, string | undefined][] = [
    ['Status before', beforeStatus],
    ['Status after', afterStatus],
    ['Who', by],
    ['Client', via],
    ['Run', event.executionId],
    ['Connector profile', event.connectorProfileName],
    ['Connector label', event.connectorLabel],
  ];
  const long: [string, string | undefined][] = [
    ['Reason', reason],
    ['What changed', detail && written(detail)],
    ['Message', errorName && `${errorName}: ${errorMessage ?? ''}`],
  ];
  const facts = (pairs: typeof said, span?: 'all'): Fact[] =>
    pairs.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value, ...(span && { span }) }]));
  return [
    {
      label: 'Exact time',
      value: (
        <TimeText at={at} focusable={false}>
          {sortableTimeText(at, timeZone)}.{String(at % 1_000).padStart(3, '0')} {zoneText(at, timeZone)}
        </TimeText>
      ),
    },
    ...facts(said),
    {
      label: 'Request id',
      span: 2,
      value: (
        <Id
          text={event.requestId}
          only="Only this request"
          onOnly={() => change({ requestId: event.requestId })}
        />
      ),
    },
    ...(event.bulkJobId === undefined
      ? []
      : [
          {
            label: 'Bulk action',
            span: 2 as const,
            value: (
              <Id
                text={event.bulkJobId}
                only="Only this bulk action"
                onOnly={() => change({ job: event.bulkJobId })}
              />
            ),
          },
        ]),
    ...facts(long, 'all'),
  ];
}

/** An id that the activity can be narrowed to. */
function Id({ text, only, onOnly }: { text: string; only: string; onOnly: () => void }) {
  return (
    <span className={styles.code}>
      {text}{' '}
      <button type="button" className={styles.only} onClick={onOnly}>
        {only}
      </button>
    </span>
  );
}
