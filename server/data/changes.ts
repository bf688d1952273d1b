import type { World } from '@/contract/console';
import type { Decision } from '../domain/decide';
import type { ExecutionChange, Flow, FlowDefinition } from '../domain/flow';
import type { Submission } from './data';
import { flowColumns } from './flow-rows';
import type { Row, Statements } from './statements';

/** The API keeps a client token for eight hours. */
const TOKEN_LIFE_MS = 8 * 60 * 60 * 1_000;

interface ChangedFlow {
  flow: Flow;
  definition?: FlowDefinition;
  /** What the database has of the flow, nothing when it is new. */
  before: Flow | undefined;
}

/** What a batch saves, in one transaction. */
export interface Changes {
  flows: Map<string, ChangedFlow>;
  executions: (ExecutionChange & { flowId: string; at: number })[];
  events: Row[];
  answers: (World & { operation: string; token: string; parametersHash: string; answer: string })[];
}

export function emptyChanges(): Changes {
  return { flows: new Map(), executions: [], events: [], answers: [] };
}

/** Adds a flow's new state; what an earlier command of the batch changed in it is kept where this one is silent. */
export function addFlow(
  changes: Changes,
  flow: Flow,
  definition: FlowDefinition | undefined,
  before: Flow | undefined,
): void {
  const earlier = changes.flows.get(flow.id);
  changes.flows.set(flow.id, {
    flow,
    definition: definition ?? earlier?.definition,
    before: earlier ? earlier.before : before,
  });
}

/** The event row that tells of a command and what became of it. */
export function eventOf(
  { world, flowName, command, caller, requestId }: Submission<unknown>,
  before: Flow | undefined,
  decision: Decision | { outcome: 'unchanged'; flow: Flow | undefined },
  now: number,
): Row {
  const refused = decision.outcome === 'refused' ? decision : undefined;
  const after = decision.outcome === 'refused' ? before : decision.flow;
  return {
    at: now,
    account: world.account,
    region: world.region,
    flowName,
    flowId: (after ?? before)?.id ?? null,
    operation: command.operation,
    outcome: decision.outcome,
    errorName: refused?.exceptionName ?? null,
    errorMessage: refused?.message ?? null,
    beforeStatus: before?.flowStatus ?? null,
    afterStatus: after?.flowStatus ?? null,
    executionId: executionIdOf(decision),
    actor: caller.actor,
    via: caller.via,
    reason: caller.reason ?? null,
    requestId,
  };
}

function executionIdOf(decision: Decision | { outcome: 'unchanged'; flow: Flow | undefined }): string | null {
  const change = 'executionChange' in decision ? decision.executionChange : undefined;
  switch (change?.kind) {
    case 'started':
      return change.execution.executionId;
    case 'ended':
      return change.executionId;
    default:
      return null;
  }
}

/** Saves a batch; to be called in a transaction. */
export function saveChanges(
  statements: Statements,
  { flows, executions, events, answers }: Changes,
  now: number,
): void {
  const states = [...flows.values()].map(({ flow, definition, before }) => {
    const row = flowColumns(flow);
    return { before, row: definition ? { ...row, definition: JSON.stringify(definition) } : row };
  });
  // Deleted names are freed before new flows take them.
  for (const { row, before } of states) {
    if (before) {
      statements.update('Flow', 'id', before.id, changedColumns(flowColumns(before), row));
    }
  }
  for (const { row, before } of states) {
    if (!before) {
      statements.insert('Flow', row);
    }
  }
  for (const change of executions) {
    saveExecution(statements, change);
  }
  for (const event of events) {
    statements.insert('Event', event);
  }
  if (answers.length > 0) {
    statements.run('DELETE FROM "ClientToken" WHERE expiresAt <= ?', now);
  }
  for (const answer of answers) {
    statements.insert('ClientToken', { ...answer, expiresAt: now + TOKEN_LIFE_MS });
  }
}

/** What need not be written is left out, above all columns with an index: updating a flow's every column takes ten times as long. */
function changedColumns(before: Row, after: Row): Row {
  return Object.fromEntries(Object.entries(after).filter(([column, value]) => before[column] !== value));
}

function saveExecution(statements: Statements, change: Changes['executions'][number]): void {
  const { flowId, at } = change;
  switch (change.kind) {
    case 'started':
      statements.insert('Execution', {
        executionId: change.execution.executionId,
        flowId,
        executionStatus: 'InProgress',
        startedAt: at,
        lastUpdatedAt: at,
        endsAt: change.execution.endsAt,
        plan: JSON.stringify(change.execution.plan),
      });
      break;
    case 'ended':
      statements.update('Execution', 'executionId', change.executionId, {
        executionStatus: change.result.executionStatus,
        lastUpdatedAt: at,
        bytesProcessed: change.result.bytesProcessed,
        bytesWritten: change.result.bytesWritten,
        recordsProcessed: change.result.recordsProcessed,
        message: change.result.message ?? null,
      });
      break;
    case 'canceled':
      statements.run(
        `UPDATE "Execution" SET executionStatus = 'Canceled', lastUpdatedAt = ?
         WHERE flowId = ? AND executionStatus = 'InProgress'`,
        at,
        flowId,
      );
      break;
  }
}
