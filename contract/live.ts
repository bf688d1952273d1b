import { z } from 'zod';
import { FlowStatus } from './shapes.gen';

/**
 * What `GET /api/events?account=&region=` streams as server-sent events, each with the id of the newest row of the event log that the
 * reader then knows, to resume from by `Last-Event-ID` or `?after=`: `ready` once at first, a `change` for each row of the log, and
 * `reset` in place of rows that are too many or not there (read everything anew). Comments come in between as heartbeats.
 */
export const liveEventNames = ['ready', 'change', 'reset'] as const;

/** The data of a `change`: a row of the event log, in short. Absent members are left out. */
export const LiveEvent = z.object({
  id: z.number(),
  /** Epoch milliseconds. */
  at: z.number(),
  /** Absent where the event is not about a flow. */
  flowName: z.string().optional(),
  flowId: z.string().optional(),
  operation: z.string(),
  outcome: z.enum(['changed', 'unchanged', 'refused']),
  beforeStatus: FlowStatus.optional(),
  afterStatus: FlowStatus.optional(),
  executionId: z.string().optional(),
  /** The bulk job that did it, or that it is about. */
  bulkJobId: z.string().optional(),
  by: z.string(),
  reason: z.string().optional(),
  requestId: z.string(),
});
export type LiveEvent = z.infer<typeof LiveEvent>;
