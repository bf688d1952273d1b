'use client';

import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { CopyButton } from '@/components/ui/copy-button';
import { type Column, DataTable } from '@/components/ui/data-table';
import { ExceptionName } from '@/components/ui/exception-name';
import { Section } from '@/components/ui/section';
import { TimeText } from '@/components/ui/time-text';
import { useTimeZone } from '@/components/ui/use-time-zone';
import {
  deedInWords,
  operationInWords,
  outcomeKinds,
  outcomeWords,
  statusesInWords,
} from '@/components/words/event';
import { executionStatusInWords, whoInWords } from '@/components/words/status';
import { sortableTimeText, zoneText } from '@/components/words/time';
import type { EventRow, ExecutionRow } from '@/contract/console';

const eventsShownAtFirst = 15;
/** As many as the page's read brings. */
const eventsReadAtMost = 100;

/** "Run e34826d0", and how it ended where the event is its end. */
function runOf({ executionId, operation }: EventRow, runs: ExecutionRow[]): string | undefined {
  if (executionId === undefined) return undefined;
  const run = runs.find((candidate) => candidate.executionId === executionId);
  const text = `Run ${executionId.slice(0, 8)}`;
  return run === undefined || operation !== 'EndExecution'
    ? text
    : `${text}: ${executionStatusInWords(run.executionStatus)}`;
}

function Deed({ event, runs }: { event: EventRow; runs: ExecutionRow[] }) {
  const { errorName, errorMessage } = event;
  const [before, after] = deedInWords(event);
  const run = runOf(event, runs);
  return (
    <>
      <div>
        {whoInWords(event)} {before} it{after}
      </div>
      {run !== undefined && <div>{run}</div>}
      {errorName !== undefined && (
        <div>
          <strong>
            <ExceptionName name={errorName} />
          </strong>
          {errorMessage !== undefined && `: ${errorMessage}`}
        </div>
      )}
    </>
  );
}

function columnsIn(timeZone: string | undefined, now: number, runs: ExecutionRow[]): Column<EventRow>[] {
  return [
    {
      heading: `Time (${zoneText(now, timeZone)})`,
      cell: ({ at }) => (
        <TimeText at={at} focusable={false}>
          {sortableTimeText(at, timeZone)}
        </TimeText>
      ),
    },
    { heading: 'What happened', kind: 'words', cell: (event) => <Deed event={event} runs={runs} /> },
    { heading: 'Operation', cell: ({ operation }) => operationInWords(operation) },
    {
      heading: 'Outcome',
      cell: ({ outcome }) => (
        <StatusIndicator type={outcomeKinds[outcome]}>{outcomeWords[outcome]}</StatusIndicator>
      ),
    },
    { heading: 'Status', cell: (event) => statusesInWords(event) ?? '–' },
    {
      heading: 'Request id',
      kind: 'code',
      cell: ({ requestId }) => (
        <>
          {requestId.slice(0, 8)} <CopyButton text={requestId} what={`request id ${requestId}`} />
        </>
      ),
    },
  ];
}

interface FlowEventsProps {
  events: EventRow[];
  /** The flow's runs, for how those ended that events are about. */
  runs: ExecutionRow[];
  asOf: number;
}

/** What happened to the flows of this name, or was refused, newest first. */
export function FlowEvents({ events, runs, asOf }: FlowEventsProps) {
  const timeZone = useTimeZone();
  return (
    <Section
      id="activity"
      heading="Activity"
      note={events.length === eventsReadAtMost ? `the newest ${eventsReadAtMost}` : events.length}
    >
      <DataTable
        label="Activity"
        rows={events}
        columns={columnsIn(timeZone, asOf, runs)}
        keyOf={({ id }) => id}
        empty="Nothing has happened to it yet."
        shownAtFirst={eventsShownAtFirst}
      />
    </Section>
  );
}
