import type { Flow, FlowDefinition } from './flow';

/** How many members, and how many tasks, are told one by one, and how long the whole and a value may be, in code points. */
const MOST_ONE_BY_ONE = 3;
const MOST_CHARACTERS = 300;
const MOST_OF_A_VALUE = 40;

/**
 * What a command has changed of a flow that no status tells, in words: its tags, until when it is stopped and, where an update gives it
 * another definition, the members that differ. Undefined where nothing, as of most commands.
 */
export function changesInWords(
  before: Flow,
  after: Flow,
  definitions?: { before: FlowDefinition; after: FlowDefinition },
): string | undefined {
  const changes = [
    tagChanges(before.tags, after.tags).join(', '),
    ...(definitions ? definitionChanges(definitions.before, definitions.after) : []),
    ...untilChanges(before, after),
  ].filter((text) => text !== '');
  return changes.length === 0 ? undefined : cut(changes.join('; '), MOST_CHARACTERS);
}

function tagChanges(before: Flow['tags'], after: Flow['tags']): string[] {
  if (before === after) return [];
  const [last, next] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  const added = [...next].filter(([key]) => !last.has(key));
  const removed = [...last].filter(([key]) => !next.has(key));
  const changed = [...next].filter(([key, value]) => last.has(key) && last.get(key) !== value);
  return [
    ...added.map(([key, value]) => `+ ${key}=${value}`),
    ...changed.map(([key, value]) => `${key}: ${told(last.get(key))} → ${told(value)}`),
    ...removed.map(([key, value]) => `− ${key}=${value}`),
  ];
}

/** Of a flow that is started or deleted, the status tells that it is no longer stopped. */
function untilChanges(before: Flow, after: Flow): string[] {
  const [last, next] = [before.startsAgainAt, after.startsAgainAt];
  if (last === next) return [];
  if (next !== undefined) {
    return [`until ${minuteOf(next)}${last === undefined ? '' : ` instead of ${minuteOf(last)}`}`];
  }
  return last !== undefined && after.flowStatus === before.flowStatus
    ? [`no longer starts again at ${minuteOf(last)}`]
    : [];
}

function definitionChanges(before: FlowDefinition, after: FlowDefinition): string[] {
  return firstOf([...memberChanges(before, after), ...taskChanges(before.tasks, after.tasks)]);
}

function firstOf(changes: string[]): string[] {
  const more = changes.length - MOST_ONE_BY_ONE;
  return more > 0 ? [...changes.slice(0, MOST_ONE_BY_ONE), `and ${more} more`] : changes;
}

/** "bucketName: a → b"; with its end of the flow before it where both ends changed a member of that name. */
function memberChanges(before: FlowDefinition, after: FlowDefinition): string[] {
  const last = leavesOf({ ...before, tasks: undefined });
  const next = leavesOf({ ...after, tasks: undefined });
  const changed = [...new Set([...last.keys(), ...next.keys()])].filter(
    (path) => last.get(path) !== next.get(path),
  );
  const times = new Map<string, number>();
  for (const path of changed) times.set(nameOf(path), (times.get(nameOf(path)) ?? 0) + 1);
  return changed.map((path) => {
    const name = nameOf(path);
    const end = times.get(name) === 1 ? '' : endOf(path);
    return `${end}${name}: ${told(last.get(path), name)} → ${told(next.get(path), name)}`;
  });
}

type Leaf = string | number | boolean;

/** The texts, numbers and truths within a structure, by their paths as JSON. */
function leavesOf(value: unknown, path: string[] = []): Map<string, Leaf> {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return new Map([[JSON.stringify(path), value]]);
  }
  const members = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return new Map(members.flatMap(([name, member]) => [...leavesOf(member, [...path, name])]));
}

/** The last name of a path; the elements of a list go by the list's. */
function nameOf(path: string): string {
  const names = JSON.parse(path) as string[];
  return names.findLast((name) => !/^\d+$/.test(name)) ?? path;
}

function endOf(path: string): string {
  if (path.startsWith('["sourceFlowConfig"')) return 'source ';
  return path.startsWith('["destinationFlowConfigList"') ? 'destination ' : '';
}

type Tasks = FlowDefinition['tasks'];

/** "tasks: + Id, − Name", by the fields that are mapped and what else is done. */
function taskChanges(before: Tasks, after: Tasks): string[] {
  const [last, next] = [new Set(deedsOf(before)), new Set(deedsOf(after))];
  const changed = [
    ...[...next].filter((deed) => !last.has(deed)).map((deed) => `+ ${told(deed)}`),
    ...[...last].filter((deed) => !next.has(deed)).map((deed) => `− ${told(deed)}`),
  ];
  if (changed.length > 0) return [`tasks: ${firstOf(changed).join(', ')}`];
  return JSON.stringify(before) === JSON.stringify(after) ? [] : ['tasks'];
}

/** What tasks do, each in words; the filter that only lists the mapped fields does nothing else. */
function deedsOf(tasks: Tasks): string[] {
  return tasks
    .filter(({ connectorOperator }) => !Object.values(connectorOperator ?? {}).includes('PROJECTION'))
    .map(({ taskType, sourceFields, destinationField }) => {
      const fields = sourceFields.join(' ');
      const target =
        destinationField === undefined || destinationField === fields ? '' : ` → ${destinationField}`;
      return taskType === 'Map' ? `${fields}${target}` : `${taskType} ${fields}${target}`.trim();
    });
}

function told(value: Leaf | undefined, name = ''): string {
  if (value === undefined) return 'none';
  if (value === '') return '""';
  // Times of a definition are epoch seconds.
  if (typeof value === 'number' && /Time$|^firstExecutionFrom$/.test(name)) return minuteOf(value * 1_000);
  return cut(String(value), MOST_OF_A_VALUE);
}

/** "2026-11-28T09:00Z"; the number itself where it is no time. */
function minuteOf(at: number): string {
  const time = new Date(at);
  return Number.isNaN(time.getTime()) ? String(at) : time.toISOString().replace(/:\d\d\.\d{3}Z$/, 'Z');
}

function cut(text: string, most: number): string {
  const characters = [...text];
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text;
}
