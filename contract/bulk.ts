import { z } from 'zod';
import { searchAtMost } from './flows-query';
import { FlowStatus, TriggerType } from './shapes.gen';

/** Bulk jobs behind `/api/bulk`: one action on many flows, carried out by the service. Times are epoch milliseconds. */

export const BulkAction = z.enum(['stop', 'start', 'cancel']);
export type BulkAction = z.infer<typeof BulkAction>;

/** What came of a flow: `waiting` until it is handled; `skipped` was left alone by Sluice, `refused` by AppFlow's rules. */
export const bulkItemStates = ['waiting', 'changed', 'unchanged', 'refused', 'failed', 'skipped'] as const;
export const BulkItemState = z.enum(bulkItemStates);
export type BulkItemState = z.infer<typeof BulkItemState>;

/** More flows are picked by what matches a filter. */
export const flowsPickedAtMost = 1_000;

/** To try a job again over what it could not do, or to take it back. */
export const BulkFollowUp = z.enum(['retry', 'reverse']);
export type BulkFollowUp = z.infer<typeof BulkFollowUp>;

/**
 * The flows of a job: those picked by their ids, all that match the list's query string as it is at that moment, or those of a job that
 * has ended: to `retry` what failed, or was refused and may not be now, to `reverse` what it changed and nobody has changed since.
 */
export const BulkFlows = z.union([
  z.strictObject({ flowIds: z.array(z.string().min(1).max(64)).min(1).max(flowsPickedAtMost) }),
  z.strictObject({ filter: z.string().max(searchAtMost) }),
  z.strictObject({ jobId: z.string().min(1).max(64), as: BulkFollowUp }),
]);
export type BulkFlows = z.infer<typeof BulkFlows>;

/** `POST /api/bulk/preview`. */
export const BulkQuestion = z.object({
  action: BulkAction,
  flows: BulkFlows,
  /** Until when a stop lasts. */
  until: z.number().int().positive().optional(),
  /** Whether a stop or cancel means protected flows too; a start always does, it takes nothing away. */
  includesProtected: z.boolean().default(false),
});
export type BulkQuestion = z.input<typeof BulkQuestion>;

/** So many names are told of a group: what somebody may read through before they confirm. */
export const groupNamesAtMost = 200;

/** Flows for which the action comes to the same. */
export const BulkGroup = z.object({
  state: z.enum(['changed', 'unchanged', 'refused', 'skipped']),
  errorName: z.string().optional(),
  flowStatus: FlowStatus,
  /** Scheduled and event-triggered flows are met alike: the trigger type of one of them, on demand of all. */
  triggerType: TriggerType,
  /** Protected by a tag: left out of a stop or cancel unless somebody says otherwise. */
  isProtected: z.boolean(),
  count: z.number(),
  /** Their names, in order; of more than `groupNamesAtMost` the first ones. */
  flowNames: z.array(z.string()),
});
export type BulkGroup = z.infer<typeof BulkGroup>;

/** A group with the flows of another, of which the same is said. */
export function withFlowsOf<Group extends Pick<BulkGroup, 'count' | 'flowNames'>>(
  group: Group,
  other: Pick<BulkGroup, 'count' | 'flowNames'>,
): Group {
  const flowNames = [...group.flowNames, ...other.flowNames].sort().slice(0, groupNamesAtMost);
  return { ...group, count: group.count + other.count, flowNames };
}

/** A script with more names than this is of no use to anyone. */
export const namesAtMost = 10_000;

/** What a job would come to if it were carried out now. */
export const BulkPreview = z.object({
  total: z.number(),
  groups: z.array(BulkGroup),
  /** The flows that it would be done with, protected ones only where they are meant, in order; left out where there are more than `namesAtMost`. */
  flowNames: z.array(z.string()).optional(),
  asOf: z.number(),
});
export type BulkPreview = z.infer<typeof BulkPreview>;

/** `POST /api/bulk`. World, who asks and why stand in headers, as with every call of the API. */
export const BulkRequest = BulkQuestion.extend({
  /** A UUID of the caller's: asked again with the same, the job that it made is answered. */
  id: z.guid().optional(),
});
export type BulkRequest = z.input<typeof BulkRequest>;

export const BulkJob = z.object({
  id: z.string(),
  account: z.string(),
  region: z.string(),
  action: BulkAction,
  reason: z.string().optional(),
  startsAgainAt: z.number().optional(),
  /** The list's query string whose flows were all taken; left out for flows that were picked. */
  filter: z.string().optional(),
  /** The job that this one tries again or takes back. */
  madeFrom: z.object({ id: z.string(), as: BulkFollowUp }).optional(),
  by: z.string(),
  via: z.string(),
  status: z.enum(['running', 'done', 'canceled']),
  total: z.number(),
  counts: z.record(BulkItemState, z.number()),
  createdAt: z.number(),
  endedAt: z.number().optional(),
  canceledBy: z.string().optional(),
});
export type BulkJob = z.infer<typeof BulkJob>;

export const bulkJobsOnPage = 50;

/** The query string of `/bulk` and of `GET /api/bulk` (beside account and region). */
export const BulkJobsQuery = z.object({ page: z.coerce.number().int().min(1).max(1e6).default(1) });
export type BulkJobsQuery = z.infer<typeof BulkJobsQuery>;

/** `GET /api/bulk`: a page of the jobs of a world, the newest first, and how many there are. */
export const BulkJobs = z.object({ jobs: z.array(BulkJob), total: z.number(), asOf: z.number() });
export type BulkJobs = z.infer<typeof BulkJobs>;

export const BulkItem = z.object({
  position: z.number(),
  flowId: z.string(),
  flowName: z.string(),
  state: BulkItemState,
  errorName: z.string().optional(),
  message: z.string().optional(),
  beforeStatus: FlowStatus.optional(),
  afterStatus: FlowStatus.optional(),
  at: z.number().optional(),
  requestId: z.string().optional(),
});
export type BulkItem = z.infer<typeof BulkItem>;

export const bulkItemsOnPage = 100;

/** The query string of a job's page and of `GET /api/bulk/ID` (beside account and region). */
export const BulkJobQuery = z.object({
  state: BulkItemState.optional(),
  page: z.coerce.number().int().min(1).default(1),
});
export type BulkJobQuery = z.infer<typeof BulkJobQuery>;

/** `GET /api/bulk/ID`; 404 when there is no such job in this world. */
export const BulkJobDetail = z.object({
  job: BulkJob,
  items: z.array(BulkItem),
  /** How many flows a retry would take: those that failed, and those that were refused and may not be now. */
  retryable: z.number(),
  /** How many flows "start again exactly these" or "stop again" would take: those whose status the job changed. */
  reversible: z.number(),
  asOf: z.number(),
});
export type BulkJobDetail = z.infer<typeof BulkJobDetail>;

/** What every change of `/api/bulk` answers, 201 for a new job. */
export const BulkAnswer = z.object({ job: BulkJob });
export type BulkAnswer = z.infer<typeof BulkAnswer>;
