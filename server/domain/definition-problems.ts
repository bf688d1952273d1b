import type {
  DestinationFlowConfig,
  ScheduledTriggerProperties,
  SourceFlowConfig,
  Task,
  TriggerConfig,
  WriteOperationType,
} from '@/contract/shapes.gen';
import { connectorOf, type Connector } from './connectors/catalogue';
import { isScheduleExpression, nextRunAt, runsMoreOftenThan } from './schedule';

/** The parts of a definition that are held against each other and against the connectors. */
export interface CheckedDefinition {
  triggerConfig: TriggerConfig;
  sourceFlowConfig: SourceFlowConfig;
  destinationFlowConfigList: DestinationFlowConfig[];
  tasks: Task[];
}

/**
 * What AppFlow would not take of a definition whose every member is valid by itself, each as a sentence that names the member; empty
 * when it is good. `now` is in epoch milliseconds. Grades of the rules are in docs/decisions/008.
 */
export function definitionProblems(definition: CheckedDefinition, now: number): string[] {
  const { triggerConfig, sourceFlowConfig, destinationFlowConfigList, tasks } = definition;
  const source = connectorOf(sourceFlowConfig.connectorType);
  return [
    ...taskProblems(tasks, source),
    ...sourceProblems(sourceFlowConfig, source),
    ...destinationProblems(destinationFlowConfigList, source),
    ...triggerProblems(triggerConfig, source, now),
  ];
}

function taskProblems(tasks: Task[], source: Connector): string[] {
  const problems: string[] = [];
  if (!tasks.some(saysWhatIsMoved)) {
    problems.push('Task Validation Error: You must specify a projection task or a MAP_ALL task');
  }
  tasks.forEach(({ connectorOperator = {} }, index) => {
    const foreign = Object.keys(connectorOperator).filter((member) => member !== source.member);
    if (foreign.length > 0) {
      problems.push(
        `Task Validation Error: tasks.${index + 1}.connectorOperator has operators of ${foreign.join(' and ')}, ` +
          `but the source connector is ${source.connectorType}`,
      );
    }
  });
  return problems;
}

/** A task that maps all fields, or a filter that projects some; a source without operators of its own gives its filter none. */
function saysWhatIsMoved({ taskType, connectorOperator }: Task): boolean {
  const operators = Object.values(connectorOperator ?? {});
  return (
    taskType === 'Map_all' ||
    (taskType === 'Filter' && (operators.length === 0 || operators.includes('PROJECTION')))
  );
}

function sourceProblems({ sourceConnectorProperties }: SourceFlowConfig, source: Connector): string[] {
  return source.canUseAsSource
    ? memberProblems('sourceFlowConfig.sourceConnectorProperties', sourceConnectorProperties, source)
    : [`sourceFlowConfig.connectorType: connector ${source.connectorType} can not be used as a source`];
}

function destinationProblems(destinations: DestinationFlowConfig[], source: Connector): string[] {
  if (destinations.length === 0) {
    return ['destinationFlowConfigList must name a destination'];
  }
  return destinations.flatMap(({ connectorType, destinationConnectorProperties }, index) => {
    const place = `destinationFlowConfigList.${index + 1}`;
    const destination = connectorOf(connectorType);
    if (!destination.canUseAsDestination) {
      return [`${place}.connectorType: connector ${connectorType} can not be used as a destination`];
    }
    return [
      ...(source.canUseAsSource && !source.supportedDestinations.includes(connectorType)
        ? [`${place}.connectorType: connector ${connectorType} is no destination for ${source.connectorType}`]
        : []),
      ...memberProblems(
        `${place}.destinationConnectorProperties`,
        destinationConnectorProperties,
        destination,
      ),
      ...writeProblems(place, destinationConnectorProperties, destination),
    ];
  });
}

/** Exactly the connector's own member must be there. */
function memberProblems(place: string, properties: object, { connectorType, member }: Connector): string[] {
  const given = Object.keys(properties);
  const foreign = given.filter((name) => name !== member);
  return [
    ...(given.includes(member)
      ? []
      : [`${place}.${member} is required for the connector type ${connectorType}`]),
    ...(foreign.length > 0
      ? [`${place} has ${foreign.join(' and ')}, but the connector type is ${connectorType}`]
      : []),
  ];
}

function writeProblems(
  place: string,
  properties: DestinationFlowConfig['destinationConnectorProperties'],
  { connectorType, supportedWriteOperations }: Connector,
): string[] {
  return writeOperationsOf(properties)
    .filter((operation) => !supportedWriteOperations.includes(operation))
    .map(
      (operation) => `${place}: connector ${connectorType} does not support the write operation ${operation}`,
    );
}

function writeOperationsOf({
  Salesforce,
  Zendesk,
  SAPOData,
  CustomConnector,
}: DestinationFlowConfig['destinationConnectorProperties']): WriteOperationType[] {
  return [Salesforce, Zendesk, SAPOData, CustomConnector].flatMap(
    (properties) => properties?.writeOperationType ?? [],
  );
}

function triggerProblems(
  { triggerType, triggerProperties }: TriggerConfig,
  source: Connector,
  now: number,
): string[] {
  const problems: string[] = [];
  if (source.canUseAsSource && !source.supportedTriggerTypes.includes(triggerType)) {
    problems.push(
      `triggerConfig.triggerType: source connector ${source.connectorType} does not support the trigger type ${triggerType}, ` +
        `only ${source.supportedTriggerTypes.join(' and ')}`,
    );
  }
  if (triggerType === 'Scheduled') {
    const schedule = triggerProperties?.Scheduled;
    problems.push(
      ...(schedule
        ? scheduleProblems(schedule, source, now)
        : ['triggerConfig.triggerProperties.Scheduled is required for the trigger type Scheduled']),
    );
  }
  return problems;
}

const mostOftenMs = { HOURLY: 3_600_000, DAILY: 86_400_000 };

function scheduleProblems(schedule: ScheduledTriggerProperties, source: Connector, now: number): string[] {
  const { scheduleExpression, scheduleStartTime, scheduleEndTime, firstExecutionFrom, dataPullMode } =
    schedule;
  if (!isScheduleExpression(scheduleExpression)) {
    return [
      `scheduleExpression ${scheduleExpression} is neither of the form rate(5minutes) nor cron(0 10 * * ? *)`,
    ];
  }
  const problems: string[] = [];
  const [mostOften] = source.supportedFrequencies;
  if (
    (mostOften === 'HOURLY' || mostOften === 'DAILY') &&
    runsMoreOftenThan(scheduleExpression, mostOftenMs[mostOften])
  ) {
    problems.push(
      `scheduleExpression ${scheduleExpression}: flows from source connector ${source.connectorType} run at most once ` +
        (mostOften === 'HOURLY' ? 'an hour' : 'a day'),
    );
  }
  const startsAt = scheduleStartTime ?? now / 1_000;
  if (
    scheduleEndTime !== undefined &&
    scheduleStartTime !== undefined &&
    scheduleEndTime <= scheduleStartTime
  ) {
    problems.push('scheduleEndTime must be after scheduleStartTime');
  } else if (scheduleEndTime !== undefined && scheduleEndTime * 1_000 <= now) {
    problems.push('scheduleEndTime must be in the future');
  } else if (nextRunAt(schedule, now, now) === undefined) {
    problems.push(
      `scheduleExpression ${scheduleExpression} is never due between scheduleStartTime and scheduleEndTime`,
    );
  }
  if (firstExecutionFrom !== undefined && dataPullMode === 'Complete') {
    problems.push('firstExecutionFrom is for the data pull mode Incremental only');
  } else if (firstExecutionFrom !== undefined && firstExecutionFrom > startsAt) {
    problems.push('firstExecutionFrom must not be after the schedule starts');
  }
  return problems;
}
