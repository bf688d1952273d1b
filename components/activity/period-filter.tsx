import Select from '@cloudscape-design/components/select';
import { useState } from 'react';
import { fieldTimeText, timeFromField } from '@/components/ui/field-time';
import { zoneText } from '@/components/words/time';
import { useHydrated } from '@/components/ui/use-hydrated';
import { type ActivityQuery, recentSpans, type RecentSpan } from '@/contract/activity';
import styles from './activity.module.css';
import type { ActivityView } from './use-activity-view';

const spans: Record<RecentSpan, string> = {
  '1h': 'Last hour',
  '24h': 'Last 24 hours',
  '7d': 'Last 7 days',
  '30d': 'Last 30 days',
};
const anyTime = { value: 'any', label: 'Any time' };
const between = { value: 'between', label: 'Between…' };
const options = [
  anyTime,
  ...Object.keys(recentSpans).map((value) => ({ value, label: spans[value as RecentSpan] })),
  between,
];

interface PeriodFilterProps {
  query: ActivityQuery;
  /** The server's time. */
  now: number;
  change: ActivityView['change'];
}

/** When it happened: a time up to now, or between two, in the reader's time zone. */
export function PeriodFilter({ query: { since, from, to }, now, change }: PeriodFilterProps) {
  const [isAsked, setAsked] = useState(false);
  const isBetween = since === undefined && (isAsked || from !== undefined || to !== undefined);
  const selected = isBetween ? between : (options.find(({ value }) => value === since) ?? anyTime);
  const choose = (value: string | undefined) => {
    setAsked(value === 'between');
    const span = Object.keys(spans).find((each): each is RecentSpan => each === value);
    if (value !== 'between') change({ since: span, from: undefined, to: undefined });
    else if (since !== undefined) change({ since: undefined });
  };
  return (
    <div className={styles.period}>
      <Select
        inlineLabelText="Time"
        options={options}
        selectedOption={selected}
        onChange={({ detail }) => choose(detail.selectedOption.value)}
      />
      {isBetween && (
        <>
          <TimeField label="From" value={from} now={now} onChange={(time) => change({ from: time })} />
          <TimeField label="To" value={to} now={now} onChange={(time) => change({ to: time })} />
        </>
      )}
    </div>
  );
}

interface TimeFieldProps {
  label: string;
  /** ISO 8601. */
  value: string | undefined;
  now: number;
  onChange: (value: string | undefined) => void;
}

function TimeField({ label, value, now, onChange }: TimeFieldProps) {
  const isHydrated = useHydrated();
  const [isWrong, setWrong] = useState(false);
  const zone = isHydrated ? zoneText(value === undefined ? now : Date.parse(value)) : 'UTC';
  return (
    <label className={styles.timeField}>
      {label} ({zone})
      <input
        // What is being typed stays, until another time comes from elsewhere.
        key={`${value} ${isHydrated}`}
        type="datetime-local"
        step={1}
        aria-invalid={isWrong || undefined}
        defaultValue={
          value === undefined ? '' : fieldTimeText(Date.parse(value), isHydrated ? undefined : 'UTC')
        }
        onBlur={({ target }) => {
          const at = timeFromField(target.value);
          setWrong(target.value !== '' && at === undefined);
          const time = at === undefined ? undefined : new Date(at).toISOString();
          if (time !== value) onChange(time);
        }}
        onKeyDown={({ key, currentTarget }) => {
          if (key === 'Enter') currentTarget.blur();
        }}
      />
    </label>
  );
}
