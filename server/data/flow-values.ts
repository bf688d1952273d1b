import type Sqlite from 'better-sqlite3';
import type { World } from '@/contract/console';
import type { FilterProperty } from '@/contract/flows-query';
import { raw, type Sql, sql } from './sql';
import type { Value } from './statements';

/** How many values are offered. */
const OFFERED = 50;
/** How many different values are looked at for those that match. */
const LOOKED_AT = 2_000;

/** Values of a property that occur in a world and contain a text, to choose from, on a connection for reading only. */
export function flowValues(database: Sqlite.Database) {
  const worldId = database
    .prepare<string[], number>('SELECT id FROM "FlowWorld" WHERE account = ? AND region = ?')
    .pluck();

  return (
    { account, region }: World,
    property: FilterProperty,
    key: string | undefined,
    text: string,
  ): string[] => {
    const world = worldId.get(account, region);
    const query = world === undefined ? undefined : valuesQuery(world, property, key, text);
    return query
      ? database
          .prepare<Value[], string>(query.text)
          .pluck()
          .all(...query.values)
      : [];
  };
}

function valuesQuery(
  world: number,
  property: FilterProperty,
  key: string | undefined,
  text: string,
): Sql | undefined {
  const tallied = (column: string) =>
    sql`SELECT ${raw(column)} AS value FROM "FlowTally" WHERE world = ${world} AND flows > 0`;
  switch (property) {
    case 'source':
    case 'destination':
      return offered(tallied(property), text);
    case 'connector':
      return offered(sql`${tallied('source')} UNION ${tallied('destination')}`, text);
    case 'name':
      // Nobody reads a million names: those that begin like this.
      return sql`SELECT DISTINCT name FROM "FlowEntry" WHERE world = ${world} AND name >= ${text} AND name < ${`${text}\u{10FFFF}`}
        ORDER BY name LIMIT ${OFFERED}`;
    case 'by':
      return offered(different('FlowEntry', 'changedBy', sql`world = ${world}`), text);
    case 'reason':
    case 'owner':
      return offered(different('FlowEntry', property, sql`world = ${world}`), text);
    case 'tagged':
      return offered(different('FlowTag', 'key', sql`world = ${world}`), text);
    case 'tag':
      return offered(different('FlowTag', 'value', sql`world = ${world} AND key = ${key ?? ''}`), text);
    default:
      return undefined;
  }
}

function offered(values: Sql, text: string): Sql {
  return sql`SELECT DISTINCT value FROM (${values}) WHERE value <> '' AND instr(lower(value), lower(${text})) > 0
    ORDER BY value LIMIT ${OFFERED}`;
}

/** Each value once, by leaping from one to the next in an index: what many flows share costs as little as what one has. */
function different(table: string, column: string, where: Sql): Sql {
  const from = raw(`"${table}"`);
  const at = raw(column);
  return sql`WITH RECURSIVE "different" (value) AS (
      SELECT min(${at}) FROM ${from} WHERE ${where}
      UNION ALL SELECT (SELECT min(${at}) FROM ${from} WHERE ${where} AND ${at} > "different".value) FROM "different"
      WHERE value IS NOT NULL LIMIT ${LOOKED_AT}
    ) SELECT value FROM "different" WHERE value IS NOT NULL`;
}
