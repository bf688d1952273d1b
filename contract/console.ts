import { z } from 'zod';
import { ExecutionStatus, FlowStatus, TriggerType } from './shapes.gen';

/** What the console reads from `/api`. Times are epoch milliseconds; absent members are left out, never null. */

/** Where a flow stands, for the counts above the list: each flow that exists is in exactly one, a deleted one in `deleted`. */
export const standings = [
  'active',
  'on-demand',
  'stopped-by-people',
  'stopped-by-failures',
  'errored',
  'draft',
  'deprecated',
  'deleted',
] as const;
export const Standing = z.enum(standings);
export type Standing = z.infer<typeof Standing>;

/** What the list can be narrowed to: a standing, or the flows of any standing that need a person. */
export const statusFilters = ['needs-attention', ...standings] as const;
export const StatusFilter = z.enum(statusFilters);
export type StatusFilter = z.infer<typeof StatusFilter>;

/** An account and a region: a request sees nothing outside its own. */
export const World = z.object({
  account: z.string().regex(/^\d{12}$/),
  region: z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/),
});
export type World = z.infer<typeof World>;
export const defaultWorld: World = { account: '000000000000', region: 'us-east-1' };

/** Who did something, when, through which client ("console", "aws-cli", "runner"…), and why if they said so. */
export const Deed = z.object({
  at: z.number(),
  by: z.string(),
  via: z.string(),
  reason: z.string().optional(),
});
export type Deed = z.infer<typeof Deed>;

export const LastExecution = z.object({
  executionId: z.string(),
  executionStatus: ExecutionStatus,
  /** When it started or, once it ended, when it ended. */
  at: z.number(),
  message: z.string().optional(),
});

export const FlowRow = z.object({
  id: z.string(),
  flowName: z.string(),
  flowArn: z.string(),
  flowStatus: FlowStatus,
  flowStatusMessage: z.string().optional(),
  standing: Standing,
  needsAttention: z.boolean(),
  triggerType: TriggerType,
  scheduleExpression: z.string().optional(),
  /** Connector types. */
  sourceConnector: z.string(),
  destinationConnector: z.string(),
  tags: z.record(z.string(), z.string()),
  /** How the flow came into its present status. */
  statusChange: Deed,
  lastExecution: LastExecution.optional(),
  executionsInProgress: z.number(),
  failedExecutionsInARow: z.number(),
  /** After this many failed runs in a row a scheduled flow is suspended. */
  flowErrorDeactivationThreshold: z.number().optional(),
  /** Only for an active scheduled flow that has a run to come. */
  nextRunAt: z.number().optional(),
  /** When a scheduled flow that is not active would run first if it were started at `asOf`. */
  nextRunIfStartedAt: z.number().optional(),
  /** Until when it is stopped: then the service starts it again, unless somebody acts on it before. */
  startsAgainAt: z.number().optional(),
  createdAt: z.number(),
  createdBy: z.string(),
  lastUpdatedAt: z.number(),
  lastUpdatedBy: z.string(),
});
export type FlowRow = z.infer<typeof FlowRow>;

export const WorldSummary = World.extend({ flows: z.number() });
export type WorldSummary = z.infer<typeof WorldSummary>;

/** `GET /api/flows`. */
export const FlowsPage = z.object({
  rows: z.array(FlowRow),
  /** How many flows match, over all pages: exactly, or at least where counting them all would take long. */
  total: z.number(),
  totalIsExact: z.boolean(),
  /** The places of the first and the last row, for the pages before and after; absent where there is no row. */
  places: z.object({ first: z.string(), last: z.string() }).optional(),
  hasNext: z.boolean(),
  hasPrevious: z.boolean(),
  /** How many flows were looked through, where so few match that the page is not full yet: the next page goes on. */
  looked: z.number().optional(),
  /** How many flows exist in this world, whatever the filter. */
  existing: z.number(),
  /** Of the whole world, whatever the filter. */
  counts: z.record(StatusFilter, z.number()),
  /** Worlds that have flows, with how many exist there. */
  worlds: z.array(WorldSummary),
  asOf: z.number(),
});
export type FlowsPage = z.infer<typeof FlowsPage>;

export const ExecutionRow = z.object({
  executionId: z.string(),
  executionStatus: ExecutionStatus,
  startedAt: z.number(),
  message: z.string().optional(),
  endedAt: z.number().optional(),
  /** The time span of the source that a scheduled run reads. */
  dataPullStartAt: z.number().optional(),
  dataPullEndAt: z.number().optional(),
  bytesProcessed: z.number().optional(),
  bytesWritten: z.number().optional(),
  recordsProcessed: z.number().optional(),
});
export type ExecutionRow = z.infer<typeof ExecutionRow>;

/** A row of the audit trail. */
export const EventRow = Deed.extend({
  id: z.number(),
  flowName: z.string(),
  operation: z.string(),
  outcome: z.enum(['changed', 'unchanged', 'refused']),
  errorName: z.string().optional(),
  errorMessage: z.string().optional(),
  beforeStatus: FlowStatus.optional(),
  afterStatus: FlowStatus.optional(),
  executionId: z.string().optional(),
  /** What changed, in words, where no status tells it. */
  detail: z.string().optional(),
  requestId: z.string(),
});
export type EventRow = z.infer<typeof EventRow>;

/** `GET /api/flows/NAME`: the flow of that name, or the last deleted one; 404 when there never was one. */
export const FlowDetail = z.object({
  flow: FlowRow.extend({
    description: z.string().optional(),
    schemaVersion: z.number(),
    /** The validated CreateFlow or UpdateFlow input, without name and tags. */
    definition: z.record(z.string(), z.unknown()),
  }),
  /** When it is due next, five times at most: from now or, of one that is stopped, as if it were started by `startsAgainAt` or now. */
  nextRuns: z.array(z.number()),
  /** The newest 100. */
  executions: z.array(ExecutionRow),
  /** Whether there are older ones, which `GET /api/flows/NAME/runs` gives. */
  hasOlderExecutions: z.boolean(),
  /** The newest 100 of this name, over deleted flows of the same name too. */
  events: z.array(EventRow),
  asOf: z.number(),
});
export type FlowDetail = z.infer<typeof FlowDetail>;

/** `POST /api/session` signs in to the console, in strict mode. */
export const SignIn = z.object({
  accessKeyId: z.string().min(1).max(128),
  secretAccessKey: z.string().min(1).max(128),
});

/** Who is signed in: the key, its account and its name, under which everything is recorded. */
export const SignedIn = z.object({ accessKeyId: z.string(), account: z.string(), name: z.string() });
export type SignedIn = z.infer<typeof SignedIn>;

/** Who looks at the console: anybody in open mode, who is signed in (if anyone is) in strict mode. */
export type Viewer = { auth: 'open' } | { auth: 'strict'; session: SignedIn | undefined };

/** The last moment that a Date can hold. */
const latestTime = 8.64e15;

/** The query string of `GET /api/flows/NAME/runs` (beside account and region): the run after which to go on. */
export const OlderRunsQuery = z.object({
  startedAt: z.coerce.number().int().min(0).max(latestTime),
  executionId: z.string(),
});
export type OlderRunsQuery = z.infer<typeof OlderRunsQuery>;

/** `GET /api/flows/NAME/runs`: the 100 runs before one, newest first. */
export const OlderRuns = z.object({ executions: z.array(ExecutionRow), hasOlderExecutions: z.boolean() });
export type OlderRuns = z.infer<typeof OlderRuns>;
