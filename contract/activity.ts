import { z } from 'zod';
import { EventRow, World } from './console';

/** What the activity page reads from `/api/activity` and `/api/activity.csv` and `.jsonl`. Times are epoch milliseconds. */

export const outcomes = EventRow.shape.outcome.options;

/** Lengths of time up to now that the activity can be narrowed to, in milliseconds. */
export const recentSpans = {
  '1h': 3_600_000,
  '24h': 86_400_000,
  '7d': 7 * 86_400_000,
  '30d': 30 * 86_400_000,
} as const;
export type RecentSpan = keyof typeof recentSpans;

const text = (length: number) => z.string().trim().min(1).max(length).optional();

/** The query string of the activity, on the page and on the API alike (beside account and region). */
export const ActivityQuery = z.object({
  /** A flow's name, or with a `*` at the end what it begins with. */
  flow: text(257),
  operation: text(64),
  outcome: EventRow.shape.outcome.optional(),
  exception: text(64),
  /** A connector profile's name, a registered connector's label, a bulk job's id. */
  profile: text(256),
  connector: text(512),
  job: text(64),
  who: text(128),
  via: text(64),
  requestId: text(64),
  /** Up to now, instead of `from` and `to`. */
  since: z.enum(['1h', '24h', '7d', '30d']).optional(),
  /** ISO 8601 with its zone. */
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
  /** Runs that began or ended are left out unless they are asked for. */
  runs: z.literal('shown').optional(),
});
export type ActivityQuery = z.infer<typeof ActivityQuery>;

/** Whether an event is of what the service does by itself all day long and changes no status. */
export function isRoutine({
  operation,
  beforeStatus,
  afterStatus,
}: {
  operation: string;
  beforeStatus?: string | undefined;
  afterStatus?: string | undefined;
}): boolean {
  return (
    ['StartExecution', 'EndExecution', 'SimulateExecutions'].includes(operation) &&
    beforeStatus === afterStatus
  );
}

/** An event of the world: of a flow, a connector profile, a registered connector, a bulk job or, with none of them, the world itself. */
export const ActivityRow = EventRow.extend({
  flowName: z.string().optional(),
  connectorProfileName: z.string().optional(),
  connectorLabel: z.string().optional(),
  /** The bulk job that did it to the flow or, without a flow, that it is about. */
  bulkJobId: z.string().optional(),
  isRoutine: z.boolean(),
});
export type ActivityRow = z.infer<typeof ActivityRow>;

/** `GET /api/activity`: events before `before` or after `after` (ids), the newest first. */
export const ActivityPage = z.object({
  rows: z.array(ActivityRow),
  /** Where to go on, as `before`; not there when all that match were told. */
  next: z.number().optional(),
  /** Up to when a search that found little has looked back; `next` goes on from there. */
  lookedBackTo: z.number().optional(),
  /** The newest event of the world, whatever the filter: what comes after it is new. */
  head: z.number(),
  asOf: z.number(),
});
export type ActivityPage = z.infer<typeof ActivityPage>;

/** How the ended runs of an hour went; `hour` is when it began. */
export const RunHour = z.object({
  hour: z.number(),
  successful: z.number(),
  failed: z.number(),
  canceled: z.number(),
});
export type RunHour = z.infer<typeof RunHour>;

/** Something worth a name and colour of its own, so that nobody stops the wrong one. */
export const worldColors = ['red', 'orange', 'green', 'blue', 'violet', 'grey'] as const;

export const WorldSettings = z.object({
  name: z.string().trim().min(1).max(40).optional(),
  color: z.enum(worldColors).optional(),
  /** Whether the console asks for a reason before it stops or starts a flow. */
  reasonRequired: z.boolean(),
});
export type WorldSettings = z.infer<typeof WorldSettings>;
export const usualSettings: WorldSettings = { reasonRequired: false };

/** `GET /api/worlds`: the worlds for which people have set something; `PUT /api/worlds` sets one, which its headers name. */
export const WorldsRead = z.object({ worlds: z.array(World.extend(WorldSettings.shape)) });
export type WorldsRead = z.infer<typeof WorldsRead>;
