import type { ActivityRow } from '@/contract/activity';
import type { World } from '@/contract/console';

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

/** A line of RFC 4180 for an event, or the one with the names of the columns. */
export function csvLine(event?: Exported): string {
  return `${columns.map(([name, value]) => field(event ? (value(event) ?? '') : name)).join(',')}\r\n`;
}

/** A line of JSON for an event, with the names of the CSV's columns; what is not there is left out. */
export function jsonLine(event: Exported): string {
  return `${JSON.stringify(Object.fromEntries(columns.map(([name, value]) => [name, value(event)])))}\n`;
}

/** A spreadsheet takes what begins with one of these for a formula: reasons and names are other people's words. */
function field(text: string): string {
  const harmless = /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
