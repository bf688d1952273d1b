'use client';

import Button from '@cloudscape-design/components/button';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useQueryClient } from '@tanstack/react-query';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { useActor } from '@/components/shell/use-actor';
import { useSession } from '@/components/shell/viewer';
import { announce } from '@/components/ui/announcer';
import { CopyButton } from '@/components/ui/copy-button';
import { type Column, DataTable } from '@/components/ui/data-table';
import { bytesText, numberText } from '@/components/ui/quantity';
import { Section } from '@/components/ui/section';
import { SpokenAlert } from '@/components/ui/spoken-alert';
import { tookText } from '@/components/ui/time';
import { TimeText } from '@/components/ui/time-text';
import { useTimeZone } from '@/components/ui/use-time-zone';
import { asAwsCli } from '@/components/words/aws-cli';
import { executionKinds, executionStatusInWords } from '@/components/words/status';
import { ago, sortableTimeText } from '@/components/words/time';
import type { ExecutionRow, FlowDetail } from '@/contract/console';
import { duration } from '@/contract/duration';
import { AppFlowCallError } from '@/queries/call-appflow';
import { useCancelFlowExecutions } from '@/queries/cancel-flow-executions';
import { flowQuery } from '@/queries/flow';
import { useOlderRuns } from '@/queries/older-runs';
import { useWorld } from '@/queries/use-world';
import styles from './flow-runs.module.css';
import { barHeights, type BarHeight, chartedAtMost } from './run-bars';
import { RunChart } from './run-chart';

const runsShownAtFirst = 10;
const barHeightParameter = 'bars';

function orDash(amount: number | undefined, text: (amount: number) => string): string {
  return amount === undefined ? '–' : text(amount);
}

/** "10:40:00 – 10:45:00" of the source, with the day where the span is longer than one. */
function PullWindow({ run, timeZone }: { run: ExecutionRow; timeZone: string | undefined }) {
  const { dataPullStartAt, dataPullEndAt } = run;
  if (dataPullEndAt === undefined) return '–';
  const end = sortableTimeText(dataPullEndAt, timeZone);
  if (dataPullStartAt === undefined) return `all until ${end}`;
  const start = sortableTimeText(dataPullStartAt, timeZone);
  return `${start} – ${start.slice(0, 10) === end.slice(0, 10) ? end.slice(11) : end}`;
}

interface ColumnsOptions {
  asOf: number;
  timeZone: string | undefined;
  /** Undefined where nothing can be canceled. */
  canceling: ReturnType<typeof useCancel> | undefined;
}

function columnsFor({ asOf, timeZone, canceling }: ColumnsOptions): Column<ExecutionRow>[] {
  return [
    {
      heading: 'Status',
      cell: (run) => (
        <span className={styles.status}>
          <StatusIndicator type={executionKinds[run.executionStatus]}>
            {executionStatusInWords(run.executionStatus)}
          </StatusIndicator>
          {canceling !== undefined && run.executionStatus === 'InProgress' && (
            <>
              <Button
                variant="inline-link"
                wrapText={false}
                ariaLabel={`Cancel run ${run.executionId.slice(0, 8)}`}
                loading={canceling.pendingId === run.executionId}
                onClick={() => canceling.cancel(run)}
              >
                Cancel
              </Button>
              <CopyButton
                text={() => canceling.asCli(run)}
                what={`the AWS CLI command that cancels run ${run.executionId.slice(0, 8)}`}
              />
            </>
          )}
        </span>
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
    { heading: 'Reads the source’s', cell: (run) => <PullWindow run={run} timeZone={timeZone} /> },
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

/** The height of the bars as the address says it. */
function useBarHeight(): [BarHeight, (barHeight: BarHeight) => void] {
  const search = useSearchParams();
  const barHeight = barHeights.find((height) => height === search.get(barHeightParameter)) ?? 'duration';
  const change = (height: BarHeight) => {
    const next = new URLSearchParams(search);
    if (height === 'duration') next.delete(barHeightParameter);
    else next.set(barHeightParameter, height);
    window.history.replaceState(null, '', `?${next}${window.location.hash}`);
  };
  return [barHeight, change];
}

/** Runs of two reads, each once, as the later read has it, the newest first. */
function merged(before: ExecutionRow[], now: ExecutionRow[]): ExecutionRow[] {
  const byId = new Map([...before, ...now].map((run) => [run.executionId, run]));
  return [...byId.values()].sort((a, b) => b.startedAt - a.startedAt);
}

/**
 * The newest runs with older ones that were asked for. What slides out of the newest meanwhile is kept; where so many runs came at once
 * that some were never seen, it begins again with the newest.
 */
function useRuns({ flow, executions, hasOlderExecutions }: FlowDetail) {
  const world = useWorld();
  const [known, setKnown] = useState<ExecutionRow[]>([]);
  const [seen, setSeen] = useState(executions);
  if (executions !== seen) {
    setSeen(executions);
    const ids = new Set(known.map(({ executionId }) => executionId));
    const hasGap = !executions.some(({ executionId }) => ids.has(executionId));
    setKnown(hasGap ? [] : merged(known, executions));
  }
  const older = useOlderRuns(world, flow.flowName, known.at(-1));
  const fetched = older.data?.pages.flatMap((page) => page.executions) ?? [];
  const runs = known.length === 0 ? executions : merged(fetched, known);
  const readMore = () => {
    if (known.length === 0) setKnown(executions);
    else void older.fetchNextPage();
  };
  return {
    runs,
    hasMore: known.length === 0 ? hasOlderExecutions : older.hasNextPage || older.isError,
    isReading: older.isFetching,
    isFailed: older.isError,
    readMore: older.isError ? () => void older.refetch() : readMore,
  };
}

/** Cancels one run by the API's own operation, and keeps what it said when it refused; or gives the AWS CLI line that does the same. */
function useCancel({ flowName }: FlowDetail['flow']) {
  const world = useWorld();
  const { actor } = useActor();
  const session = useSession();
  const client = useQueryClient();
  const { mutateAsync, isPending, variables, error, reset } = useCancelFlowExecutions();
  const [invalidId, setInvalidId] = useState<string>();
  const cancel = async ({ executionId }: ExecutionRow) => {
    setInvalidId(undefined);
    try {
      const { invalidExecutions = [] } = await mutateAsync({
        flowName,
        executionIds: [executionId],
        world,
        actor,
      });
      if (invalidExecutions.length > 0) setInvalidId(executionId);
      else announce(`Run ${executionId.slice(0, 8)} is being canceled.`);
    } catch {
      // The mutation keeps the error, which is shown above the table.
    }
    await client.invalidateQueries({ queryKey: flowQuery(world, flowName).queryKey });
  };
  return {
    cancel: (run: ExecutionRow) => void cancel(run),
    asCli: ({ executionId }: ExecutionRow) => {
      const input = { flowName, executionIds: [executionId] };
      return asAwsCli(world, 'CancelFlowExecutions', input, window.location.origin, session?.accessKeyId);
    },
    pendingId: isPending ? variables.executionIds?.[0] : undefined,
    problem: cancelProblem(error, invalidId),
    dismiss: () => {
      reset();
      setInvalidId(undefined);
    },
  };
}

function cancelProblem(error: Error | null, invalidId: string | undefined) {
  if (invalidId !== undefined) {
    return {
      heading: 'Not canceled',
      text: `Run ${invalidId.slice(0, 8)} can not be canceled any more: it has ended.`,
    };
  }
  if (error === null) return undefined;
  return error instanceof AppFlowCallError
    ? { heading: error.exceptionName, text: `Not canceled: ${error.message}` }
    : { heading: 'No answer', text: 'The run may or may not be canceled. The table shows it as it is.' };
}

/** The runs of a flow, newest first: a chart of the newest, and a table of all that one asks for. */
export function FlowRuns({ detail }: { detail: FlowDetail }) {
  const { flow, executions, asOf } = detail;
  const [barHeight, setBarHeight] = useBarHeight();
  const { runs, hasMore, isReading, isFailed, readMore } = useRuns(detail);
  const canceling = useCancel(flow);
  const { problem, dismiss } = canceling;
  const timeZone = useTimeZone();
  const isDeleted = flow.standing === 'deleted';
  return (
    <Section id="runs" heading="Runs" note={hasMore ? `the newest ${runs.length}` : runs.length}>
      <RunChart
        runs={executions}
        isPart={runs.length > chartedAtMost}
        asOf={asOf}
        barHeight={barHeight}
        onBarHeight={setBarHeight}
      />
      {problem !== undefined && (
        <div role="alert">
          <SpokenAlert type="error" header={problem.heading} dismissible onDismiss={dismiss}>
            {problem.text}
          </SpokenAlert>
        </div>
      )}
      <DataTable
        label="Runs"
        rows={runs}
        columns={columnsFor({ asOf, timeZone, canceling: isDeleted ? undefined : canceling })}
        keyOf={({ executionId }) => executionId}
        empty="It has not run yet."
        shownAtFirst={runsShownAtFirst}
        more={
          hasMore && (
            <Button variant="link" loading={isReading} loadingText="Reading" onClick={readMore}>
              {isFailed ? 'Older runs could not be read: try again' : 'Show older runs'}
            </Button>
          )
        }
      />
    </Section>
  );
}
