import type { BulkFlows, BulkQuestion } from '@/contract/bulk';
import type { World } from '@/contract/console';
import { ApiException } from '@/contract/errors';
import { readFlowsQuery } from '@/contract/flows-query';
import { services } from '../context';

/** A job of more would hold up everybody while its flows are written down. */
const FLOWS_LIMIT = 100_000;

/** Whether protected flows are meant too: a start takes nothing away, for the rest somebody has to say so. */
export function meansProtected({ action, includesProtected }: BulkQuestion): boolean {
  return includesProtected === true || action === 'start';
}

/** The ids of the flows that a bulk action is about. Throws ValidationException for a filter that is none, or finds too many. */
export function chosenFlows(world: World, flows: BulkFlows): string[] {
  if ('flowIds' in flows) {
    return flows.flowIds;
  }
  const { query, senseless } = readFlowsQuery(new URLSearchParams(flows.filter));
  if (senseless.length > 0) {
    throw new ApiException(
      'ValidationException',
      `This makes no sense to the list: ${senseless.join(', ')}.`,
    );
  }
  const { data, clock } = services();
  const flowIds = data.flows.matching(world, query, clock.now());
  if (flowIds.length > FLOWS_LIMIT) {
    throw new ApiException(
      'ValidationException',
      `${flowIds.length} flows match, a bulk action takes at most ${FLOWS_LIMIT}: narrow the filter.`,
    );
  }
  return flowIds;
}
