import { z } from 'zod';
import {
  type BulkAnswer,
  type BulkJobDetail,
  BulkJobQuery,
  type BulkJobs,
  BulkJobsQuery,
  type BulkRequest,
} from '@/contract/bulk';
import type { Viewer, World } from '@/contract/console';
import { ApiException } from '@/contract/errors';
import { services } from '../context';
import type { Caller } from '../domain/flow';
import { mayStartAgainAt } from '../domain/stop-until';
import { answerRead, fresh, refusal } from './answer';
import { bulkCsv } from './bulk-csv';
import { bulkJobOf, chosenFlows, meansProtected } from './bulk-flows';
import { checkMayRead } from './viewer';

/** Who asks. */
interface Asked {
  world: World;
  caller: Caller;
  requestId: string;
}

/** A page of the jobs of a world, the newest first. Throws what checkMayRead throws, as all reads here. */
export async function readBulkJobs(viewer: Viewer, world: World, query: BulkJobsQuery): Promise<BulkJobs> {
  checkMayRead(viewer, world);
  const { data, clock } = services();
  const [jobs, total] = await Promise.all([data.bulk.list(world, query), data.bulk.count(world)]);
  return { jobs, total, asOf: clock.now() };
}

/** A job with a page of its flows; undefined when the world has no such job. */
export async function readBulkJob(
  viewer: Viewer,
  world: World,
  jobId: string,
  query: BulkJobQuery,
): Promise<BulkJobDetail | undefined> {
  checkMayRead(viewer, world);
  const { data, clock } = services();
  const job = await data.bulk.find(world, jobId);
  if (!job) {
    return undefined;
  }
  const hasEnded = job.status !== 'running';
  const [items, retryable, reversible] = await Promise.all([
    data.bulk.items(jobId, query),
    hasEnded ? data.bulk.countFor(jobId, 'retry') : 0,
    hasEnded && job.action !== 'cancel' ? data.bulk.countFor(jobId, 'reverse') : 0,
  ]);
  return { job, items, retryable, reversible, asOf: clock.now() };
}

/** Answers `GET /api/bulk`, a page of the jobs. */
export function answerBulkJobs(request: Request): Promise<Response> {
  return answerRead(request, BulkJobsQuery, async (viewer, world, query) =>
    fresh(await readBulkJobs(viewer, world, query)),
  );
}

/** Answers `GET /api/bulk/ID`, a page of the flows and only those of a state when asked. */
export function answerBulkJob(request: Request, jobId: string): Promise<Response> {
  return answerRead(request, BulkJobQuery, async (viewer, world, query) => {
    const detail = await readBulkJob(viewer, world, jobId, query);
    return detail ? fresh(detail) : noSuchJob(jobId);
  });
}

/** Answers `GET /api/bulk/ID/csv`: each flow of the job, a line each. */
export function answerBulkCsv(request: Request, jobId: string): Promise<Response> {
  return answerRead(request, z.object({}), async (viewer, world) => {
    checkMayRead(viewer, world);
    const { data } = services();
    const job = await data.bulk.find(world, jobId);
    if (!job) {
      return noSuchJob(jobId);
    }
    return new Response(bulkCsv(job, data.bulk), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="sluice-bulk-${job.id}.csv"`,
        'cache-control': 'no-store',
      },
    });
  });
}

/** Makes a job and has it carried out. Throws ValidationException, ConflictException, ResourceNotFoundException. */
export async function createBulkJob(
  { world, caller, requestId }: Asked,
  request: BulkRequest,
): Promise<BulkAnswer> {
  const { id, action, flows, until } = request;
  const { data, clock, ids, wakeBulk } = services();
  const now = clock.now();
  if (until !== undefined && (action !== 'stop' || !mayStartAgainAt(until, now))) {
    throw new ApiException(
      'ValidationException',
      'The time to start again must be to come, within a year, and of a stop.',
    );
  }
  const flowIds = await chosenFlows(world, request);
  const job = await data.bulk.create(
    {
      id: id ?? ids.next(),
      world,
      action,
      startsAgainAt: until,
      filter: 'filter' in flows ? flows.filter : undefined,
      madeFrom: 'jobId' in flows ? { id: flows.jobId, as: flows.as } : undefined,
      caller,
      requestId,
      includesProtected: meansProtected(request),
    },
    flowIds,
    clock.now(),
  );
  if (!job) {
    throw new ApiException('ResourceNotFoundException', 'There is no flow to do this with.');
  }
  wakeBulk();
  return { job };
}

/** Has the flows of a job left alone that have not had their turn. Throws ResourceNotFoundException. */
export async function cancelBulkJob({ world, caller, requestId }: Asked, jobId: string): Promise<BulkAnswer> {
  const { data, clock } = services();
  data.bulk.cancel(world, jobId, { caller, requestId }, clock.now());
  return { job: await bulkJobOf(world, jobId) };
}

function noSuchJob(jobId: string): Response {
  return refusal(404, `There is no bulk job ${jobId}.`);
}
