import type { StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { ActivityRow } from '@/contract/activity';
import type { EventRow } from '@/contract/console';

export const outcomeWords: Record<EventRow['outcome'], string> = {
  changed: 'Changed',
  unchanged: 'Unchanged',
  refused: 'Refused',
};

export const outcomeKinds: Record<EventRow['outcome'], StatusIndicatorProps.Type> = {
  changed: 'success',
  unchanged: 'info',
  refused: 'error',
};

/** What Sluice does by itself goes by words; the API's operations keep the names that people find in CloudTrail. */
const ownOperations = new Map([
  ['StartExecution', 'Run started'],
  ['EndExecution', 'Run ended'],
  ['ChangeStatus', 'Status changed'],
  ['StartAgain', 'Started again'],
  ['ImportFlow', 'Imported'],
  ['SimulateExecutions', 'Simulation set'],
  ['CreateBulkJob', 'Bulk action begun'],
  ['CancelBulkJob', 'Bulk action canceled'],
  ['ChangeWorld', 'Settings changed'],
]);

/** "StopFlow", or "Run ended" for what no client asks for. */
export function operationInWords(operation: string): string {
  return ownOperations.get(operation) ?? operation;
}

/** "Active → Suspended", or the one status that there is; undefined for an event that is about no flow. */
export function statusesInWords({
  beforeStatus,
  afterStatus,
}: Pick<EventRow, 'beforeStatus' | 'afterStatus'>): string | undefined {
  if (beforeStatus === undefined || afterStatus === undefined) return afterStatus ?? beforeStatus;
  return beforeStatus === afterStatus ? beforeStatus : `${beforeStatus} → ${afterStatus}`;
}

/** What an event is about, where that is no flow: "connector profile crm". */
export function aboutInWords({ connectorProfileName, connectorLabel, bulkJobId }: ActivityRow): string {
  if (bulkJobId !== undefined) return 'bulk action';
  if (connectorProfileName !== undefined) return `connector profile ${connectorProfileName}`;
  return connectorLabel === undefined ? 'this account and region' : `connector ${connectorLabel}`;
}
