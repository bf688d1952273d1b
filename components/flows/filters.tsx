import Select, { type SelectProps } from '@cloudscape-design/components/select';
import TextFilter from '@cloudscape-design/components/text-filter';
import { useState } from 'react';
import { connectorInWords } from '@/components/words/connector';
import { statusFilterWords } from '@/components/words/status';
import { triggerTypeInWords } from '@/components/words/trigger';
import { type FlowsQuery, StatusFilter, sortColumns, statusFilters } from '@/contract/console';
import { TriggerType } from '@/contract/shapes.gen';
import styles from './filters.module.css';
import type { ListSummary } from './list-summary';
import type { FlowsView } from './use-flows-view';

interface FiltersProps {
  query: FlowsQuery;
  summary: ListSummary | undefined;
  change: FlowsView['change'];
}

/** Narrows the list by text, status, trigger and connector, and orders it where there are no column headings. */
export function Filters({ query, summary, change }: FiltersProps) {
  // A connector that is asked for stays a choice, also where no flow has it.
  const connectors = [
    ...new Set([...(summary?.connectors ?? []), ...(query.connector ? [query.connector] : [])]),
  ];
  return (
    <div className={styles.filters}>
      <div className={styles.text}>
        <TextSearch q={query.q} total={summary?.total} change={change} />
      </div>
      <Choice
        label="Status"
        value={query.status}
        options={statusFilters.map((value) => ({ value, label: statusFilterWords[value] }))}
        onChange={(value) => change({ status: StatusFilter.safeParse(value).data })}
      />
      <Choice
        label="Trigger"
        value={query.trigger}
        options={TriggerType.options.map((value) => ({ value, label: triggerTypeInWords(value) }))}
        onChange={(value) => change({ trigger: TriggerType.safeParse(value).data })}
      />
      <Choice
        label="Connector"
        value={query.connector}
        options={connectors.map((value) => ({ value, label: connectorInWords(value) }))}
        onChange={(connector) => change({ connector })}
      />
      <div className={styles.order}>
        <Order query={query} change={change} />
      </div>
    </div>
  );
}

function TextSearch({
  q,
  total,
  change,
}: {
  q: string;
  total: number | undefined;
  change: FlowsView['change'];
}) {
  const [text, setText] = useState(q);
  const [seen, setSeen] = useState(q);
  // The URL has changed by something else than typing, for example by going back.
  if (q !== seen) {
    setSeen(q);
    if (q !== text.trim()) setText(q);
  }
  return (
    <TextFilter
      filteringText={text}
      filteringPlaceholder="Find by name, person, reason or tag"
      filteringAriaLabel="Find flows by name"
      filteringClearAriaLabel="Clear"
      countText={total === undefined ? '' : `${total} ${total === 1 ? 'match' : 'matches'}`}
      onChange={({ detail }) => setText(detail.filteringText)}
      onDelayedChange={({ detail }) => change({ q: detail.filteringText.trim() }, 'replace')}
    />
  );
}

interface ChoiceProps {
  label: string;
  value: string | undefined;
  options: { value: string; label: string }[];
  onChange: (value: string | undefined) => void;
}

const any: SelectProps.Option = { value: '', label: 'Any' };

function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <Select
      inlineLabelText={label}
      options={[any, ...options]}
      selectedOption={options.find((option) => option.value === value) ?? any}
      filteringType={options.length > 12 ? 'auto' : 'none'}
      filteringAriaLabel={`Find in ${label}`}
      onChange={({ detail }) => onChange(detail.selectedOption.value || undefined)}
    />
  );
}

const orderWords: Record<FlowsQuery['sort'], string> = {
  name: 'Name',
  status: 'Status',
  trigger: 'Trigger',
  source: 'Source',
  lastRun: 'Last run',
  updated: 'Last change',
};
const orders = sortColumns.flatMap((sort) => [
  { sort, order: 'asc' as const, value: sort, label: orderWords[sort] },
  { sort, order: 'desc' as const, value: `-${sort}`, label: `${orderWords[sort]}, descending` },
]);

function Order({ query, change }: Pick<FiltersProps, 'query' | 'change'>) {
  const selected = orders.find(({ sort, order }) => sort === query.sort && order === query.order) ?? null;
  return (
    <Select
      inlineLabelText="Sort by"
      options={orders}
      selectedOption={selected}
      onChange={({ detail }) => {
        const chosen = orders.find(({ value }) => value === detail.selectedOption.value);
        if (chosen) change({ sort: chosen.sort, order: chosen.order });
      }}
    />
  );
}
