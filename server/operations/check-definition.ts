import { ApiException } from '@/contract/errors';
import type { UpdateFlowRequest } from '@/contract/shapes.gen';
import type { FlowDefinition } from '../domain/flow';
import { isScheduleExpression } from '../domain/schedule';

/** What the contract's shapes cannot say of a definition: throws a ValidationException that names the member and says why. */
export function checkDefinition<Given extends Omit<UpdateFlowRequest, 'flowName' | 'clientToken'>>(
  given: Given,
  request: 'Create' | 'Update',
): Given & FlowDefinition {
  const { triggerConfig, destinationFlowConfigList } = given;
  const [destination, ...more] = destinationFlowConfigList;
  if (!destination) {
    throw refusal(request, 'destinationFlowConfigList must name a destination');
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

function refusal(request: string, reason: string): ApiException {
  return new ApiException('ValidationException', `${request} Flow request failed: [${reason}]`);
}
