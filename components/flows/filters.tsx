import PropertyFilter, { type PropertyFilterProps } from '@cloudscape-design/components/property-filter';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { announce } from '@/components/ui/announcer';
import { type FilterProperty, filterProperties, type FlowFilter } from '@/contract/flows-query';
import { flowValuesQuery } from '@/queries/flow-values';
import { cloudscapeProperties, filterOf, givenOptions, tokenOf, valueInWords } from './filter-tokens';
import styles from './filters.module.css';
import type { ListSummary } from './list-summary';
import type { FlowsView } from './use-flows-view';

interface FiltersProps {
  view: FlowsView;
  summary: ListSummary | undefined;
}

/** Narrows the list by text and by any column. */
export function Filters({ view, summary }: FiltersProps) {
  return (
    <div className={styles.filters} data-find>
      <Find view={view} summary={summary} />
    </div>
  );
}

function Find({ view: { world, query, change }, summary }: FiltersProps) {
  const [asked, setAsked] = useState<PropertyFilterProps.LoadItemsDetail>();
  const keys = useQuery({ ...flowValuesQuery(world, 'tagged', undefined, ''), enabled: asked !== undefined });
  const tagKeys = useMemo(() => {
    const used = query.filters.flatMap(({ key }) => key ?? []);
    return [...new Set([...(keys.data?.values ?? []), ...used])].sort();
  }, [keys.data, query.filters]);
  const properties = useMemo(() => cloudscapeProperties(tagKeys), [tagKeys]);

  const subject = asked?.filteringProperty?.key;
  const [property, key] = subject === undefined ? [] : subjectOf(subject);
  const hasValues = property !== undefined && isFromFlows(property);
  const values = useQuery({
    ...flowValuesQuery(world, property ?? 'tagged', key, asked?.filteringText ?? ''),
    enabled: hasValues,
    placeholderData: keepPreviousData,
  });
  const options = useMemo(() => {
    if (!hasValues || subject === undefined) return givenOptions;
    return (values.data?.values ?? []).map((value) => ({
      propertyKey: subject,
      value,
      ...(filterProperties[property].kind === 'choice' && { label: valueInWords(property, value) }),
    }));
  }, [hasValues, subject, property, values.data]);

  const onChange = ({ tokens }: PropertyFilterProps.Query) => {
    const filters = tokens.flatMap((token): FlowFilter[] => {
      const filter = filterOf(token);
      if (!filter) announce(`${String(token.value)} is nothing to filter by here.`);
      return filter ? [filter] : [];
    });
    change({ filters });
  };

  return (
    <PropertyFilter
      query={{ operation: 'and', tokens: query.filters.map(tokenOf) }}
      onChange={({ detail }) => onChange(detail)}
      filteringProperties={properties}
      filteringOptions={options}
      customGroupsText={[{ group: 'tags', properties: 'Tags', values: 'Values of tags' }]}
      filteringStatusType={statusOf(hasValues, values)}
      onLoadItems={({ detail }) => setAsked(detail)}
      hideOperations
      tokenLimit={8}
      freeTextFiltering={{ operators: [':', '!:'] }}
      countText={summary && matchesText(summary)}
      filteringAriaLabel="Find flows by name or any other property"
      filteringPlaceholder="Find flows by name, person, tag or any column"
      filteringEmpty="No suggestions. Enter finds what you have typed."
      filteringLoadingText="Looking for values"
      filteringErrorText="The server does not say which values there are."
      filteringRecoveryText="Try again"
      i18nStrings={words}
      expandToViewport
    />
  );
}

function statusOf(
  hasValues: boolean,
  { isFetching, isError }: { isFetching: boolean; isError: boolean },
): PropertyFilterProps.StatusType {
  if (!hasValues) return 'finished';
  if (isError) return 'error';
  return isFetching ? 'loading' : 'finished';
}

function subjectOf(propertyKey: string): [property: FilterProperty, key: string | undefined] {
  return propertyKey.startsWith('tag.')
    ? ['tag', propertyKey.slice('tag.'.length)]
    : [propertyKey as FilterProperty, undefined];
}

/** Whether its values are those that the flows of the world have. */
function isFromFlows(property: FilterProperty): boolean {
  const { kind, choices } = filterProperties[property];
  return kind !== 'time' && choices === undefined;
}

/** "8 matches", "1,000+ matches", "2+ matches, 40,000 flows looked through". */
function matchesText({ total, totalIsExact, looked }: ListSummary): string {
  const count = total.toLocaleString('en');
  if (looked !== undefined) return `${count}+ matches, ${looked.toLocaleString('en')} flows looked through`;
  return totalIsExact ? `${count} ${total === 1 ? 'match' : 'matches'}` : `${count}+ matches`;
}

const tokenText = ({ propertyLabel, operator, value }: PropertyFilterProps.FormattedToken) =>
  `${propertyLabel} ${operatorWords[operator] ?? operator} ${value}`;

const operatorWords: Record<string, string> = {
  '=': 'is',
  '!=': 'is not',
  ':': 'contains',
  '!:': 'does not contain',
  '>=': 'at or after',
  '<': 'before',
};

const words: PropertyFilterProps.I18nStrings = {
  dismissAriaLabel: 'Dismiss',
  clearAriaLabel: 'Clear',
  groupValuesText: 'Values',
  groupPropertiesText: 'Properties',
  operatorsText: 'Operators',
  operationAndText: 'and',
  operationOrText: 'or',
  operatorLessText: 'Before',
  operatorGreaterOrEqualText: 'At or after',
  operatorContainsText: 'Contains',
  operatorDoesNotContainText: 'Does not contain',
  operatorEqualsText: 'Is',
  operatorDoesNotEqualText: 'Is not',
  editTokenHeader: 'Change the filter',
  propertyText: 'Property',
  operatorText: 'Operator',
  valueText: 'Value',
  cancelActionText: 'Cancel',
  applyActionText: 'Apply',
  allPropertiesLabel: 'Any text',
  tokenLimitShowMore: 'Show more',
  tokenLimitShowFewer: 'Show fewer',
  clearFiltersText: 'Clear filters',
  formatToken: tokenText,
  removeTokenButtonAriaLabel: (token) => `Remove filter ${tokenText(token)}`,
  enteredTextLabel: (text) => `Find: “${text}”`,
};
