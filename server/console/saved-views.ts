import { z } from 'zod';
import type { Viewer, World } from '@/contract/console';
import { ApiException, type ExceptionName } from '@/contract/errors';
import { givenViews, type SavedView, type ViewChange } from '@/contract/saved-views';
import { services, type Services } from '../context';
import type { Caller } from '../domain/flow';
import { answerRead, fresh } from './answer';
import { checkMayRead } from './viewer';

/** The views of a world, those that are always there first. Throws what checkMayRead throws. */
export function readViews(viewer: Viewer, world: World): SavedView[] {
  checkMayRead(viewer, world);
  return viewsOf(world);
}

function viewsOf(world: World): SavedView[] {
  return [...givenViews, ...services().data.savedViews.list(world)];
}

/** Answers `GET /api/views`. */
export function answerViews(request: Request): Promise<Response> {
  return answerRead(request, z.unknown(), (viewer, world) => fresh({ views: readViews(viewer, world) }));
}

/**
 * Changes a view and answers with all of them. Throws ConflictException where a name is taken or always there,
 * ResourceNotFoundException where there is no such view, ServiceQuotaExceededException where there are too many.
 */
export function changeView(
  { world, caller }: { world: World; caller: Caller },
  change: ViewChange,
): Promise<{ views: SavedView[] }> {
  const isGiven = (name: string) => givenViews.some((view) => view.name === name);
  if (isGiven(change.name) || (change.action === 'rename' && isGiven(change.to))) {
    throw new ApiException('ConflictException', 'This view is always there, and stays as it is.');
  }
  const { data, clock } = services();
  const outcome = data.savedViews.change(world, change, caller.actor, clock.now());
  if (outcome !== 'done') {
    throw new ApiException(...refusals[outcome]);
  }
  return Promise.resolve({ views: viewsOf(world) });
}

type Outcome = ReturnType<Services['data']['savedViews']['change']>;

const refusals: Record<Exclude<Outcome, 'done'>, [name: ExceptionName, message: string]> = {
  'name-taken': ['ConflictException', 'There is a view of this name already.'],
  'no-such-view': ['ResourceNotFoundException', 'There is no view of this name any more.'],
  'too-many': ['ServiceQuotaExceededException', 'There are too many views: delete one first.'],
};

/** The view of a name in a world. */
export function findView(viewer: Viewer, world: World, name: string | null): SavedView | undefined {
  return name === null ? undefined : readViews(viewer, world).find((view) => view.name === name);
}
