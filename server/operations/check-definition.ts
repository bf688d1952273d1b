import { ApiException } from '@/contract/errors';
import type { Task, UpdateFlowRequest } from '@/contract/shapes.gen';
import type { FlowDefinition } from '../domain/flow';
import { isScheduleExpression } from '../domain/schedule';

/** What the contract's shapes cannot say of a definition: throws a ValidationException that names the member and says why. */
export function checkDefinition<Given extends Omit<UpdateFlowRequest, 'flowName' | 'clientToken'>>(
  given: Given,
  request: 'Create' | 'Update',
): Given & FlowDefinition {
  const { triggerConfig, destinationFlowConfigList, tasks } = given;
  const [destination, ...more] = destinationFlowConfigList;
  if (!destination) {
    throw refusal(request, 'destinationFlowConfigList must name a destination');
  }
  if (!tasks.some(saysWhatIsMoved)) {
    throw refusal(request, 'Task Validation Error: You must specify a projection task or a MAP_ALL task');
  }
  if (triggerConfig.triggerType === 'Scheduled') {
    const schedule = triggerConfig.triggerProperties?.Scheduled;
    if (!schedule) {
      throw refusal(
        request,
        'triggerConfig.triggerProperties.Scheduled is required for the trigger type Scheduled',
      );
    }
    if (!isScheduleExpression(schedule.scheduleExpression)) {
      throw refusal(
        request,
        `scheduleExpression ${schedule.scheduleExpression} is neither of the form rate(5minutes) nor cron(0 10 * * ? *)`,
      );
    }
  }
  return { ...given, destinationFlowConfigList: [destination, ...more] };
}

/** A task that maps all fields, or a filter that projects some; a source without operators of its own gives its filter none. */
function saysWhatIsMoved({ taskType, connectorOperator }: Task): boolean {
  const operators = Object.values(connectorOperator ?? {});
  return (
    taskType === 'Map_all' ||
    (taskType === 'Filter' && (operators.length === 0 || operators.includes('PROJECTION')))
  );
}

function refusal(request: string, reason: string): ApiException {
  return new ApiException('ValidationException', `${request} Flow request failed: [${reason}]`);
}
