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

export interface FieldMapping {
  /** "Map", "Map all", "Filter"… */
  task: string;
  sourceFields: string;
  destinationField: string;
  /** The operator and the properties, as far as they say more than the task: "PROJECTION", "SOURCE_DATA_TYPE = string". */
  details: string;
}

/** A flow's tasks as rows, in the order in which they run; none where the definition has no readable tasks. */
export function fieldMappingsOf(definition: Record<string, unknown>): FieldMapping[] {
  const tasks = Tasks.safeParse(definition.tasks);
  return (tasks.data ?? []).map((task) => ({
    task: task.taskType.replaceAll('_', ' '),
    sourceFields: task.sourceFields.join(', '),
    destinationField: task.destinationField ?? '',
    details: [
      ...Object.values(task.connectorOperator).filter((operator) => operator !== 'NO_OP'),
      ...Object.entries(task.taskProperties).map(([name, value]) => `${name} = ${value}`),
    ].join(', '),
  }));
}
