import { z } from 'zod';

/** A field that is moved, and what it is called at its destination. */
export interface ChosenField {
  source: string;
  destination: string;
}

/** Tasks as the form shows them. */
export type MappingDraft =
  | { kind: 'all' }
  | { kind: 'chosen'; fields: ChosenField[] }
  /** More than the form can show. */
  | { kind: 'other' };

const Tasks = z.array(
  z.looseObject({
    taskType: z.string(),
    sourceFields: z.array(z.string()).default([]),
    destinationField: z.string().optional(),
    connectorOperator: z.record(z.string(), z.string()).default({}),
    taskProperties: z.record(z.string(), z.string()).default({}),
  }),
);
type Task = z.infer<typeof Tasks>[number];

function hasOperator({ connectorOperator }: Task, expected: string): boolean {
  return Object.values(connectorOperator).every((operator) => operator === expected);
}

function isPlainMap(task: Task): boolean {
  const { taskType, sourceFields, destinationField } = task;
  return (
    taskType === 'Map' &&
    sourceFields.length === 1 &&
    destinationField !== undefined &&
    hasOperator(task, 'NO_OP')
  );
}

/** What a definition's tasks say, where the form can show it. */
export function readMapping(tasks: unknown): MappingDraft {
  const { data } = Tasks.safeParse(tasks);
  const [first, ...rest] = data ?? [];
  if (first === undefined) return { kind: data === undefined ? 'other' : 'chosen', fields: [] };
  if (first.taskType === 'Map_all' && rest.length === 0) {
    return Object.keys(first.taskProperties).length === 0 ? { kind: 'all' } : { kind: 'other' };
  }
  const isProjection = first.taskType === 'Filter' && hasOperator(first, 'PROJECTION');
  if (!isProjection || !rest.every(isPlainMap)) return { kind: 'other' };
  return {
    kind: 'chosen',
    fields: rest.map(({ sourceFields: [source = ''], destinationField = '' }) => ({
      source,
      destination: destinationField,
    })),
  };
}

/** Whether tasks move no field at all, which AppFlow takes. */
export function movesNothing(tasks: unknown): boolean {
  const mapping = readMapping(tasks);
  return mapping.kind === 'chosen' && mapping.fields.length === 0;
}

/** The tasks for a mapping; a field that was mapped before keeps what else its task says. `member` names the source's operators. */
export function writeMapping(
  mapping: Exclude<MappingDraft, { kind: 'other' }>,
  member: string,
  before: unknown,
): Record<string, unknown>[] {
  if (mapping.kind === 'all') {
    return [
      { taskType: 'Map_all', sourceFields: [], connectorOperator: { [member]: 'NO_OP' }, taskProperties: {} },
    ];
  }
  const known = Tasks.safeParse(before).data ?? [];
  return [
    {
      taskType: 'Filter',
      sourceFields: mapping.fields.map(({ source }) => source),
      connectorOperator: { [member]: 'PROJECTION' },
      taskProperties: {},
    },
    ...mapping.fields.map(({ source, destination }) => ({
      taskType: 'Map',
      sourceFields: [source],
      connectorOperator: { [member]: 'NO_OP' },
      taskProperties:
        known.find(({ taskType, sourceFields }) => taskType === 'Map' && sourceFields[0] === source)
          ?.taskProperties ?? {},
      destinationField: destination,
    })),
  ];
}
