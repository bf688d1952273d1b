import type { ActivityRow } from '@/contract/activity';
import type { World } from '@/contract/console';
import { csvRow } from './csv';

/** An event as it is exported: with its world, which a file does not know otherwise. */
type Exported = ActivityRow & World;

const columns = [
  ['time', ({ at }) => new Date(at).toISOString()],
  ['account', ({ account }) => account],
  ['region', ({ region }) => region],
  ['flowName', ({ flowName }) => flowName],
  ['connectorProfileName', ({ connectorProfileName }) => connectorProfileName],
  ['connectorLabel', ({ connectorLabel }) => connectorLabel],
  ['operation', ({ operation }) => operation],
  ['outcome', ({ outcome }) => outcome],
  ['beforeStatus', ({ beforeStatus }) => beforeStatus],
  ['afterStatus', ({ afterStatus }) => afterStatus],
  ['who', ({ by }) => by],
  ['via', ({ via }) => via],
  ['reason', ({ reason }) => reason],
  ['detail', ({ detail }) => detail],
  ['exception', ({ errorName }) => errorName],
  ['message', ({ errorMessage }) => errorMessage],
  ['bulkJobId', ({ bulkJobId }) => bulkJobId],
  ['executionId', ({ executionId }) => executionId],
  ['requestId', ({ requestId }) => requestId],
  ['eventId', ({ id }) => String(id)],
] satisfies [name: string, value: (event: Exported) => string | undefined][];

/** A line of CSV for an event, or the one with the names of the columns. */
export function csvLine(event?: Exported): string {
  return csvRow(columns.map(([name, value]) => (event ? (value(event) ?? '') : name)));
}

/** A line of JSON for an event, with the names of the CSV's columns; what is not there is left out. */
export function jsonLine(event: Exported): string {
  return `${JSON.stringify(Object.fromEntries(columns.map(([name, value]) => [name, value(event)])))}\n`;
}
