import { z } from 'zod';
import type { Viewer, World } from '@/contract/console';
import { givenViews, type SavedView, ViewChange } from '@/contract/saved-views';
import { services, type Services } from '../context';
import { answerRead, fresh, refusal } from './answer';
import { checkMayRead } from './viewer';

/** The views of a world, those that are always there first. Throws what checkMayRead throws. */
export function readViews(viewer: Viewer, world: World): SavedView[] {
  checkMayRead(viewer, world);
  return [...givenViews, ...services().data.savedViews.list(world)];
}

/** Answers `GET /api/views`. */
export function answerViews(request: Request): Promise<Response> {
  return answerRead(request, z.unknown(), (viewer, world) => fresh({ views: readViews(viewer, world) }));
}

const refusals: Record<
  Exclude<ReturnType<Services['data']['savedViews']['change']>, 'done'>,
  [status: number, message: string]
> = {
  'name-taken': [409, 'There is a view of this name already.'],
  'no-such-view': [404, 'There is no view of this name any more.'],
  'too-many': [409, 'There are too many views: delete one first.'],
};

/** Answers `POST /api/views`, which changes one and answers with all of them; from pages of this server only, as JSON. */
export function answerViewChange(request: Request): Promise<Response> {
  return answerRead(request, z.unknown(), async (viewer, world) => {
    checkMayRead(viewer, world);
    if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '')) {
      return refusal(415, 'A change of a view is JSON.');
    }
    const read = ViewChange.safeParse(await request.json().catch(() => undefined));
    if (!read.success) {
      return refusal(400, z.prettifyError(read.error));
    }
    const isGiven = (name: string) => givenViews.some((view) => view.name === name);
    if (isGiven(read.data.name) || (read.data.action === 'rename' && isGiven(read.data.to))) {
      return refusal(409, 'This view is always there, and stays as it is.');
    }
    const { data, clock } = services();
    const outcome = data.savedViews.change(world, read.data, actorOf(viewer, request), clock.now());
    return outcome === 'done' ? fresh({ views: readViews(viewer, world) }) : refusal(...refusals[outcome]);
  });
}

const actorLimit = 128;

/** Who says so: believed from pages of this server only, as everywhere. */
function actorOf(viewer: Viewer, { headers }: Request): string {
  if (viewer.auth === 'strict') {
    return viewer.session?.name ?? 'anonymous';
  }
  const said = headers.get('sec-fetch-site') === 'same-origin' ? headers.get('x-sluice-actor') : null;
  try {
    const name = decodeURIComponent(said ?? '')
      .replace(/\p{Cc}+/gu, ' ')
      .trim();
    return Array.from(name).slice(0, actorLimit).join('') || 'anonymous';
  } catch {
    return 'anonymous';
  }
}

/** The view of a name in a world. */
export function findView(viewer: Viewer, world: World, name: string | null): SavedView | undefined {
  return name === null ? undefined : readViews(viewer, world).find((view) => view.name === name);
}
