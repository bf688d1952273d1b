import type { EventRow } from '@/contract/console';

/** What events are narrowed to. Times are epoch milliseconds, `from` included, `to` not. */
export interface EventFilter {
  flowName?: string;
  flowNamePrefix?: string;
  operation?: string;
  outcome?: EventRow['outcome'];
  errorName?: string;
  actor?: string;
  via?: string;
  /** Without what the service did by itself. */
  byPeople?: boolean;
  requestId?: string;
  from?: number;
  to?: number;
  /** Also runs that began or ended and changed no status. */
  withRoutine: boolean;
}
