import type { BulkAction, BulkFollowUp, BulkJob, BulkQuestion } from '@/contract/bulk';
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

/**
 * The ids of the flows that a bulk action is about. Throws ValidationException for a filter that is none or finds more than the limit, and
 * what flowsOfJob throws.
 */
export async function chosenFlows(
  world: World,
  { action, flows }: Pick<BulkQuestion, 'action' | 'flows'>,
  limit = FLOWS_LIMIT,
): Promise<string[]> {
  if ('flowIds' in flows) {
    return flows.flowIds;
  }
  if ('jobId' in flows) {
    return flowsOfJob(world, action, flows);
  }
  const { query, senseless } = readFlowsQuery(new URLSearchParams(flows.filter));
  if (senseless.length > 0) {
    throw new ApiException(
      'ValidationException',
      `This makes no sense to the list: ${senseless.map(({ name }) => name).join(', ')}.`,
    );
  }
  const { data, clock } = services();
  const flowIds = await data.flows.matching(world, query, clock.now(), limit + 1);
  if (flowIds.length > limit) {
    throw new ApiException(
      'ValidationException',
      `More than ${limit.toLocaleString('en')} flows match, and a bulk action takes no more than that: narrow the filter.`,
    );
  }
  return flowIds;
}

/** A job of the world. Throws ResourceNotFoundException. */
export async function bulkJobOf(world: World, jobId: string): Promise<BulkJob> {
  const job = await services().data.bulk.find(world, jobId);
  if (!job) {
    throw new ApiException('ResourceNotFoundException', `There is no bulk job ${jobId}.`);
  }
  return job;
}

/** Throws ResourceNotFoundException for an unknown job, ConflictException for one that runs, ValidationException for another action. */
async function flowsOfJob(
  world: World,
  action: BulkAction,
  { jobId, as }: { jobId: string; as: BulkFollowUp },
): Promise<string[]> {
  const job = await bulkJobOf(world, jobId);
  if (job.status === 'running') {
    throw new ApiException('ConflictException', 'The job is still running: cancel it or wait for its end.');
  }
  if (action !== actionOf(job, as)) {
    throw new ApiException(
      'ValidationException',
      `This is not how to ${as} a job that was to ${job.action}.`,
    );
  }
  return services().data.bulk.flowIdsFor(jobId, as);
}

/** The action of a job made from this one; undefined where there is none: canceled runs cannot be brought back. */
function actionOf({ action }: BulkJob, as: BulkFollowUp): BulkAction | undefined {
  const reversed = { stop: 'start', start: 'stop', cancel: undefined } as const;
  return as === 'retry' ? action : reversed[action];
}
