import { z } from 'zod';
import { ActivityQuery, recentSpans, type ActivityPage } from '@/contract/activity';
import type { Viewer, World } from '@/contract/console';
import { services } from '../context';
import type { EventFilter } from '../domain/event-filter';
import { answerRead, fresh } from './answer';
import { csvLine, jsonLine } from './activity-lines';
import { checkMayRead } from './viewer';

const ROWS = 50;
/** New events are told one by one up to here; when there are more, the page is read anew. */
const NEW_ROWS = 100;

const Id = z.coerce.number().int().min(0).optional();
/** The page drops what it does not know of its address, but who asks for less than all must not get all. */
const strict = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `This makes no sense to the activity: ${issue.keys.join(', ')}.`
        : undefined,
  });
const ExportQuery = strict(ActivityQuery.shape);
const PageQuery = strict({ ...ActivityQuery.shape, before: Id, after: Id });

/** The events of a world that a query asks for: before an id, after one, or the newest. */
export async function readActivity(
  viewer: Viewer,
  world: World,
  query: ActivityQuery,
  { before, after }: { before?: number; after?: number } = {},
): Promise<ActivityPage> {
  checkMayRead(viewer, world);
  const { data, clock } = services();
  const asOf = clock.now();
  // Asked first: what is written in between is told as new once more rather than never.
  const head = await data.events.newest(world);
  const limit = after === undefined ? ROWS : NEW_ROWS;
  const found = await data.events.search(world, filterOf(query, asOf), { before, after }, limit);
  return { rows: found.events, next: found.next, lookedBackTo: found.lookedBackTo, head, asOf };
}

/** Answers `GET /api/activity`: 400 with a message for a query that is not one, or that has a filter which there is not. */
export function answerActivity(request: Request): Promise<Response> {
  return answerRead(request, PageQuery, async (viewer, world, { before, after, ...query }) =>
    fresh(await readActivity(viewer, world, query, { before, after })),
  );
}

const kinds = {
  csv: { type: 'text/csv; charset=utf-8; header=present', line: csvLine, head: csvLine() },
  jsonl: { type: 'application/jsonl; charset=utf-8', line: jsonLine, head: '' },
};

/** Answers `GET /api/activity.csv` and `.jsonl`: all events that match, the newest first, read as fast as they are taken. */
export function answerActivityExport(request: Request, kind: keyof typeof kinds): Promise<Response> {
  return answerRead(request, ExportQuery, (viewer, world, query) => {
    checkMayRead(viewer, world);
    return exportOf(world, query, kind);
  });
}

function exportOf(world: World, query: ActivityQuery, kind: keyof typeof kinds): Response {
  const { data, clock } = services();
  const { type, line, head } = kinds[kind];
  const batches = data.events.all(world, filterOf(query, clock.now()))[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      if (head !== '') controller.enqueue(encoder.encode(head));
    },
    async pull(controller) {
      for (;;) {
        const batch = await batches.next();
        if (batch.done === true) {
          controller.close();
          return;
        }
        if (batch.value.length > 0) {
          controller.enqueue(
            encoder.encode(batch.value.map((event) => line({ ...event, ...world })).join('')),
          );
          return;
        }
      }
    },
    async cancel() {
      await batches.return?.();
    },
  });
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="sluice-activity-${world.account}-${world.region}.${kind}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}

function filterOf(query: ActivityQuery, now: number): EventFilter {
  const {
    flow,
    operation,
    outcome,
    exception,
    profile,
    connector,
    job,
    who,
    via,
    requestId,
    since,
    from,
    to,
    runs,
  } = query;
  const isPrefix = flow?.endsWith('*');
  return {
    ...(isPrefix ? { flowNamePrefix: flow?.slice(0, -1) } : { flowName: flow }),
    operation,
    outcome,
    errorName: exception,
    connectorProfileName: profile,
    connectorLabel: connector,
    bulkJobId: job,
    actor: who,
    via,
    requestId,
    from: since ? now - recentSpans[since] : from === undefined ? undefined : Date.parse(from),
    to: since === undefined && to !== undefined ? Date.parse(to) : undefined,
    withRoutine: runs === 'shown',
  };
}
