import dynamic from 'next/dynamic';
import { useState } from 'react';
import { AppLink } from '@/components/ui/app-link';
import { type Column, DataTable } from '@/components/ui/data-table';
import { numberText } from '@/components/ui/quantity';
import { Section } from '@/components/ui/section';
import { timeOfDay } from '@/components/words/time';
import { useTimeZone } from '@/components/ui/use-time-zone';
import type { RunHour } from '@/contract/activity';
import styles from './overview.module.css';

// The library's chart measures its place before it draws, which the server cannot: the place is kept until it comes.
const Bars = dynamic(async () => (await import('./run-bars')).RunBars, { ssr: false });

const kinds = ['successful', 'failed', 'canceled'] as const;

/** How the runs of the last 24 hours ended, hour by hour: as bars, or as a table to read. */
export function RunsChart({ hours, failedHref }: { hours: RunHour[]; failedHref: string }) {
  const [isTable, setTable] = useState(false);
  const timeZone = useTimeZone();
  const sum = (of: (typeof kinds)[number]) => hours.reduce((total, hour) => total + hour[of], 0);
  const failed = sum('failed');
  const ended = kinds.reduce((total, kind) => total + sum(kind), 0);
  const tallies = kinds.flatMap((kind) => (sum(kind) > 0 ? [`${numberText(sum(kind))} ${kind}`] : []));
  const hourText = ({ hour }: RunHour) => timeOfDay(hour, timeZone).slice(0, 5);
  return (
    <Section
      id="runs"
      heading="Runs over 24 hours"
      note={ended === 0 ? 'none ended' : `${numberText(ended)} ended: ${tallies.join(', ')}`}
      actions={
        <div className={styles.actions}>
          {failed > 0 && (
            <AppLink variant="primary" href={failedHref}>
              Flows whose last run failed
            </AppLink>
          )}
          <button
            type="button"
            className={styles.switch}
            aria-pressed={isTable}
            onClick={() => setTable(!isTable)}
          >
            Show as table
          </button>
        </div>
      }
    >
      <div className={styles.chart}>
        {isTable ? (
          <DataTable
            label="Runs by hour"
            rows={[...hours].reverse()}
            columns={columnsWith(hourText)}
            keyOf={({ hour }) => hour}
            empty=""
            shownAtFirst={24}
          />
        ) : (
          <Bars hours={hours} hourText={hourText} />
        )}
      </div>
    </Section>
  );
}

function columnsWith(hourText: (hour: RunHour) => string): Column<RunHour>[] {
  return [
    { heading: 'Hour from', cell: hourText },
    { heading: 'Successful', kind: 'number', cell: ({ successful }) => numberText(successful) },
    { heading: 'Failed', kind: 'number', cell: ({ failed }) => numberText(failed) },
    { heading: 'Canceled', kind: 'number', cell: ({ canceled }) => numberText(canceled) },
  ];
}
