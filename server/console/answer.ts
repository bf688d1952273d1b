import { z } from 'zod';
import { defaultWorld, FlowsQuery, type Viewer, World } from '@/contract/console';
import { isApiException } from '@/contract/errors';
import { readFlowDetail } from './flow-detail';
import { readFlowsPage } from './flows-page';
import { openLiveStream } from './live-stream';
import { checkMayRead, isSignedIn, viewerOf } from './viewer';

/** The world that a read is of, in its query string. */
export const WorldQuery = z.object({
  account: World.shape.account.default(defaultWorld.account),
  region: World.shape.region.default(defaultWorld.region),
});

/** Answers `GET /api/flows`: 400 with a message for a query that is not one. */
export function answerFlows(request: Request): Promise<Response> {
  return answer(request, async (viewer) => {
    const read = FlowsQuery.extend(WorldQuery.shape).safeParse(searchOf(request));
    if (!read.success) {
      return refusal(400, z.prettifyError(read.error));
    }
    const { account, region, ...query } = read.data;
    return fresh(await readFlowsPage(viewer, { account, region }, query));
  });
}

/** Answers `GET /api/flows/NAME`: 404 when no flow of that name ever existed in this world. */
export function answerFlow(request: Request, flowName: string): Promise<Response> {
  return answer(request, async (viewer) => {
    const read = WorldQuery.safeParse(searchOf(request));
    if (!read.success) {
      return refusal(400, z.prettifyError(read.error));
    }
    const detail = await readFlowDetail(viewer, read.data, flowName);
    return detail ? fresh(detail) : refusal(404, `There is no flow ${flowName}.`);
  });
}

/** Lets a read model answer whoever asks: 401 for who is not signed in, 403 for another account. */
async function answer(
  request: Request,
  read: (viewer: Viewer) => Response | Promise<Response>,
): Promise<Response> {
  try {
    const viewer = viewerOf(request.headers);
    return isSignedIn(viewer) ? await read(viewer) : refusal(401, 'Nobody is signed in.');
  } catch (error) {
    if (isApiException(error) && error.name === 'AccessDeniedException') {
      return refusal(403, error.message);
    }
    throw error;
  }
}

function refusal(status: number, message: string): Response {
  return Response.json({ message }, { status });
}

const EventsQuery = WorldQuery.extend({ after: z.coerce.number().int().min(0).optional() });

/**
 * Answers `GET /api/events` with a stream that goes on from `Last-Event-ID` or `?after=`, see contract/live.ts: 400 with a message for
 * a query that is not one, 503 when too many streams are open.
 */
export function answerEvents(request: Request): Promise<Response> {
  return answer(request, (viewer) => {
    const resumed = request.headers.get('last-event-id');
    const read = EventsQuery.safeParse({ ...searchOf(request), ...(resumed && { after: resumed }) });
    if (!read.success) {
      return refusal(400, z.prettifyError(read.error));
    }
    const { after, ...world } = read.data;
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

export function searchOf(request: Request): Record<string, string> {
  return Object.fromEntries(new URL(request.url).searchParams);
}

/** An answer that no cache keeps. */
export function fresh(body: object): Response {
  return Response.json(body, { headers: { 'cache-control': 'no-store' } });
}
