import { keepPreviousData, type Query, queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import {
  BulkAnswer,
  type BulkJob,
  BulkJobDetail,
  type BulkJobQuery,
  BulkJobQuery as BulkJobSearch,
  BulkJobs,
  type BulkJobsQuery,
  BulkJobsQuery as BulkJobsSearch,
  BulkPreview,
  type BulkQuestion,
  type BulkRequest,
} from '@/contract/bulk';
import { isRoutine } from '@/contract/activity';
import type { World } from '@/contract/console';
import type { LiveEvent } from '@/contract/live';
import { AppFlowCallError, type Asker, callAppFlow } from './call-appflow';
import './live-meta';
import { pollMs, pollWhenNotLive, staleUnlessPolled } from './polling';
import { readModel } from './read-model';

/** What a query string asks of the page of jobs; what makes no sense in it counts as not said. */
export function bulkJobsQueryFrom(search: URLSearchParams): BulkJobsQuery {
  return BulkJobsSearch.catch({ page: 1 }).parse({ page: search.get('page') ?? undefined });
}

/** A page of the bulk jobs of a world; fails with ReadError. */
export function bulkJobsQuery(world: World, { page }: BulkJobsQuery) {
  return queryOptions({
    queryKey: ['bulk', world, page],
    queryFn: ({ signal }) =>
      readModel('/api/bulk', world, BulkJobs, signal, new URLSearchParams({ page: String(page) })),
    refetchInterval: (query) => pollWhileRunning(query, query.state.data?.jobs ?? []),
    staleTime: staleUnlessPolled,
    meta: { concerns: (event) => jobConcern(event) },
  });
}

/** Events tell how far a job is but for flows that were left alone or failed, which are no events: a job that runs is asked for too. */
function pollWhileRunning(query: Pick<Query, 'state'>, jobs: BulkJob[]): number | false {
  return jobs.some(({ status }) => status === 'running') ? pollMs : pollWhenNotLive(query);
}

/** Two reads a second at most, of which the running job has no more than its flows' events. */
const progressMs = 500;

/** What is still to be done about a job that has ended may hang on any of the flows. */
const followUpMs = 2_000;

/** Within how many milliseconds a bulk job, or all of them, are to be read after an event. */
function jobConcern({ bulkJobId, flowId }: LiveEvent, jobId = bulkJobId): number | undefined {
  if (bulkJobId === undefined || bulkJobId !== jobId) return undefined;
  return flowId === undefined ? 0 : progressMs;
}

function followUpConcern(event: LiveEvent, detail: BulkJobDetail | undefined): number | undefined {
  const hasEnded = detail !== undefined && detail.job.status !== 'running';
  return hasEnded && event.flowId !== undefined && !isRoutine(event) ? followUpMs : undefined;
}

/** A page of the bulk jobs, kept up to date; the page before stays until another one is there. */
export function useBulkJobs(world: World, query: BulkJobsQuery) {
  return useQuery({ ...bulkJobsQuery(world, query), placeholderData: keepPreviousData });
}

/** What a query string asks of a job's page; what makes no sense in it counts as not said. */
export function bulkJobQueryFrom(search: URLSearchParams): BulkJobQuery {
  return BulkJobSearch.catch({ page: 1 }).parse({
    state: search.get('state') ?? undefined,
    page: search.get('page') ?? undefined,
  });
}

/** A bulk job with a page of its flows; fails with ReadError. */
export function bulkJobQuery(world: World, jobId: string, { state, page }: BulkJobQuery) {
  const search = new URLSearchParams({ ...(state && { state }), page: String(page) });
  return queryOptions({
    queryKey: ['bulk-job', world, jobId, state ?? 'all', page],
    queryFn: ({ signal }) =>
      readModel(`/api/bulk/${encodeURIComponent(jobId)}`, world, BulkJobDetail, signal, search),
    refetchInterval: (query) => pollWhileRunning(query, query.state.data ? [query.state.data.job] : []),
    staleTime: staleUnlessPolled,
    meta: {
      concerns: (event, data) =>
        jobConcern(event, jobId) ?? followUpConcern(event, data as BulkJobDetail | undefined),
    },
  });
}

/** A bulk job, kept up to date; the page before stays until another one is there. */
export function useBulkJob(world: World, jobId: string, query: BulkJobQuery) {
  return useQuery({
    ...bulkJobQuery(world, jobId, query),
    placeholderData: (previous) => (previous?.job.id === jobId ? previous : undefined),
  });
}

/** What a bulk action would come to now, asked for until an answer comes; fails with AppFlowCallError. */
export function useBulkPreview(world: World, question: BulkQuestion) {
  return useQuery({
    queryKey: ['bulk-preview', world, question],
    queryFn: () => callAppFlow('/api/bulk/preview', question, BulkPreview, { world, actor: undefined }),
    placeholderData: (previous) => previous,
    // Who was not heard is asked again, who was refused is not.
    retry: (_count, error) =>
      !(error instanceof AppFlowCallError) || error.status >= 500 || error.status === 429,
    retryDelay: pollMs,
    gcTime: 0,
  });
}

/** Makes a bulk job. Never paused, never sent again by itself. */
export function useCreateBulkJob() {
  return useMutation({
    mutationFn: ({ asker, ...request }: BulkRequest & { asker: Asker }) =>
      callAppFlow('/api/bulk', request, BulkAnswer, asker),
  });
}

/** Has the flows of a bulk job left alone that have not had their turn. Never paused, never sent again by itself. */
export function useCancelBulkJob() {
  return useMutation({
    mutationFn: ({ jobId, asker }: { jobId: string; asker: Asker }) =>
      callAppFlow(`/api/bulk/${encodeURIComponent(jobId)}/cancel`, {}, BulkAnswer, asker),
  });
}
