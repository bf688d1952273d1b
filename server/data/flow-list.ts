import type Sqlite from 'better-sqlite3';
import { z } from 'zod';
import { standings, type World } from '@/contract/console';
import { type FlowsQuery, type SortColumn, statusesIn } from '@/contract/flows-query';
import { type Conditions, conditionsOf, type TermsBeginning } from './flow-conditions';
import { joined, raw, type Sql, sql, tuple } from './sql';
import type { Value } from './statements';

/** Up to so many entries are looked at one by one, which takes some 50 ms; beyond, they are only walked through in their order. */
const GATHER_LIMIT = 20_000;
/** So few are looked at in any case. */
const FEW = 1_000;
/** Matches are counted up to here. */
const COUNT_LIMIT = 1_000;
/** How much of the order is looked through between two breaths of the process. */
const STRIDE = 4_000;
/** A text of one or two letters is looked up in the text index if no more than so many threes begin with it: then it is rare. */
const TERMS_LIMIT = 100;
/** However few match, no more than about so many are walked through for a page, which takes some 100 ms: the next page goes on. */
const LOOK_LIMIT = 40_000;
/** Pages without a place are counted from the first flow, up to so many flows. */
const COUNTED_LIMIT = 20_000;

/** A page of the list. The ids are in order; a place is where a page before or after it begins. */
export interface FlowsSlice {
  ids: string[];
  total: number;
  totalIsExact: boolean;
  places?: { first: string; last: string };
  hasNext: boolean;
  hasPrevious: boolean;
  /** How many entries were walked through, where that ended before the page was full: the next page goes on. */
  looked?: number;
}

/**
 * Finds pages of a world's list in the entries that triggers keep of its flows, on a connection for reading only. However many flows
 * there are, it takes what a page takes: it either walks along the index of the order until the page is full, or gathers what the
 * rarest filter finds, and never pays more than twice what the better of both would have cost. Where neither finds a page, it says how
 * far it has looked.
 */
export function flowList(database: Sqlite.Database, lookLimit = LOOK_LIMIT) {
  const worlds = database.prepare<string[], { id: number; flows: number; entries: number }>(
    `SELECT id, flows, entries FROM "FlowWorld" WHERE account = ? AND region = ?`,
  );

  function all<Row>({ text, values }: Sql): Row[] {
    return database.prepare<Value[], Row>(text).all(...values);
  }

  function number({ text, values }: Sql): number {
    return (
      database
        .prepare<Value[], number>(text)
        .pluck()
        .get(...values) ?? 0
    );
  }

  /** By the end of the code points that begin with the text. */
  function termsBeginning(text: string): string[] | undefined {
    if (text === '') return undefined;
    const terms = all<{ term: string }>(
      sql`SELECT term FROM "FlowTextTerms" WHERE term >= ${text} AND term < ${`${text}\u{10FFFF}`} LIMIT ${TERMS_LIMIT + 1}`,
    );
    return terms.length > TERMS_LIMIT ? undefined : terms.map(({ term }) => term);
  }

  return {
    /**
     * The ids of flows that the query finds, whatever its page and order: all of them, or `limit` of them. Other requests have their turn
     * in between, so of what changes meanwhile some may be missing.
     */
    async matching(
      { account, region }: World,
      query: FlowsQuery,
      now: number,
      limit: number,
    ): Promise<string[]> {
      const world = worlds.get(account, region);
      if (!world) {
        return [];
      }
      // By name, which no change moves: each is found once.
      const search = prepare({ ...query, sort: 'name', order: 'asc' }, world.id, now, termsBeginning);
      const best = bestSource(search, countTallied(search));
      const course = { isBackwards: false, from: undefined, need: limit };
      const { found } = await find(search, best, course, Infinity);
      return found.map(({ flowId }) => flowId);
    },

    async page({ account, region }: World, query: FlowsQuery, now: number): Promise<FlowsSlice> {
      const world = worlds.get(account, region);
      if (!world) {
        return { ids: [], total: 0, totalIsExact: true, hasNext: false, hasPrevious: false };
      }
      const search = prepare(query, world.id, now, termsBeginning);
      const tallied = countTallied(search);
      const exact = tallied === 0 ? 0 : search.conditions.ofEntry === undefined ? tallied : undefined;
      if (exact === 0) {
        return { ids: [], total: 0, totalIsExact: true, hasNext: false, hasPrevious: false };
      }
      const best = bestSource(search, tallied);
      const total = exact ?? countMatches(search, best);
      return slice(query, search, best, total, exact !== undefined || isCountExact(best, total));
    },
  };

  /** How many the tallies say there are at most. */
  function countTallied({ world, conditions }: Search): number {
    return number(
      sql`SELECT coalesce(sum(flows), 0) FROM "FlowTally" WHERE world = ${world} AND ${conditions.ofTally}`,
    );
  }

  /** The source that finds the fewest, counted up to the limit of gathering. */
  function bestSource({ world, conditions }: Search, tallied: number): Counted {
    const byTally: Counted = {
      entries: sql`SELECT entry.entry FROM "FlowTally" AS tally CROSS JOIN "FlowEntry" AS entry INDEXED BY "FlowEntry_tally_idx"
        ON entry.tally = tally.id WHERE tally.id IN (
          SELECT id FROM "FlowTally" WHERE world = ${world} AND flows > 0 AND ${conditions.ofTally}
        )`,
      count: tallied,
    };
    return conditions.sources
      .map(({ entries }) => ({
        entries,
        count: number(sql`SELECT count(*) FROM (${entries} LIMIT ${GATHER_LIMIT + 1})`),
      }))
      .reduce((best, source) => (source.count < best.count ? source : best), byTally);
  }

  function countMatches({ conditions }: Search, { entries }: Counted): number {
    return number(
      sql`SELECT count(*) FROM (SELECT 1 FROM (${entries} LIMIT ${GATHER_LIMIT}) CROSS JOIN "FlowEntry" USING (entry)
        WHERE ${matching(conditions)} LIMIT ${COUNT_LIMIT + 1})`,
    );
  }

  async function slice(
    query: FlowsQuery,
    search: Search,
    best: Counted,
    counted: number,
    isExact: boolean,
  ): Promise<FlowsSlice> {
    const { size, skip } = query;
    const after = placeOf(query.after, query.sort, search.segments);
    const before = query.before === 'end' ? undefined : placeOf(query.before, query.sort, search.segments);
    const isBackwards = query.before !== undefined && (query.before === 'end' || before !== undefined);
    const isAnchored = isBackwards || after !== undefined;
    const fromStart = isAnchored ? skip : (query.page - 1) * size;
    if (fromStart > COUNTED_LIMIT) {
      return { ids: [], total: counted, totalIsExact: isExact, hasNext: false, hasPrevious: true };
    }
    // The last page has what remains of whole pages before it, where their number is known.
    const wanted = query.before === 'end' && isExact ? counted % size || size : size;
    const { found, end } = await find(search, best, {
      isBackwards,
      from: isBackwards ? before : after,
      need: fromStart + wanted + 1,
    });
    if (isBackwards && !end && query.before !== 'end' && found.length < fromStart + size) {
      // Fewer are left before than a page holds: that is the first page.
      return slice({ ...query, page: 1, skip: 0, before: undefined }, search, best, counted, isExact);
    }
    const shown = found.slice(fromStart, fromStart + wanted);
    if (isBackwards) shown.reverse();
    const isMore = found.length > fromStart + wanted || end !== undefined;
    const hasNext = isBackwards ? query.before !== 'end' : isMore;
    const first = (isBackwards ? end?.place : undefined) ?? shown[0] ?? end?.place;
    const last = (isBackwards ? undefined : end?.place) ?? shown.at(-1) ?? end?.place;
    return {
      ids: shown.map(({ flowId }) => flowId),
      ...totalOf(query, shown.length, hasNext, counted, isExact),
      ...(first && last && { places: { first: placeText(first, query), last: placeText(last, query) } }),
      hasNext,
      hasPrevious: isBackwards ? isMore : isAnchored || query.page > 1,
      ...(end && { looked: end.looked }),
    };
  }

  /** The next entries that match, in their order (or against it), from a place on: up to as many as are needed. */
  async function find(search: Search, best: Counted, course: Course, furthest = lookLimit): Promise<Walked> {
    if (best.count > FEW) {
      const budget = best.count > GATHER_LIMIT ? Infinity : best.count;
      const walked = await walk(search, course, budget, furthest);
      if (walked) return walked;
    }
    return { found: gather(search, best, course) };
  }

  /** Along the index of the order; undefined when that has cost more than gathering would. */
  async function walk(
    search: Search,
    course: Course,
    budget: number,
    furthest: number,
  ): Promise<Walked | undefined> {
    const found: Found[] = [];
    let looked = 0;
    for (const segment of segmentsFrom(search, course)) {
      let from = segment.from;
      for (;;) {
        const stretch = sql`SELECT * FROM "FlowEntry" INDEXED BY ${segment.index} WHERE ${beyond(segment, from)}
          ORDER BY ${segment.order} LIMIT ${STRIDE}`;
        found.push(
          ...all<KeyRow>(
            sql`SELECT ${columns(segment)} FROM (${stretch}) WHERE ${matching(search.conditions)} LIMIT ${course.need - found.length}`,
          ).map((row) => toFound(row, segment)),
        );
        if (found.length >= course.need) return { found };
        const [end] = all<KeyRow>(
          sql`SELECT ${columns(segment)} FROM "FlowEntry" INDEXED BY ${segment.index} WHERE ${beyond(segment, from)}
            ORDER BY ${segment.order} LIMIT 1 OFFSET ${STRIDE - 1}`,
        );
        if (!end) break;
        from = toFound(end, segment).keys;
        looked += STRIDE;
        if (looked > budget) return undefined;
        if (looked >= furthest) return { found, end: { looked, place: toFound(end, segment) } };
        await new Promise(setImmediate);
      }
    }
    return { found };
  }

  /** All that a source finds, put in order: for sources that find little. */
  function gather(search: Search, { entries }: Counted, course: Course): Found[] {
    const found: Found[] = [];
    for (const segment of segmentsFrom(search, course)) {
      found.push(
        ...all<KeyRow>(
          sql`SELECT ${columns(segment)} FROM (${entries}) CROSS JOIN "FlowEntry" USING (entry)
            WHERE ${beyond(segment, segment.from)} AND ${matching(search.conditions)}
            ORDER BY ${segment.order} LIMIT ${course.need - found.length}`,
        ).map((row) => toFound(row, segment)),
      );
      if (found.length >= course.need) break;
    }
    return found;
  }
}

interface Counted {
  entries: Sql;
  /** No more than one beyond the limit of gathering, unless the tallies know it. */
  count: number;
}

/** A list to read: its filters, and the parts of its order one after the other. */
interface Search {
  world: number;
  conditions: Conditions;
  segments: Segment[];
  isDescending: boolean;
}

/** A stretch of the order that one index has: flows without a time come after all that have one, whichever way the order runs. */
interface Segment {
  place: number;
  index: Sql;
  condition: Sql;
  /** Columns of the order, the entry itself last. */
  keys: string[];
}

interface Course {
  isBackwards: boolean;
  from: Place | undefined;
  need: number;
}

interface Place {
  segment: number;
  keys: (string | number)[];
}

interface Found extends Place {
  flowId: string;
}

interface Walked {
  found: Found[];
  /** Where the walk was ended before enough was found. */
  end?: { looked: number; place: Place };
}

type KeyRow = { flowId: string } & Record<string, string | number>;

const sortKeys: Record<SortColumn, { keys: [string, ...string[]]; isNullable?: true }> = {
  name: { keys: ['name'] },
  status: { keys: ['standing', 'name'] },
  trigger: { keys: ['triggerType', 'name'] },
  source: { keys: ['source', 'name'] },
  destination: { keys: ['destination', 'name'] },
  owner: { keys: ['owner', 'name'] },
  created: { keys: ['createdAt'] },
  updated: { keys: ['updatedAt'] },
  lastRun: { keys: ['lastRunAt'], isNullable: true },
  nextRun: { keys: ['nextRunAt'], isNullable: true },
};

function prepare(query: FlowsQuery, world: number, now: number, termsBeginning: TermsBeginning): Search {
  return {
    world,
    conditions: conditionsOf(query, world, now, termsBeginning),
    segments: segmentsOf(query, world),
    isDescending: query.order === 'desc',
  };
}

function segmentsOf(query: FlowsQuery, world: number): Segment[] {
  const inWorld = sql`world = ${world}`;
  const { keys, isNullable } = sortKeys[query.sort];
  const same = query.sort === 'name' ? sameThroughout(query) : undefined;
  if (same) {
    const condition = sql`${inWorld} AND ${raw(same.column)} = ${same.value}`;
    return [segment(0, `${same.column}_name`, condition, keys)];
  }
  const groups = groupsOf(query);
  if (query.order === 'desc') groups?.reverse();
  if (groups) {
    // One after the other: what the filters leave out is not even walked through.
    return groups.map((value, place) =>
      segment(place, keys.join('_'), sql`${inWorld} AND ${raw(keys[0])} = ${value}`, ['name']),
    );
  }
  const index = keys.join('_');
  if (!isNullable) return [segment(0, index, inWorld, keys)];
  const [column] = keys;
  return [
    segment(0, index, sql`${inWorld} AND ${raw(column)} IS NOT NULL`, keys),
    segment(1, index, sql`${inWorld} AND ${raw(column)} IS NULL`, []),
  ];
}

/** The values of the column that a list is sorted by, in order, where the filters name them. */
function groupsOf({ sort, filters }: FlowsQuery): Value[] | undefined {
  const named = filters.find(({ property, operator }) => property === sort && operator === '=');
  switch (sort) {
    case 'status': {
      const statuses = statusesIn(filters);
      const isAny = statuses.length === 0 || statuses.includes('needs-attention');
      return standings.flatMap((standing, place) =>
        statuses.includes(standing) || (isAny && standing !== 'deleted') ? [place] : [],
      );
    }
    case 'trigger':
    case 'source':
    case 'destination':
    case 'owner':
      return named && [...new Set(named.values)].sort();
    default:
      return undefined;
  }
}

function segment(place: number, index: string, condition: Sql, keys: string[]): Segment {
  return { place, index: raw(`"FlowEntry_world_${index}_idx"`), condition, keys: [...keys, 'entry'] };
}

/** A column that has one value in all that matches, whose index has the names in order. */
function sameThroughout(query: FlowsQuery): { column: string; value: Value } | undefined {
  const columns = { source: 'source', destination: 'destination', owner: 'owner', trigger: 'triggerType' };
  for (const { property, operator, values } of query.filters) {
    const [value] = values;
    if (operator === '=' && values.length === 1 && value !== undefined && Object.hasOwn(columns, property)) {
      return { column: columns[property as keyof typeof columns], value };
    }
  }
  const [status, ...others] = statusesIn(query.filters);
  const standing = standings.findIndex((each) => each === status);
  return others.length === 0 && standing !== -1 ? { column: 'standing', value: standing } : undefined;
}

/** The segments that a course leads through, with the key of each from which on it does. */
function segmentsFrom({ segments, isDescending }: Search, { isBackwards, from }: Course): Leg[] {
  const inOrder = isBackwards ? segments.toReversed() : segments;
  const begin = from ? inOrder.findIndex(({ place }) => place === from.segment) : 0;
  const isDown = isDescending !== isBackwards;
  return (begin === -1 ? [] : inOrder.slice(begin)).map((each) => ({
    ...each,
    isDown,
    order: joined(
      each.keys.map((key) => raw(isDown ? `${key} DESC` : key)),
      ', ',
    ),
    from: from && each.place === from.segment ? from.keys : undefined,
  }));
}

interface Leg extends Segment {
  isDown: boolean;
  order: Sql;
  from: Place['keys'] | undefined;
}

function beyond({ condition, keys, isDown }: Leg, from: Place['keys'] | undefined): Sql {
  if (!from) return condition;
  const row = raw(`(${keys.join(', ')}) ${isDown ? '<' : '>'}`);
  return sql`${condition} AND ${row} ${tuple(from)}`;
}

function columns({ keys }: Segment): Sql {
  return raw(['flowId', ...keys].join(', '));
}

function toFound(row: KeyRow, { place, keys }: Segment): Found {
  return { flowId: row.flowId, segment: place, keys: keys.map((key) => row[key] ?? '') };
}

function matching({ ofTally, ofEntry }: Conditions): Sql {
  return ofEntry ? sql`${ofTally} AND ${ofEntry}` : ofTally;
}

function isCountExact(best: Counted, counted: number): boolean {
  return best.count <= GATHER_LIMIT && counted <= COUNT_LIMIT;
}

/** What is known of the total: counted, or at least what this page shows. */
function totalOf(
  { page }: FlowsQuery,
  shown: number,
  hasNext: boolean,
  counted: number,
  isExact: boolean,
): Pick<FlowsSlice, 'total' | 'totalIsExact'> {
  if (isExact) return { total: counted, totalIsExact: true };
  if (page === 1 && !hasNext) return { total: shown, totalIsExact: true };
  // Pages before this one may have been short.
  return { total: Math.max(shown, Math.min(counted, COUNT_LIMIT)), totalIsExact: false };
}

const PlaceText = z.tuple(
  [z.enum(Object.keys(sortKeys) as [SortColumn, ...SortColumn[]]), z.number().int().min(0)],
  z.union([z.string(), z.number()]),
);

function placeText({ segment, keys }: Place, { sort }: FlowsQuery): string {
  return Buffer.from(JSON.stringify([sort, segment, ...keys])).toString('base64url');
}

/** The place that a text says, undefined when it says none in this order. */
function placeOf(text: string | undefined, sort: SortColumn, segments: Segment[]): Place | undefined {
  if (text === undefined) return undefined;
  try {
    const [of, place, ...keys] = PlaceText.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
    const segment = segments.find((each) => each.place === place);
    return of === sort && keys.length === segment?.keys.length ? { segment: place, keys } : undefined;
  } catch {
    return undefined;
  }
}
