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
  /** Without what the service did by itself. */
  byPeople?: boolean;
  /** Without what bulk jobs did to each of their flows. */
  oneByOne?: boolean;
  requestId?: string;
  from?: number;
  to?: number;
  /** Also runs that began or ended and changed no status. */
  withRoutine: boolean;
}
