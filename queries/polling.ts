import type { Query } from '@tanstack/react-query';
import { liveState } from './live-state';

/** How often what is on screen is read again, in milliseconds, while changes are not told by themselves. */
export const pollMs = 2_000;

/** For `refetchInterval`: never while the stream of changes is open, unless the last read failed. */
export function pollWhenNotLive({ state: { status } }: Pick<Query, 'state'>): number | false {
  return liveState() === 'live' && status !== 'error' ? false : pollMs;
}

/** For `staleTime`: what the server has put into a page may be older than the stream, so it is read once more when it is shown. */
export function staleUnlessPolled(): number {
  return liveState() === 'live' ? 0 : pollMs;
}
