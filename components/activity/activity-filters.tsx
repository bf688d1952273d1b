import Checkbox from '@cloudscape-design/components/checkbox';
import PropertyFilter, { type PropertyFilterProps } from '@cloudscape-design/components/property-filter';
import { operationInWords, outcomeWords } from '@/components/words/event';
import { ActivityQuery, type ActivityRow, outcomes } from '@/contract/activity';
import { exceptions } from '@/contract/errors';
import { operations } from '@/contract/operations';
import { PeriodFilter } from './period-filter';
import styles from './activity.module.css';
import { filterWords } from './filter-words';
import type { ActivityView } from './use-activity-view';

/** What can be said in the filter; each once, and all of them must hold. */
const properties = [
  { key: 'flow', label: 'Flow', plural: 'Flows', operators: ['=', '^'] },
  { key: 'operation', label: 'Operation', plural: 'Operations' },
  { key: 'outcome', label: 'Outcome', plural: 'Outcomes' },
  { key: 'exception', label: 'Exception', plural: 'Exceptions' },
  { key: 'who', label: 'Who', plural: 'People' },
  { key: 'via', label: 'Client', plural: 'Clients' },
  { key: 'requestId', label: 'Request id', plural: 'Request ids' },
] as const;
type Key = (typeof properties)[number]['key'];
const keys: readonly Key[] = properties.map(({ key }) => key);

const filteringProperties: PropertyFilterProps.FilteringProperty[] = properties.map(
  ({ key, label, plural, ...more }) => ({
    key,
    propertyLabel: label,
    groupValuesLabel: plural,
    operators: 'operators' in more ? [...more.operators] : ['='],
  }),
);

const REQUEST_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-/i;

/** The filter's tokens for what the URL asks for. */
export function tokensOf(query: ActivityQuery): PropertyFilterProps.Token[] {
  return keys.flatMap((propertyKey) => {
    const value = query[propertyKey];
    if (value === undefined) return [];
    return propertyKey === 'flow' && value.endsWith('*')
      ? [{ propertyKey, operator: '^', value: value.slice(0, -1) }]
      : [{ propertyKey, operator: '=', value }];
  });
}

/** What the filter's tokens ask for: the last word on each; words without a property are a request id or a flow's beginning. */
export function queryOf(tokens: readonly PropertyFilterProps.Token[]): Pick<ActivityQuery, Key> {
  const said: Partial<Record<Key, string>> = {};
  for (const { propertyKey, operator, value } of tokens) {
    const text = String(value).trim();
    const key = keys.find((each) => each === propertyKey) ?? (REQUEST_ID.test(text) ? 'requestId' : 'flow');
    const isBeginning = key === 'flow' && (operator === '^' || propertyKey === undefined);
    said[key] = isBeginning && !text.endsWith('*') ? `${text}*` : text;
  }
  const known = Object.fromEntries(
    keys.flatMap((key) => {
      const read = ActivityQuery.shape[key].safeParse(said[key]);
      return read.success ? [[key, read.data]] : [];
    }),
  );
  return { ...Object.fromEntries(keys.map((key) => [key, undefined])), ...known };
}

interface ActivityFiltersProps {
  query: ActivityQuery;
  /** What is on screen, for values to choose from. */
  rows: ActivityRow[];
  /** The server's time. */
  now: number;
  change: ActivityView['change'];
}

/** Narrows the activity by what, who, when and how it went. */
export function ActivityFilters({ query, rows, now, change }: ActivityFiltersProps) {
  return (
    <div className={styles.filters}>
      <PropertyFilter
        query={{ operation: 'and', tokens: tokensOf(query) }}
        onChange={({ detail }) => change(queryOf(detail.tokens))}
        filteringProperties={filteringProperties}
        filteringOptions={optionsFrom(rows)}
        hideOperations
        expandToViewport
        i18nStrings={filterWords}
        filteringAriaLabel="Filter the activity"
        filteringPlaceholder="Flow, operation, person, outcome or request id"
      />
      <PeriodFilter query={query} now={now} change={change} />
      <div className={styles.runs}>
        <Checkbox
          checked={query.runs === 'shown'}
          onChange={({ detail }) => change({ runs: detail.checked ? 'shown' : undefined })}
        >
          Show runs
        </Checkbox>
      </div>
    </div>
  );
}

function optionsFrom(rows: ActivityRow[]): PropertyFilterProps.FilteringOption[] {
  const seen = (propertyKey: Key, values: (string | undefined)[]) =>
    [...new Set(values)].flatMap((value) => (value === undefined ? [] : [{ propertyKey, value }]));
  return [
    ...seen(
      'flow',
      rows.map(({ flowName }) => flowName),
    ),
    ...seen('operation', [...Object.keys(operations), ...rows.map(({ operation }) => operation)]).map(
      (option) => ({ ...option, label: operationInWords(option.value) }),
    ),
    ...outcomes.map((value) => ({ propertyKey: 'outcome', value, label: outcomeWords[value] })),
    ...seen('exception', Object.keys(exceptions)),
    ...seen(
      'who',
      rows.map(({ by }) => by),
    ),
    ...seen(
      'via',
      rows.map(({ via }) => via),
    ),
  ];
}
