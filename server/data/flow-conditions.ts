import { standings, statusFilters } from '@/contract/console';
import { type FlowFilter, type FlowsQuery, lastResults, statusesIn, timeOf } from '@/contract/flows-query';
import { joined, raw, type Sql, sql, tuple } from './sql';

/** Entries that a filter or more find by an index, none of them missing and some perhaps too many. */
export interface Source {
  /** A SELECT of `entry`, each once. */
  entries: Sql;
}

/** What a list's filters ask of an entry. */
export interface Conditions {
  /** What the tallies know too: the columns have the same names there. */
  ofTally: Sql;
  /** All that the tallies know nothing of; undefined where that is nothing. */
  ofEntry: Sql | undefined;
  /** One for each filter that an index finds. Beside them the tallies are a source. */
  sources: Source[];
}

const deleted = standings.indexOf('deleted');

/** What an entry says, for free text; the text index has the owner too. */
const said = raw(
  'name || char(10) || source || char(10) || destination || char(10) || changedBy || char(10) || reason || char(10) || tags',
);

/** Numbers of a world's entries begin with the world's. */
const entriesOfAWorld = 2 ** 32;

/** The three letters of the text index that begin with a text; undefined where there are too many to be worth it. */
export type TermsBeginning = (text: string) => string[] | undefined;

/** Translates the filters of a list in a world (its number) at a time. */
export function conditionsOf(
  query: FlowsQuery,
  world: number,
  now: number,
  termsBeginning: TermsBeginning,
): Conditions {
  const ofTally: Sql[] = statusesIn(query.filters).includes('deleted') ? [] : [sql`standing <> ${deleted}`];
  const ofEntry: Sql[] = [];
  const filters = query.filters.map(saidPositively);
  for (const filter of filters) {
    const tallied = tallyCondition(filter);
    if (tallied) ofTally.push(tallied);
    else ofEntry.push(entryCondition(filter, now));
  }
  return {
    ofTally: ofTally.length === 0 ? raw('true') : joined(ofTally, ' AND '),
    ofEntry: ofEntry.length === 0 ? undefined : joined(ofEntry, ' AND '),
    sources: sourcesOf(filters, world, now, termsBeginning),
  };
}

/** What is one of few, and not of these, is one of the others: those an index finds. */
function saidPositively(filter: FlowFilter): FlowFilter {
  if (filter.property !== 'lastResult' || filter.operator !== '!=') return filter;
  return {
    ...filter,
    operator: '=',
    values: lastResults.filter((result) => !filter.values.includes(result)),
  };
}

const tallyColumns = { trigger: 'triggerType', source: 'source', destination: 'destination' } as const;

function tallyCondition({ property, operator, values }: FlowFilter): Sql | undefined {
  const isOneOf = (() => {
    switch (property) {
      case 'status':
        return statusCondition(values);
      case 'trigger':
      case 'source':
      case 'destination':
        return sql`${raw(tallyColumns[property])} IN ${tuple(values)}`;
      case 'connector':
        return sql`(source IN ${tuple(values)} OR destination IN ${tuple(values)})`;
      default:
        return undefined;
    }
  })();
  return isOneOf && operator === '!=' ? sql`NOT ${isOneOf}` : isOneOf;
}

function statusCondition(values: string[]): Sql {
  const places = statusFilters
    .filter((each) => values.includes(each))
    .flatMap((each) => {
      const place = standings.findIndex((standing) => standing === each);
      return place === -1 ? [] : [place];
    });
  const conditions = [
    ...(places.length > 0 ? [sql`standing IN ${tuple(places)}`] : []),
    ...(values.includes('needs-attention') ? [raw('needsAttention')] : []),
  ];
  return sql`(${joined(conditions, ' OR ')})`;
}

const textColumns = {
  q: said,
  name: raw('name'),
  by: raw('changedBy'),
  reason: raw('reason'),
  owner: raw('owner'),
};
const timeColumns = {
  lastRun: 'lastRunAt',
  nextRun: 'nextRunAt',
  created: 'createdAt',
  updated: 'updatedAt',
} as const;
/** The one time that stands with the flow only, where few have one. */
const untilOfEntry = '(SELECT startsAgainAt FROM "Flow" AS stopped WHERE stopped.id = flowId)';

function entryCondition(filter: FlowFilter, now: number): Sql {
  const { operator } = filter;
  if (operator === 'from' || operator === 'to') return timeCondition(filter, now);
  const positive = positiveCondition(filter);
  return operator === '!=' || operator === '!~' ? sql`NOT ${positive}` : positive;
}

function timeCondition(filter: FlowFilter, now: number): Sql {
  const { property } = filter;
  if (property === 'until') return isOnSide(untilOfEntry, filter, now);
  return isKeyOf(timeColumns, property) ? isOnSide(timeColumns[property], filter, now) : raw('false');
}

function isOnSide(column: string, { operator, values }: FlowFilter, now: number): Sql {
  const at = timeOf(values[0] ?? '', now) ?? null;
  return operator === 'from' ? sql`${raw(column)} >= ${at}` : sql`${raw(column)} < ${at}`;
}

/** The condition without its "not". */
function positiveCondition({ property, key, operator, values }: FlowFilter): Sql {
  const [value = ''] = values;
  const holds = (text: Sql) =>
    operator === '=' || operator === '!='
      ? sql`${text} = ${value}`
      : sql`instr(lower(${text}), lower(${value})) > 0`;
  switch (property) {
    case 'tag':
      return sql`EXISTS (SELECT 1 FROM json_each(tags) AS tag WHERE tag.key = ${key ?? ''} AND ${holds(raw('tag.value'))})`;
    case 'tagged':
      return sql`EXISTS (SELECT 1 FROM json_each(tags) AS tag WHERE tag.key IN ${tuple(values)})`;
    case 'lastResult':
      return sql`(lastResult IN ${tuple(values)})`;
    default:
      return isKeyOf(textColumns, property) ? sql`(${holds(textColumns[property])})` : raw('true');
  }
}

function sourcesOf(
  filters: FlowFilter[],
  world: number,
  now: number,
  termsBeginning: TermsBeginning,
): Source[] {
  const entriesWhere = (index: string, condition: Sql): Source => ({
    entries: sql`SELECT entry FROM "FlowEntry" INDEXED BY ${raw(`"FlowEntry_world_${index}_idx"`)} WHERE world = ${world} AND ${condition}`,
  });
  const found = filters.flatMap((filter): Source[] => {
    const { property, key, operator, values } = filter;
    const [value = ''] = values;
    if (operator === '~') return textSource(value, property === 'tag', world, termsBeginning);
    if (operator !== '=') return [];
    switch (property) {
      case 'name':
        return [entriesWhere('name', sql`name = ${value}`)];
      case 'by':
        return [entriesWhere('changedBy', sql`changedBy = ${value}`)];
      case 'reason':
        return [entriesWhere('reason', sql`reason = ${value}`)];
      case 'owner':
        return [entriesWhere('owner_name', sql`owner = ${value}`)];
      case 'lastResult':
        return [entriesWhere('lastResult', sql`lastResult IN ${tuple(values)}`)];
      case 'tag':
        return [
          {
            entries: sql`SELECT entry FROM "FlowTag" WHERE world = ${world} AND key = ${key ?? ''} AND value = ${value}`,
          },
        ];
      case 'tagged':
        // Of several keys a flow may have more than one, and would be found as often.
        return values.length === 1
          ? [{ entries: sql`SELECT entry FROM "FlowTag" WHERE world = ${world} AND key = ${value}` }]
          : [];
      default:
        return [];
    }
  });
  return [...found, ...timeSources(filters, entriesWhere, now), ...untilSource(filters, world, now)];
}

/** Both ends of a span of time are one range of its index. */
function timeSources(
  filters: FlowFilter[],
  entriesWhere: (index: string, condition: Sql) => Source,
  now: number,
): Source[] {
  return Object.entries(timeColumns).flatMap(([property, column]) => {
    const ends = filters.filter((filter) => filter.property === property);
    if (ends.length === 0) return [];
    return [
      entriesWhere(
        column,
        joined(
          ends.map((end) => timeCondition(end, now)),
          ' AND ',
        ),
      ),
    ];
  });
}

function untilSource(filters: FlowFilter[], world: number, now: number): Source[] {
  const ends = filters.filter(({ property }) => property === 'until');
  if (ends.length === 0) return [];
  const conditions = ends.map((end) => isOnSide('stopped.startsAgainAt', end, now));
  return [
    {
      entries: sql`SELECT entry FROM "FlowEntry" WHERE flowId IN (
          SELECT stopped.id FROM "FlowWorld" AS world CROSS JOIN "Flow" AS stopped INDEXED BY "Flow_stopped_until"
          ON stopped.account = world.account AND stopped.region = world.region
          WHERE world.id = ${world} AND stopped.startsAgainAt IS NOT NULL AND ${joined(conditions, ' AND ')})`,
    },
  ];
}

/** Entries that have every three letters of a text, or any three that a shorter one begins, and those that the text index does not know yet. */
function textSource(
  text: string,
  isInJson: boolean,
  world: number,
  termsBeginning: TermsBeginning,
): Source[] {
  // What JSON writes otherwise is not found as it is said.
  if (isInJson && JSON.stringify(text) !== `"${text}"`) return [];
  const letters = Array.from(text.replaceAll('\0', ''));
  const threes = new Set(letters.slice(2).map((_, index) => letters.slice(index, index + 3).join('')));
  const terms = threes.size > 0 ? [...threes].slice(0, 64) : termsBeginning(letters.join('').toLowerCase());
  if (terms === undefined) return [];
  const match = terms
    .map((term) => `"${term.replaceAll('"', '""')}"`)
    .join(threes.size > 0 ? ' AND ' : ' OR ');
  const [first, last] = [world * entriesOfAWorld, (world + 1) * entriesOfAWorld - 1];
  const due = sql`SELECT entry FROM "FlowTextDue" WHERE entry BETWEEN ${first} AND ${last}`;
  if (match === '') return [{ entries: due }];
  return [
    {
      entries: sql`SELECT rowid AS entry FROM "FlowText" WHERE "FlowText" MATCH ${match} AND rowid BETWEEN ${first} AND ${last}
          AND rowid NOT IN (SELECT entry FROM "FlowTextDue")
        UNION ALL ${due}`,
    },
  ];
}

function isKeyOf<T extends object>(object: T, key: PropertyKey): key is keyof T {
  return Object.hasOwn(object, key);
}
