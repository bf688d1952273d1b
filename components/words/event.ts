import type { StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { ActivityRow } from '@/contract/activity';
import type { EventRow } from '@/contract/console';
import { written } from './written';

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

/** What was done, and what was tried when it was refused; `…` stands for what it is about. */
const deeds = new Map<string, [done: string, refused: string]>([
  ['CreateFlow', ['created …', 'create …']],
  ['UpdateFlow', ['updated …', 'update …']],
  ['DeleteFlow', ['deleted …', 'delete …']],
  ['StartFlow', ['started …', 'start …']],
  ['StopFlow', ['stopped …', 'stop …']],
  ['CancelFlowExecutions', ['canceled runs of …', 'cancel runs of …']],
  ['TagResource', ['tagged …', 'tag …']],
  ['UntagResource', ['untagged …', 'untag …']],
  ['CreateConnectorProfile', ['created …', 'create …']],
  ['UpdateConnectorProfile', ['updated …', 'update …']],
  ['DeleteConnectorProfile', ['deleted …', 'delete …']],
  ['RegisterConnector', ['registered …', 'register …']],
  ['UpdateConnectorRegistration', ['updated …', 'update …']],
  ['UnregisterConnector', ['unregistered …', 'unregister …']],
  ['StartExecution', ['began a run of …', 'begin a run of …']],
  ['EndExecution', ['ended a run of …', 'end a run of …']],
  ['ChangeStatus', ['set the status of …', 'set the status of …']],
  ['StartAgain', ['started … again', 'start … again']],
  ['ImportFlow', ['imported …', 'import …']],
  ['SimulateExecutions', ['set the simulation of …', 'set the simulation of …']],
  ['CreateBulkJob', ['began the bulk action …', 'begin the bulk action …']],
  ['CancelBulkJob', ['canceled the bulk action …', 'cancel the bulk action …']],
  ['ChangeWorld', ['changed the settings of …', 'change the settings of …']],
]);

type Told = Pick<
  ActivityRow,
  'operation' | 'outcome' | 'reason' | 'detail' | 'bulkJobId' | 'flowName' | 'beforeStatus' | 'afterStatus'
>;

/** What the service does to a flow is told by what becomes of the flow. */
function deedOf({ operation, beforeStatus, afterStatus }: Told): [done: string, refused: string] {
  const isAnother = afterStatus !== undefined && beforeStatus !== afterStatus;
  const [done, refused] = deeds.get(operation) ?? [`did ${operation} on …`, `do ${operation} on …`];
  if (operation === 'EndExecution' && isAnother) return ['suspended … because its runs failed', refused];
  return [operation === 'ChangeStatus' && isAnother ? `set … to ${afterStatus}` : done, refused];
}

/**
 * What somebody did, after their name: what stands before and after what it is about. "stopped" orders ": INC-1", "tried to start"
 * orders, "tagged" orders ", which changed nothing".
 */
export function deedInWords(event: Told): [before: string, after: string] {
  const { outcome, reason } = event;
  const [done, refused] = deedOf(event);
  const [before = '', after = ''] = (outcome === 'refused' ? `tried to ${refused}` : done).split('…');
  // Of a bulk action the detail says which one it is.
  const detail = isAboutBulkJob(event) ? undefined : event.detail;
  const because = [reason, detail].flatMap((text) => (text === undefined ? [] : written(text))).join(' · ');
  return [
    before.trim(),
    `${after}${outcome === 'unchanged' ? ', which changed nothing' : ''}${because === '' ? '' : `: ${because}`}`,
  ];
}

function isAboutBulkJob({ flowName, bulkJobId }: Pick<ActivityRow, 'flowName' | 'bulkJobId'>): boolean {
  return flowName === undefined && bulkJobId !== undefined;
}

/** "Active → Suspended", or the one status that there is; undefined for an event that is about no flow. */
export function statusesInWords({
  beforeStatus,
  afterStatus,
}: Pick<EventRow, 'beforeStatus' | 'afterStatus'>): string | undefined {
  if (beforeStatus === undefined || afterStatus === undefined) return afterStatus ?? beforeStatus;
  return beforeStatus === afterStatus ? beforeStatus : `${beforeStatus} → ${afterStatus}`;
}

/** What an event is about: "orders", "connector profile crm"; of a bulk action what it does, "stop 2 flows". */
export function aboutInWords(event: ActivityRow): string {
  const { flowName, connectorProfileName, connectorLabel, detail } = event;
  if (flowName !== undefined) return flowName;
  if (isAboutBulkJob(event)) return detail ?? 'on flows';
  if (connectorProfileName !== undefined) return `connector profile ${connectorProfileName}`;
  return connectorLabel === undefined ? 'this account and region' : `connector ${connectorLabel}`;
}
