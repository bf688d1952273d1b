import { z } from 'zod';
import { StatusFilter, statusFilters } from './console';
import { ExecutionStatus, TriggerType } from './shapes.gen';

/** What the list is asked for, on the page and on `GET /api/flows` alike: its filters, its order and a place in it. */

export const sortColumns = [
  'name',
  'status',
  'trigger',
  'source',
  'destination',
  'lastRun',
  'nextRun',
  'owner',
  'created',
  'updated',
] as const;
export type SortColumn = (typeof sortColumns)[number];
export const pageSizes = [25, 50, 100] as const;

/** How the last run of a flow ended or goes, `None` where there was none. */
export const lastResults = [...ExecutionStatus.options, 'None'] as const;

/** `~` contains, whatever the case; `from` and `to` are the ends of a span of time, the first in it, the second not. */
export const filterOperators = ['=', '!=', '~', '!~', 'from', 'to'] as const;
export type FilterOperator = (typeof filterOperators)[number];

/** What is one of few, of which a filter may name several. */
type ChoiceProperty = 'status' | 'trigger' | 'source' | 'destination' | 'connector' | 'lastResult';
type TextProperty = 'q' | 'name' | 'by' | 'reason' | 'owner' | 'tag' | 'tagged';
type TimeProperty = 'lastRun' | 'nextRun' | 'until' | 'created' | 'updated';
export type FilterProperty = ChoiceProperty | TextProperty | TimeProperty;

interface PropertyRules {
  kind: 'choice' | 'text' | 'time';
  operators: readonly FilterOperator[];
  /** The values that there are, where they do not depend on the flows. */
  choices?: readonly string[];
}

const choice = { kind: 'choice', operators: ['=', '!='] } as const;
const text = { kind: 'text', operators: ['=', '!=', '~', '!~'] } as const;
const time = { kind: 'time', operators: ['from', 'to'] } as const;

/**
 * Each property that flows are found by. `connector` is either end, `until` when a stopped flow starts again by itself, `by` who brought the flow
 * into its status, `tagged` a tag's key.
 */
export const filterProperties: Record<FilterProperty, PropertyRules> = {
  q: { kind: 'text', operators: ['~', '!~'] },
  name: text,
  status: { ...choice, choices: statusFilters },
  trigger: { ...choice, choices: TriggerType.options },
  source: choice,
  destination: choice,
  connector: choice,
  lastResult: { ...choice, choices: lastResults },
  lastRun: time,
  nextRun: time,
  until: time,
  by: text,
  reason: text,
  owner: text,
  created: time,
  updated: time,
  tag: text,
  tagged: choice,
};

/** Now (`now`), a span from now (`-2h`, `30m`, `7d`), or a date or time of UTC (`2026-11-24`, `2026-11-24T10:42`). */
const timePattern = /^(?:now|-?\d{1,6}[smhd]|\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?Z?)?)$/;
const unitsMs: Record<string, number> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** The epoch milliseconds that a filter's time means at `now`; undefined when it is none. */
export function timeOf(value: string, now: number): number | undefined {
  if (!timePattern.test(value)) return undefined;
  if (value === 'now') return now;
  const span = /^(-?\d+)([smhd])$/.exec(value);
  if (span) return now + Number(span[1]) * (unitsMs[span[2] ?? ''] ?? NaN);
  const at = Date.parse(value.includes('T') ? `${value.replace(/Z$/, '')}Z` : value);
  return Number.isNaN(at) ? undefined : at;
}

/** One condition: the property is (`=`) or is not (`!=`) one of the values, or contains the one value, or lies on a side of it. */
export interface FlowFilter {
  property: FilterProperty;
  /** The tag's key, for `tag`. */
  key?: string;
  operator: FilterOperator;
  values: string[];
}

/** How long a query string of the list may be: more than this no server takes as an address. */
export const searchAtMost = 16_384;

const valueLimit = 256;
const filtersLimit = 20;

/** The page itself: all that comes after a place in the order, or the last flows before one. */
const Place = z.string().max(2_048);

const order = {
  sort: z.enum(sortColumns).default('name'),
  order: z.enum(['asc', 'desc']).default('asc'),
  /** Which page it is, counted from 1: found by its place, or else counted from the first flow, which goes for the first 200. */
  page: z.coerce.number().int().min(1).max(1e9).default(1),
  size: z.coerce
    .number()
    .pipe(z.union(pageSizes.map((size) => z.literal(size))))
    .default(50),
  after: Place.optional(),
  /** `end` for the last page. */
  before: Place.optional(),
  /** How many flows to pass over beyond the place, for pages near by. */
  skip: z.coerce.number().int().min(0).max(1_000).default(0),
};
const Order = z.object(order);
const orderNames = Order.keyof().options;

export type FlowsQuery = z.infer<typeof Order> & { filters: FlowFilter[] };

/** The whole list, from its beginning. */
export const wholeList: FlowsQuery = { filters: [], ...Order.parse({}) };

/** What a list is read of, without the place in it. */
export function withoutPlace(query: FlowsQuery): FlowsQuery {
  return { ...query, page: 1, skip: 0, after: undefined, before: undefined };
}

const suffixes: [suffix: string, operator: FilterOperator][] = [
  ['!~', '!~'],
  ['.from', 'from'],
  ['.to', 'to'],
  ['!', '!='],
  ['~', '~'],
];

/** A part of a query string. */
export interface Parameter {
  name: string;
  value: string;
}

/** Parameters that stand in the same addresses and are no part of a list. */
const notOurs = ['account', 'region', 'view'];

/**
 * Reads a query string: `status=draft,errored&name~=orders&tag.team=data&lastRun.from=-1h&sort=lastRun`. Names what makes no sense in
 * it, which counts as not said.
 */
export function readFlowsQuery(search: URLSearchParams): { query: FlowsQuery; senseless: Parameter[] } {
  const senseless: Parameter[] = [];
  const filters: FlowFilter[] = [];
  const said: Record<string, string> = {};
  for (const [name, value] of search) {
    if (value === '' || notOurs.includes(name)) continue;
    if (orderNames.some((known) => known === name)) {
      said[name] ??= value;
      continue;
    }
    const filter = filterOf(name, value);
    if (filter && filters.length < filtersLimit) filters.push(filter);
    else senseless.push({ name, value });
  }
  const parsed = Order.safeParse(said);
  if (parsed.success) return { query: { filters, ...parsed.data }, senseless };
  const wrong = new Set(parsed.error.issues.map(({ path }) => String(path[0])));
  const sensible = Object.entries(said).filter(([name]) => !wrong.has(name));
  return {
    query: { filters, ...Order.parse(Object.fromEntries(sensible)) },
    senseless: [...senseless, ...[...wrong].map((name) => ({ name, value: said[name] ?? '' }))],
  };
}

function filterOf(name: string, text: string): FlowFilter | undefined {
  const isOfTag = name.startsWith('tag.');
  // A tag's key may end in a dot and a word.
  const [suffix, operator] = suffixes.find(
    ([ending]) => name.endsWith(ending) && !(isOfTag && ending.startsWith('.')),
  ) ?? ['', undefined];
  const subject = name.slice(0, name.length - suffix.length);
  const dot = subject.indexOf('.');
  const named = dot === -1 ? subject : subject.slice(0, dot);
  const key = dot === -1 ? undefined : subject.slice(dot + 1);
  const property = propertyNamed(named);
  if (property === undefined || (property === 'tag') !== Boolean(key)) return undefined;
  // What is searched for is contained, without saying so.
  const op = property === 'q' ? (operator === '!=' ? '!~' : (operator ?? '~')) : (operator ?? '=');
  const values = filterProperties[property].kind === 'choice' ? valuesIn(text) : [text.trim()];
  const filter = { property, ...(key !== undefined && { key }), operator: op, values };
  return isSensible(filter) ? filter : undefined;
}

function propertyNamed(name: string): FilterProperty | undefined {
  return Object.hasOwn(filterProperties, name) ? (name as FilterProperty) : undefined;
}

/** Whether the operator goes with the property and each value is one of its values. */
export function isSensible({ property, key, operator, values }: FlowFilter): boolean {
  const { kind, operators, choices } = filterProperties[property];
  const isValue = (value: string): boolean =>
    value !== '' &&
    value.length <= valueLimit &&
    (choices === undefined || choices.includes(value)) &&
    (kind !== 'time' || timeOf(value, 0) !== undefined);
  return (
    operators.includes(operator) &&
    values.length > 0 &&
    values.length <= 50 &&
    values.every(isValue) &&
    (key === undefined || key.length <= 128)
  );
}

/** The parameters that ask for a list, in one order, so that one list has one address; what is the default is left out. */
export function flowsSearch(query: FlowsQuery): URLSearchParams {
  const search = new URLSearchParams();
  const names = Object.keys(filterProperties);
  const inOrder = query.filters.toSorted((a, b) => names.indexOf(a.property) - names.indexOf(b.property));
  for (const { property, key, operator, values } of inOrder) {
    const subject = key === undefined ? property : `${property}.${key}`;
    const { kind } = filterProperties[property];
    search.append(
      subject + suffixFor(property, operator),
      kind === 'choice' ? textOf(values) : values.join(),
    );
  }
  for (const name of orderNames) {
    const value = query[name];
    if (value !== undefined && value !== wholeList[name]) search.append(name, String(value));
  }
  return search;
}

/** Values with commas between them, and a comma that is part of one percent-encoded. */
function textOf(values: string[]): string {
  return values.map((value) => value.replace(/,|%(?=2C|25)/gi, encodeURIComponent)).join();
}

function valuesIn(text: string): string[] {
  return text.split(',').map((value) => value.replace(/%2C|%25/gi, decodeURIComponent));
}

function suffixFor(property: FilterProperty, operator: FilterOperator): string {
  if (property === 'q') return operator === '!~' ? '!' : '';
  return suffixes.find(([, known]) => known === operator)?.[0] ?? '';
}

/** A query string with what an address may hold as it is: commas and such, for people to read. */
export function readable(search: URLSearchParams): string {
  return search
    .toString()
    .replace(/%2C/g, ',')
    .replace(/%3A/g, ':')
    .replace(/%2F/g, '/')
    .replace(/%21/g, '!')
    .replace(/%7E/g, '~');
}

/** The statuses that a list is narrowed to by a filter that names them, as the counts above the list do. */
export function statusesIn(filters: FlowFilter[]): StatusFilter[] {
  const filter = filters.find(({ property, operator }) => property === 'status' && operator === '=');
  return filter ? z.array(StatusFilter).parse(filter.values) : [];
}
