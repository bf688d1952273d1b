import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { AppLink } from '@/components/ui/app-link';
import { CopyButton } from '@/components/ui/copy-button';
import { type Column, DataTable } from '@/components/ui/data-table';
import { ExceptionName } from '@/components/ui/exception-name';
import { Section } from '@/components/ui/section';
import { TimeText } from '@/components/ui/time-text';
import {
  bulkItemInWords,
  bulkStateInWords,
  bulkStateKinds,
  bulkWhyInWords,
  flowsInWords,
} from '@/components/words/bulk';
import { ago } from '@/components/words/time';
import {
  type BulkItem,
  type BulkItemState,
  bulkItemsOnPage,
  bulkItemStates,
  type BulkJobDetail,
  type BulkJobQuery,
} from '@/contract/bulk';
import { useWorld } from '@/queries/use-world';
import { flowHref } from '@/queries/world';
import styles from './bulk.module.css';
import { NumberedPages } from './numbered-pages';

interface JobItemsProps {
  detail: BulkJobDetail;
  /** The server's time. */
  now: number;
  query: BulkJobQuery;
  change: (query: BulkJobQuery) => void;
}

/** The flows of a job with what came of each, all or those of one outcome. */
export function JobItems({ detail: { job, items }, now, query, change }: JobItemsProps) {
  const world = useWorld();
  const matching = query.state === undefined ? job.total : job.counts[query.state];
  const columns: Column<BulkItem>[] = [
    {
      heading: 'Flow',
      kind: 'words',
      cell: ({ flowName }) => <AppLink href={flowHref(flowName, world)}>{flowName}</AppLink>,
    },
    {
      heading: 'Outcome',
      cell: (item) => (
        <StatusIndicator type={bulkStateKinds[item.state]}>
          {bulkItemInWords(job.action, item)}
        </StatusIndicator>
      ),
    },
    { heading: 'Status', cell: statusInWords },
    {
      heading: 'Why',
      kind: 'words',
      cell: (item) => (
        <>
          {item.errorName !== undefined && (
            <strong>
              <ExceptionName name={item.errorName} />{' '}
            </strong>
          )}
          {bulkWhyInWords(job.action, item)}
        </>
      ),
    },
    {
      heading: 'When',
      cell: ({ at }) =>
        at === undefined ? (
          '–'
        ) : (
          <TimeText at={at} focusable={false}>
            {ago(at, now)}
          </TimeText>
        ),
    },
    {
      heading: 'Request',
      kind: 'code',
      cell: ({ requestId }) =>
        requestId !== undefined && (
          <>
            {requestId.slice(0, 8)} <CopyButton text={requestId} what={`request id ${requestId}`} />
          </>
        ),
    },
  ];
  return (
    <Section id="flows" heading="Flows" note={flowsInWords(matching)}>
      <ul className={styles.counts} aria-label="Flows by outcome">
        {bulkItemStates
          .filter((state) => job.counts[state] > 0 || state === query.state)
          .map((state) => (
            <li key={state}>
              <Count
                label={bulkStateInWords(job.action, state)}
                count={job.counts[state]}
                isSelected={state === query.state}
                onSelect={() => change({ state: other(query.state, state), page: 1 })}
              />
            </li>
          ))}
      </ul>
      <DataTable
        stacks
        label="Flows of this job"
        rows={items}
        columns={columns}
        keyOf={({ position }) => position}
        empty="None."
        shownAtFirst={bulkItemsOnPage}
      />
      <NumberedPages
        label="Pages of flows"
        count={Math.ceil(matching / bulkItemsOnPage)}
        page={query.page}
        onPage={(page) => change({ ...query, page })}
      />
    </Section>
  );
}

function other(selected: BulkItemState | undefined, state: BulkItemState): BulkItemState | undefined {
  return selected === state ? undefined : state;
}

function statusInWords({ beforeStatus, afterStatus }: BulkItem): string {
  if (beforeStatus === undefined) return '–';
  return beforeStatus === afterStatus ? beforeStatus : `${beforeStatus} → ${afterStatus ?? '–'}`;
}

function Count(props: { label: string; count: number; isSelected: boolean; onSelect: () => void }) {
  return (
    <button type="button" className={styles.count} aria-pressed={props.isSelected} onClick={props.onSelect}>
      <strong>{props.count.toLocaleString('en')}</strong> {props.label}
    </button>
  );
}
