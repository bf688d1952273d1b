import type { PropertyFilterProps } from '@cloudscape-design/components/property-filter';
import { connectorInWords } from '@/components/words/connector';
import { executionStatusInWords, statusFilterWords } from '@/components/words/status';
import { exactTime } from '@/components/words/time';
import { triggerTypeInWords } from '@/components/words/trigger';
import { StatusFilter } from '@/contract/console';
import {
  type FilterOperator,
  type FilterProperty,
  filterProperties,
  type FlowFilter,
  isSensible,
  timeOf,
} from '@/contract/flows-query';
import { ExecutionStatus, TriggerType } from '@/contract/shapes.gen';

type Token = PropertyFilterProps.Token;

/** What the properties of the filter are called, in the order in which they are offered. */
export const propertyWords: Record<Exclude<FilterProperty, 'q' | 'tag'>, { one: string; values: string }> = {
  name: { one: 'Name', values: 'Names' },
  status: { one: 'Status', values: 'Statuses' },
  trigger: { one: 'Trigger', values: 'Triggers' },
  source: { one: 'Source', values: 'Sources' },
  destination: { one: 'Destination', values: 'Destinations' },
  connector: { one: 'Source or destination', values: 'Connectors' },
  lastResult: { one: 'Last run', values: 'Results of the last run' },
  lastRun: { one: 'Last run time', values: 'Times of the last run' },
  nextRun: { one: 'Next run time', values: 'Times of the next run' },
  until: { one: 'Stopped until', values: 'Times until which flows are stopped' },
  by: { one: 'Status set by', values: 'People and programs' },
  reason: { one: 'Reason', values: 'Reasons' },
  owner: { one: 'Owner', values: 'Owners' },
  created: { one: 'Created', values: 'Times of creation' },
  updated: { one: 'Updated', values: 'Times of the last change' },
  tagged: { one: 'Tag key', values: 'Tag keys' },
};

/** Cloudscape's signs for the operators. */
const signs: Record<FilterOperator, PropertyFilterProps.ComparisonOperator> = {
  '=': '=',
  '!=': '!=',
  '~': ':',
  '!~': '!:',
  from: '>=',
  to: '<',
};

/** A value of a property as people say it. */
export function valueInWords(property: FilterProperty, value: string): string {
  switch (property) {
    case 'status': {
      const { data } = StatusFilter.safeParse(value);
      return data ? statusFilterWords[data] : value;
    }
    case 'trigger': {
      const { data } = TriggerType.safeParse(value);
      return data ? triggerTypeInWords(data) : value;
    }
    case 'source':
    case 'destination':
    case 'connector':
      return connectorInWords(value);
    case 'lastResult': {
      const { data } = ExecutionStatus.safeParse(value);
      return data ? executionStatusInWords(data) : 'Never ran';
    }
    default:
      return filterProperties[property].kind === 'time' ? timeInWords(value) : value;
  }
}

const units: Record<string, string> = { s: 's', m: 'min', h: 'h', d: 'd' };

/** "2 h ago", "in 30 min", "now", or the date and time in UTC. */
function timeInWords(value: string): string {
  const [, sign, count, unit] = /^(-?)(\d+)([smhd])$/.exec(value) ?? [];
  if (count !== undefined && unit !== undefined) {
    return sign === '-' ? `${count} ${units[unit] ?? ''} ago` : `in ${count} ${units[unit] ?? ''}`;
  }
  const at = value === 'now' ? undefined : timeOf(value, 0);
  return at === undefined ? value : exactTime(at, 'UTC');
}

/** Times to choose from: any date or time may be typed. */
const times = {
  past: ['-15m', '-1h', '-6h', '-1d', '-7d', '-30d'],
  coming: ['now', '15m', '1h', '6h', '1d', '7d'],
};

const isToCome = (property: string) => property === 'nextRun' || property === 'until';

/** The properties as the filter takes them; each key of a tag is one of its own. */
export function cloudscapeProperties(tagKeys: readonly string[]): PropertyFilterProps.FilteringProperty[] {
  const known = Object.entries(propertyWords).map(([key, { one, values }]) => {
    const property = key as keyof typeof propertyWords;
    return {
      key,
      propertyLabel: one,
      groupValuesLabel: values,
      operators: operatorsOf(property),
      ...(filterProperties[property].kind === 'time' && { defaultOperator: '>=' as const }),
    };
  });
  const tags = tagKeys.map((key) => ({
    key: `tag.${key}`,
    propertyLabel: key,
    groupValuesLabel: `Values of ${key}`,
    operators: operatorsOf('tag'),
    group: 'tags',
  }));
  return [...known, ...tags];
}

function operatorsOf(property: FilterProperty): PropertyFilterProps.ExtendedOperator<unknown>[] {
  const { kind, operators } = filterProperties[property];
  return operators.map((operator) => ({
    operator: signs[operator],
    ...(kind === 'choice' && { tokenType: 'enum' as const }),
    ...(kind !== 'text' && {
      format: (value: unknown) =>
        textsIn(value)
          .map((each) => valueInWords(property, each))
          .join(', '),
    }),
  }));
}

/** The values to choose from that do not depend on the flows. */
export const givenOptions: PropertyFilterProps.FilteringOption[] = Object.entries(filterProperties).flatMap(
  ([key, { kind, choices = [] }]) => {
    const values = kind === 'time' ? (isToCome(key) ? times.coming : times.past) : choices;
    return values.map((value) => ({
      propertyKey: key,
      value,
      ...(kind === 'choice' && { label: valueInWords(key as FilterProperty, value) }),
    }));
  },
);

export function tokenOf({ property, key, operator, values }: FlowFilter): Token {
  return {
    ...(property !== 'q' && { propertyKey: key === undefined ? property : `${property}.${key}` }),
    operator: signs[operator],
    value: filterProperties[property].kind === 'choice' ? values : values[0],
  };
}

/** The filter that a token means; undefined when its value is none of its property. */
export function filterOf({ propertyKey = 'q', operator, value }: Token): FlowFilter | undefined {
  const isTag = propertyKey.startsWith('tag.');
  const property = isTag ? 'tag' : (propertyKey as FilterProperty);
  const found = Object.entries(signs).find(([, sign]) => sign === operator);
  if (!found || !Object.hasOwn(filterProperties, property)) return undefined;
  const filter: FlowFilter = {
    property,
    ...(isTag && { key: propertyKey.slice('tag.'.length) }),
    operator: found[0] as FilterOperator,
    values: textsIn(value).map((text) => text.trim()),
  };
  return isSensible(filter) ? filter : undefined;
}

function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.filter((each) => typeof each === 'string');
  return typeof value === 'string' ? [value] : [];
}
