import type { FlowRow } from '@/contract/console';
import { type FlowFilter, type FlowsQuery, statusesIn, timeOf } from '@/contract/flows-query';

/** Whether a flow is one that a list's filters ask for at `now` (epoch milliseconds): the server's rules, said once more for a row. */
export function matches({ filters }: Pick<FlowsQuery, 'filters'>, flow: FlowRow, now: number): boolean {
  const showsDeleted = statusesIn(filters).includes('deleted');
  return (showsDeleted || flow.standing !== 'deleted') && filters.every((filter) => meets(filter, flow, now));
}

function meets(filter: FlowFilter, flow: FlowRow, now: number): boolean {
  switch (filter.operator) {
    case '=':
      return isOneOf(filter, flow);
    case '!=':
      return !isOneOf(filter, flow);
    case '~':
      return contains(filter, flow);
    case '!~':
      return !contains(filter, flow);
    case 'from':
    case 'to':
      return isOnSide(filter, flow, now);
  }
}

function isOneOf(filter: FlowFilter, flow: FlowRow): boolean {
  return textsOf(filter, flow).some((text) => filter.values.includes(text));
}

function contains(filter: FlowFilter, flow: FlowRow): boolean {
  return textsOf(filter, flow).some((text) => lower(text).includes(lower(filter.values[0] ?? '')));
}

function isOnSide(
  { property, operator, values: [value = ''] }: FlowFilter,
  flow: FlowRow,
  now: number,
): boolean {
  const at = timeIn(property, flow);
  const end = timeOf(value, now);
  if (at === undefined || end === undefined) return false;
  return operator === 'from' ? at >= end : at < end;
}

function timeIn(property: FlowFilter['property'], flow: FlowRow): number | undefined {
  switch (property) {
    case 'lastRun':
      return flow.lastExecution?.at;
    case 'nextRun':
      return flow.nextRunAt;
    case 'until':
      return flow.startsAgainAt;
    case 'created':
      return flow.createdAt;
    case 'updated':
      return flow.lastUpdatedAt;
    default:
      return undefined;
  }
}

/** The texts of a flow of which one must do. */
function textsOf({ property, key = '' }: FlowFilter, flow: FlowRow): string[] {
  const { by, reason = '' } = flow.statusChange;
  switch (property) {
    case 'q':
      return [
        [
          flow.flowName,
          flow.sourceConnector,
          flow.destinationConnector,
          by,
          reason,
          JSON.stringify(flow.tags),
        ].join('\n'),
      ];
    case 'name':
      return [flow.flowName];
    case 'status':
      return flow.needsAttention ? [flow.standing, 'needs-attention'] : [flow.standing];
    case 'trigger':
      return [flow.triggerType];
    case 'source':
      return [flow.sourceConnector];
    case 'destination':
      return [flow.destinationConnector];
    case 'connector':
      return [flow.sourceConnector, flow.destinationConnector];
    case 'lastResult':
      return [flow.lastExecution?.executionStatus ?? 'None'];
    case 'by':
      return [by];
    case 'reason':
      return [reason];
    case 'owner':
      return [flow.createdBy];
    case 'tagged':
      return Object.keys(flow.tags);
    case 'tag':
      return Object.hasOwn(flow.tags, key) ? [flow.tags[key] ?? ''] : [];
    default:
      return [];
  }
}

/** As SQLite has it: letters of English only. */
function lower(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
