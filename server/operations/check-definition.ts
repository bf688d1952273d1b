import { ApiException } from '@/contract/errors';
import type { UpdateFlowRequest } from '@/contract/shapes.gen';
import { simulatedFailure } from '../domain/connectors/simulated-failure';
import { definitionProblems } from '../domain/definition-problems';
import type { FlowDefinition } from '../domain/flow';
import { refusalOf } from '../domain/flow-connectors';

/**
 * What the contract's shapes cannot say of a definition: throws a ValidationException that lists every member that AppFlow would not
 * take and why, and the failure of a connector that an object of that name asks for. `now` is in epoch milliseconds.
 */
export function checkDefinition<Given extends Omit<UpdateFlowRequest, 'flowName' | 'clientToken'>>(
  given: Given,
  request: keyof typeof refusalOf,
  now: number,
): Given & FlowDefinition {
  const problems = definitionProblems(given, now);
  const [destination, ...more] = given.destinationFlowConfigList;
  if (problems.length > 0 || !destination) {
    throw new ApiException('ValidationException', `${refusalOf[request]}[${inShort(problems).join(', ')}]`);
  }
  const failure = simulatedFailure([
    given.sourceFlowConfig.sourceConnectorProperties,
    destination.destinationConnectorProperties,
  ]);
  if (failure) {
    throw failure;
  }
  return { ...given, destinationFlowConfigList: [destination, ...more] };
}

/** A definition can have as many problems as tasks, which are without end. */
const MOST_PROBLEMS = 20;

function inShort(problems: string[]): string[] {
  return problems.length > MOST_PROBLEMS
    ? [...problems.slice(0, MOST_PROBLEMS), `and ${problems.length - MOST_PROBLEMS} more`]
    : problems;
}
