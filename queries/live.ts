import { type Query, type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { World } from '@/contract/console';
import type { LiveEvent } from '@/contract/live';
import { openLiveLink } from './live-link';
import type { LiveMessage } from './live-source';
import { liveState, setLiveState } from './live-state';
import { createRefresher, type Refresher } from './refresher';

/** Keeps what is on screen of a world as it is now: each query is read anew when an event concerns it (see live-meta.ts). */
export function useLiveUpdates({ account, region }: World): void {
  const client = useQueryClient();
  useEffect(() => {
    const refresher = createRefresher(client);
    const close = openLiveLink({ account, region }, (message) => take(message, client, refresher));
    return () => {
      close();
      refresher.stop();
      setLiveState('none');
    };
  }, [client, account, region]);
}

function take(message: LiveMessage, client: QueryClient, refresher: Refresher): void {
  switch (message.kind) {
    case 'change':
      for (const query of shownQueries(client)) {
        const withinMs = withinMsOf(query, message.event);
        if (withinMs !== undefined) refresher.want(query, withinMs);
      }
      break;
    case 'ready':
      if (liveState() === 'live') break;
      setLiveState('live');
      // What was read before the stream was open may have changed since.
      readAll(client, refresher);
      break;
    case 'lost':
      if (liveState() === 'lost') break;
      setLiveState('lost');
      // The read begins to ask again and again.
      readAll(client, refresher);
      break;
    case 'reset':
      readAll(client, refresher);
      break;
  }
}

function shownQueries(client: QueryClient): Query[] {
  return client.getQueryCache().findAll({ type: 'active' });
}

function withinMsOf(query: Query, event: LiveEvent): number | undefined {
  return query.meta?.concerns?.(event, query.state.data);
}

function readAll(client: QueryClient, refresher: Refresher): void {
  for (const query of shownQueries(client)) {
    if (query.meta?.concerns !== undefined) refresher.want(query, 0);
  }
}
