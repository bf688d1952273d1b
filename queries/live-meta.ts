import type { LiveEvent } from '@/contract/live';

declare module '@tanstack/react-query' {
  interface Register {
    queryMeta: {
      /** Within how many milliseconds an event has the query read anew, given what it has read; undefined when it does not. */
      concerns?: (event: LiveEvent, data: unknown) => number | undefined;
    };
  }
}
