import { z } from 'zod';

/** What the page shows of a task; the contract's own shape knows the operators of every connector. */
const Tasks = z.array(
  z.object({
    taskType: z.string(),
    sourceFields: z.array(z.string()),
    destinationField: z.string().optional(),
    connectorOperator: z.record(z.string(), z.string()).default({}),
    taskProperties: z.record(z.string(), z.string()).default({}),
  }),
);
type Task = z.infer<typeof Tasks>[number];

/** What becomes of some source fields: "Email" → "Mask first 3" → "email". */
export interface MappingPath {
  /** None where it is about all fields. */
  sourceFields: string[];
  steps: string[];
  /** Undefined where no task says where they go. */
  destinationField: string | undefined;
}

/** A flow's tasks as a picture: which records and fields are read, then what becomes of each. */
export interface MappingPicture {
  /** The fields that are read; undefined where no projection says so. */
  projection: string[] | undefined;
  /** Conditions that records must fulfil: "Amount greater than 100". */
  filters: string[];
  /** Whether all fields go to fields of the same names; those that do not go, by name. */
  mapsAll: { except: string[] } | undefined;
  paths: MappingPath[];
}

const moves = ['Map', 'Merge', 'Passthrough', 'Arithmetic'];

function operatorOf({ connectorOperator }: Task): string | undefined {
  return Object.values(connectorOperator).find((operator) => operator !== 'NO_OP');
}

/** `GREATER_THAN` as "greater than". */
function inWords(constant: string): string {
  return constant.toLowerCase().replaceAll('_', ' ');
}

function filterInWords(task: Task): string {
  const { VALUE, VALUES, LOWER_BOUND, UPPER_BOUND } = task.taskProperties;
  const between =
    LOWER_BOUND !== undefined && UPPER_BOUND !== undefined ? `${LOWER_BOUND} and ${UPPER_BOUND}` : undefined;
  const operator = operatorOf(task);
  return [
    task.sourceFields.join(', '),
    operator && inWords(operator),
    VALUE ?? VALUES ?? between ?? LOWER_BOUND ?? UPPER_BOUND,
  ]
    .filter(Boolean)
    .join(' ');
}

function stepInWords(task: Task): string | undefined {
  const { taskType, taskProperties } = task;
  const operator = operatorOf(task);
  const value = [
    taskProperties.TRUNCATE_LENGTH,
    taskProperties.MASK_LENGTH,
    taskProperties.MASK_VALUE && `with ${taskProperties.MASK_VALUE}`,
    taskProperties.VALIDATION_ACTION && `or ${inWords(taskProperties.VALIDATION_ACTION)}`,
    taskProperties.CONCAT_FORMAT,
    taskType === 'Arithmetic' ? taskProperties.VALUE : undefined,
  ].filter(Boolean);
  const { SOURCE_DATA_TYPE: from, DESTINATION_DATA_TYPE: to } = taskProperties;
  if (taskType === 'Map' && value.length === 0) {
    return from !== undefined && to !== undefined && from !== to ? `${from} to ${to}` : undefined;
  }
  // "Mask first n 3" is said by the operator alone.
  const what = operator === undefined ? taskType : inWords(operator.replace(/_N$/, ''));
  return [what.charAt(0).toUpperCase() + what.slice(1), ...value].join(' ');
}

/** Reads a definition's tasks; an empty picture where it has no readable ones. */
export function mappingPictureOf(definition: Record<string, unknown>): MappingPicture {
  const tasks = Tasks.safeParse(definition.tasks).data ?? [];
  const picture: MappingPicture = { projection: undefined, filters: [], mapsAll: undefined, paths: [] };
  const waiting = new Map<string, string[]>();
  for (const task of tasks) {
    const { taskType, sourceFields, destinationField, taskProperties } = task;
    const operator = operatorOf(task);
    if (taskType === 'Filter') {
      if (operator === undefined || operator === 'PROJECTION') picture.projection = sourceFields;
      else picture.filters.push(filterInWords(task));
    } else if (taskType === 'Map_all') {
      picture.mapsAll = { except: listIn(taskProperties.EXCLUDE_SOURCE_FIELDS_LIST) };
    } else {
      const key = sourceFields.join('\n');
      const step = stepInWords(task);
      const steps = [...(waiting.get(key) ?? []), ...(step === undefined ? [] : [step])];
      if (moves.includes(taskType)) {
        picture.paths.push({ sourceFields, steps, destinationField });
        waiting.delete(key);
      } else {
        waiting.set(key, steps);
      }
    }
  }
  // What is done to a field after it was mapped belongs to its path all the same.
  for (const [key, steps] of waiting) {
    const path = picture.paths.find(({ sourceFields }) => sourceFields.join('\n') === key);
    if (path !== undefined) path.steps.push(...steps);
    else picture.paths.push({ sourceFields: key.split('\n'), steps, destinationField: undefined });
  }
  return picture;
}

/** The API keeps lists in a text: `["Id", "Name"]` or `Id, Name`. */
function listIn(text: string | undefined): string[] {
  return (text ?? '')
    .replace(/^\[|\]$/g, '')
    .split(',')
    .map((name) => name.trim().replace(/^"|"$/g, ''))
    .filter((name) => name !== '');
}
