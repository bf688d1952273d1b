import Checkbox from '@cloudscape-design/components/checkbox';
import PropertyFilter, { type PropertyFilterProps } from '@cloudscape-design/components/property-filter';
import { operationInWords, outcomeWords } from '@/components/words/event';
import { type ActivityQuery, type ActivityRow, outcomes } from '@/contract/activity';
import { exceptions } from '@/contract/errors';
import { operations } from '@/contract/operations';
import { PeriodFilter } from './period-filter';
import styles from './activity.module.css';
import { type Key, properties, queryOf, tokensOf } from './filter-tokens';
import { filterWords } from './filter-words';
import type { ActivityView } from './use-activity-view';

const filteringProperties: PropertyFilterProps.FilteringProperty[] = properties.map(
  ({ key, label, plural, ...more }) => ({
    key,
    propertyLabel: label,
    groupValuesLabel: plural,
    operators: 'operators' in more ? [...more.operators] : ['='],
  }),
);

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
    <div className={styles.filters} data-find>
      <PropertyFilter
        query={{ operation: 'and', tokens: tokensOf(query) }}
        onChange={({ detail }) => change(queryOf(detail.tokens))}
        filteringProperties={filteringProperties}
        filteringOptions={optionsFrom(rows)}
        hideOperations
        expandToViewport
        i18nStrings={filterWords}
        filteringAriaLabel="Filter the activity"
        filteringPlaceholder="Flow, operation, person, outcome, connector or request id"
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
      'profile',
      rows.map(({ connectorProfileName }) => connectorProfileName),
    ),
    ...seen(
      'connector',
      rows.map(({ connectorLabel }) => connectorLabel),
    ),
    ...seen(
      'job',
      rows.map(({ bulkJobId }) => bulkJobId),
    ),
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
