'use client';

import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { CopyButton } from '@/components/ui/copy-button';
import { type Column, DataTable } from '@/components/ui/data-table';
import { bytesText, numberText } from '@/components/ui/quantity';
import { Section } from '@/components/ui/section';
import { tookText } from '@/components/ui/time';
import { TimeText } from '@/components/ui/time-text';
import { executionKinds, executionStatusInWords } from '@/components/words/status';
import { ago, duration } from '@/components/words/time';
import type { ExecutionRow } from '@/contract/console';

const runsShownAtFirst = 10;
/** As many as the page's read brings. */
const runsReadAtMost = 50;

function orDash(amount: number | undefined, text: (amount: number) => string): string {
  return amount === undefined ? '–' : text(amount);
}

function columnsAt(asOf: number): Column<ExecutionRow>[] {
  return [
    {
      heading: 'Status',
      cell: ({ executionStatus }) => (
        <StatusIndicator type={executionKinds[executionStatus]}>
          {executionStatusInWords(executionStatus)}
        </StatusIndicator>
      ),
    },
    {
      heading: 'Started',
      cell: ({ startedAt }) => (
        <TimeText at={startedAt} focusable={false}>
          {ago(startedAt, asOf)}
        </TimeText>
      ),
    },
    {
      heading: 'Took',
      kind: 'number',
      cell: ({ startedAt, endedAt }) =>
        endedAt === undefined ? `${duration(asOf - startedAt)} so far` : tookText(endedAt - startedAt),
    },
    {
      heading: 'Records',
      kind: 'number',
      cell: ({ recordsProcessed }) => orDash(recordsProcessed, numberText),
    },
    { heading: 'Read', kind: 'number', cell: ({ bytesProcessed }) => orDash(bytesProcessed, bytesText) },
    { heading: 'Written', kind: 'number', cell: ({ bytesWritten }) => orDash(bytesWritten, bytesText) },
    { heading: 'Message', kind: 'words', cell: ({ message }) => message ?? '' },
    {
      heading: 'Run id',
      kind: 'code',
      cell: ({ executionId }) => (
        <>
          {executionId.slice(0, 8)} <CopyButton text={executionId} what={`run id ${executionId}`} />
        </>
      ),
    },
  ];
}

/** The runs of a flow, newest first. */
export function FlowRuns({ runs, asOf }: { runs: ExecutionRow[]; asOf: number }) {
  return (
    <Section
      id="runs"
      heading="Runs"
      note={runs.length === runsReadAtMost ? `the newest ${runsReadAtMost}` : runs.length}
    >
      <DataTable
        label="Runs"
        rows={runs}
        columns={columnsAt(asOf)}
        keyOf={({ executionId }) => executionId}
        empty="It has not run yet."
        shownAtFirst={runsShownAtFirst}
      />
    </Section>
  );
}
