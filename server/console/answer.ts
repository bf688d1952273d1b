import { z } from 'zod';
import { defaultWorld, OlderRunsQuery, type Viewer, World } from '@/contract/console';
import { isApiException } from '@/contract/errors';
import { filterProperties, readFlowsQuery } from '@/contract/flows-query';
import { services } from '../context';
import { readFlowDetail, readOlderRuns } from './flow-detail';
import { readFlowsPage } from './flows-page';
import { openLiveStream } from './live-stream';
import { checkMayRead, isSignedIn, viewerOf } from './viewer';

const WorldQuery = z.object({
  account: World.shape.account.default(defaultWorld.account),
  region: World.shape.region.default(defaultWorld.region),
});

/** Answers `GET /api/flows`: 400 with a message for a query that is not one. */
export function answerFlows(request: Request): Promise<Response> {
  return answerRead(request, z.unknown(), async (viewer, world) => {
    const { query, senseless } = readFlowsQuery(new URL(request.url).searchParams);
    return senseless.length > 0
      ? refusal(400, `This makes no sense to the list: ${senseless.map(({ name }) => name).join(', ')}.`)
      : fresh(await readFlowsPage(viewer, world, query));
  });
}

const ValuesQuery = z.object({
  property: z.enum(Object.keys(filterProperties) as [keyof typeof filterProperties]),
  key: z.string().max(128).optional(),
  text: z.string().max(256).default(''),
});

/** Answers `GET /api/flow-values`: values to filter by. 400 with a message for a query that is not one. */
export function answerFlowValues(request: Request): Promise<Response> {
  return answerRead(request, ValuesQuery, (viewer, world, { property, key, text }) => {
    checkMayRead(viewer, world);
    return fresh({ values: services().data.flows.values(world, property, key, text) });
  });
}

/** Answers `GET /api/flows/NAME`: 404 when no flow of that name ever existed in this world. */
export function answerFlow(request: Request, flowName: string): Promise<Response> {
  return answerRead(request, z.object({}), async (viewer, world) => {
    const detail = await readFlowDetail(viewer, world, flowName);
    return detail ? fresh(detail) : refusal(404, `There is no flow ${flowName}.`);
  });
}

/** Answers `GET /api/flows/NAME/runs`: 400 with a message for a query that is not one. */
export function answerOlderRuns(request: Request, flowName: string): Promise<Response> {
  return answerRead(request, OlderRunsQuery, async (viewer, world, place) =>
    fresh(await readOlderRuns(viewer, world, flowName, place)),
  );
}

/**
 * Answers a read of the world that account and region in the query string name: 400 with a message for a query that is not one, 401
 * for who is not signed in, 403 for another account.
 */
export async function answerRead<Query>(
  request: Request,
  schema: z.ZodType<Query>,
  read: (viewer: Viewer, world: World, query: Query) => Response | Promise<Response>,
): Promise<Response> {
  const viewer = viewerOf(request.headers);
  if (!isSignedIn(viewer)) {
    return refusal(401, 'Nobody is signed in.');
  }
  const { account, region, ...search } = Object.fromEntries(new URL(request.url).searchParams);
  const world = WorldQuery.safeParse({ account, region });
  const query = schema.safeParse(search);
  if (!world.success || !query.success) {
    const errors = [world.error, query.error].filter((error) => error !== undefined);
    return refusal(400, errors.map((error) => z.prettifyError(error)).join('\n'));
  }
  try {
    return await read(viewer, world.data, query.data);
  } catch (error) {
    if (isApiException(error) && error.name === 'AccessDeniedException') {
      return refusal(403, error.message);
    }
    throw error;
  }
}

/** A refusal with a message for people. */
export function refusal(status: number, message: string): Response {
  return Response.json({ message }, { status });
}

const EventsQuery = z.object({ after: z.coerce.number().int().min(0).optional() });

/**
 * Answers `GET /api/events` with a stream that goes on from `Last-Event-ID` or `?after=`, see contract/live.ts: 400 with a message for
 * a query that is not one, 503 when too many streams are open.
 */
export function answerEvents(request: Request): Promise<Response> {
  const resumed = request.headers.get('last-event-id');
  const Resumed = z.preprocess(
    (search) => (resumed && typeof search === 'object' ? { ...search, after: resumed } : search),
    EventsQuery,
  );
  return answerRead(request, Resumed, (viewer, world, { after }) => {
    checkMayRead(viewer, world);
    // A stream ends with the session that it was opened in.
    const stream = openLiveStream(world, after, () => isSignedIn(viewerOf(request.headers)));
    if (!stream) {
      return Response.json(
        { message: 'Too many streams of events are open in this process: close some, or read /api/flows.' },
        { status: 503, headers: { 'retry-after': '5', 'cache-control': 'no-store' } },
      );
    }
    return new Response(stream, {
      // What is transformed, such as compressed, is held back until there is enough of it.
      headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store, no-transform' },
    });
  });
}

/** An answer that no cache keeps. */
export function fresh(body: object): Response {
  return Response.json(body, { headers: { 'cache-control': 'no-store' } });
}
