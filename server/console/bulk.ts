import { z } from 'zod';
import {
  type BulkAnswer,
  type BulkJobDetail,
  BulkJobQuery,
  type BulkJobs,
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

const JOBS_SHOWN = 100;

/** Who asks. */
interface Asked {
  world: World;
  caller: Caller;
  requestId: string;
}

/** The newest jobs of a world. Throws what checkMayRead throws, as all reads here. */
export async function readBulkJobs(viewer: Viewer, world: World): Promise<BulkJobs> {
  checkMayRead(viewer, world);
  const { data, clock } = services();
  return { jobs: await data.bulk.list(world, JOBS_SHOWN), asOf: clock.now() };
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
  const [items, reversible] = await Promise.all([
    data.bulk.items(jobId, query),
    job.action === 'cancel' || job.status === 'running' ? 0 : data.bulk.countFor(jobId, 'reverse'),
  ]);
  return { job, items, reversible, asOf: clock.now() };
}

/** Answers `GET /api/bulk`. */
export function answerBulkJobs(request: Request): Promise<Response> {
  return answerRead(request, z.object({}), async (viewer, world) => fresh(await readBulkJobs(viewer, world)));
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
