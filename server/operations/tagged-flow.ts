import { ApiException } from '@/contract/errors';
import type { OperationName } from '@/contract/operations';
import type { Context } from '../context';
import { readFlowArn, userArn } from '../domain/arn';

/**
 * The name of the flow that a resource ARN means. Throws ValidationException for the ARN of anything else, AccessDeniedException for
 * a flow of another account and ResourceNotFoundException for one of another region; not for a flow that does not exist.
 */
export function taggedFlow(
  operation: OperationName,
  resourceArn: string,
  { world, caller }: Pick<Context, 'world' | 'caller'>,
): string {
  const resource = readFlowArn(resourceArn);
  if (!resource) {
    throw new ApiException(
      'ValidationException',
      `The resource ${resourceArn} has no tags: resourceArn must be the ARN of a flow.`,
    );
  }
  if (resource.account !== world.account) {
    throw new ApiException(
      'AccessDeniedException',
      `User: ${userArn(world, caller.actor)} is not authorized to perform: appflow:${operation} on resource: ${resourceArn}`,
    );
  }
  if (resource.region !== world.region) {
    throw new ApiException(
      'ResourceNotFoundException',
      `The resource ${resourceArn} does not exist in ${world.region}.`,
    );
  }
  return resource.flowName;
}
