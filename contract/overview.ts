import { z } from 'zod';
import { ActivityRow, RunHour } from './activity';
import { FlowRow, StatusFilter } from './console';

/** `isMore` when there are more than `total`, which counts no further. */
const FirstOfMany = z.object({ flows: z.array(FlowRow), total: z.number(), isMore: z.boolean() });

/** `GET /api/overview`: the fleet of a world in ten seconds. Times are epoch milliseconds; lists are the first few of many. */
export const Overview = z.object({
  /** How many flows exist. */
  existing: z.number(),
  counts: z.record(StatusFilter, z.number()),
  needsAttention: z.array(FlowRow),
  /** Flows that people have stopped until somebody starts them. */
  stoppedForGood: z.array(FlowRow),
  /** Those that start again by themselves, the next first. */
  stoppedUntil: FirstOfMany,
  /** The last 24 hours, the one under way last; each hour is there. */
  runHours: z.array(RunHour),
  running: z.object({ flows: z.array(FlowRow), runs: z.number() }),
  /** Runs that the service itself begins within an hour. */
  next: FirstOfMany,
  /** The newest changes that the service did not make by itself. */
  changes: z.array(ActivityRow),
  asOf: z.number(),
});
export type Overview = z.infer<typeof Overview>;
