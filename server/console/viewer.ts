import type { Viewer, World } from '@/contract/console';
import { ApiException } from '@/contract/errors';
import { services } from '../context';
import { sessionTokenOf } from '../domain/session-cookie';

/** Who sent a request with these headers. */
export function viewerOf(headers: Pick<Headers, 'get'>): Viewer {
  const { data, clock } = services();
  return data.access
    ? {
        auth: 'strict',
        session: data.access.sessions.find(sessionTokenOf(headers.get('cookie')), clock.now()),
      }
    : { auth: 'open' };
}

/** Whether somebody may come in at all: in open mode everybody. */
export function isSignedIn(viewer: Viewer): boolean {
  return viewer.auth === 'open' || viewer.session !== undefined;
}

/** Throws MissingAuthenticationTokenException or AccessDeniedException for who may not read this world. */
export function checkMayRead(viewer: Viewer, { account }: World): void {
  if (viewer.auth === 'open') {
    return;
  }
  if (!viewer.session) {
    throw new ApiException('MissingAuthenticationTokenException', 'Nobody is signed in.');
  }
  if (viewer.session.account !== account) {
    throw new ApiException(
      'AccessDeniedException',
      `The console is signed in to the account ${viewer.session.account}, not ${account}.`,
    );
  }
}
