import type { EventRow } from '@/contract/console';

/** What events are narrowed to. Times are epoch milliseconds, `from` included, `to` not. */
export interface EventFilter {
  flowName?: string;
  flowNamePrefix?: string;
  operation?: string;
  outcome?: EventRow['outcome'];
  errorName?: string;
  connectorProfileName?: string;
  connectorLabel?: string;
  bulkJobId?: string;
  actor?: string;
  via?: string;
  requestId?: string;
  from?: number;
  to?: number;
  /** Also runs that began or ended and changed no status. */
  withRoutine: boolean;
}
