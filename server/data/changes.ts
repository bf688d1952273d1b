import type { World } from '@/contract/console';
import type { Prisma, PrismaClient } from '@/generated/prisma/client';
import type { Decision } from '../domain/decide';
import type { ExecutionChange, Flow, FlowDefinition } from '../domain/flow';
import type { Submission } from './data';
import { flowColumns } from './flow-rows';

/** The API keeps a client token for eight hours. */
const TOKEN_LIFE_MS = 8 * 60 * 60 * 1_000;

type Value = string | number | boolean | null;
type Row = Record<string, Value>;

interface ChangedFlow {
  flow: Flow;
  definition?: FlowDefinition;
  isNew: boolean;
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
export function addFlow(changes: Changes, flow: Flow, definition: FlowDefinition | undefined, isNew: boolean): void {
  const earlier = changes.flows.get(flow.id);
  changes.flows.set(flow.id, {
    flow,
    definition: definition ?? earlier?.definition,
    isNew: isNew || (earlier?.isNew ?? false),
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

/** The statements that save a batch. Rows travel as one JSON parameter a statement, so a batch of any size is a handful of statements. */
export function changeStatements(client: PrismaClient, changes: Changes, now: number): Prisma.PrismaPromise<unknown>[] {
  const changed = [...changes.flows.values()];
  const { executions } = changes;
  // Deleted names are freed before new flows take them, and runs begin before they are ended or canceled.
  return [
    update(
      client,
      'Flow',
      'id',
      changed.filter(({ isNew }) => !isNew).map(({ flow }) => flowColumns(flow)),
    ),
    update(
      client,
      'Flow',
      'id',
      changed.flatMap(({ flow, definition, isNew }) =>
        isNew || !definition ? [] : [{ id: flow.id, definition: JSON.stringify(definition) }],
      ),
    ),
    insert(
      client,
      'Flow',
      changed
        .filter(({ isNew }) => isNew)
        .map(({ flow, definition }) => ({ ...flowColumns(flow), definition: JSON.stringify(definition) })),
    ),
    insert(
      client,
      'Execution',
      executions.flatMap((change) =>
        change.kind !== 'started'
          ? []
          : [
              {
                executionId: change.execution.executionId,
                flowId: change.flowId,
                executionStatus: 'InProgress',
                startedAt: change.at,
                lastUpdatedAt: change.at,
                endsAt: change.execution.endsAt,
                plan: JSON.stringify(change.execution.plan),
              },
            ],
      ),
    ),
    update(
      client,
      'Execution',
      'executionId',
      executions.flatMap((change) =>
        change.kind !== 'ended'
          ? []
          : [
              {
                executionId: change.executionId,
                executionStatus: change.result.executionStatus,
                lastUpdatedAt: change.at,
                bytesProcessed: change.result.bytesProcessed,
                bytesWritten: change.result.bytesWritten,
                recordsProcessed: change.result.recordsProcessed,
                message: change.result.message ?? null,
              },
            ],
      ),
    ),
    ...executions.flatMap((change) =>
      change.kind !== 'canceled'
        ? []
        : [
            client.execution.updateMany({
              where: { flowId: change.flowId, executionStatus: 'InProgress' },
              data: { executionStatus: 'Canceled', lastUpdatedAt: new Date(change.at) },
            }),
          ],
    ),
    insert(client, 'Event', changes.events),
    ...(changes.answers.length === 0
      ? []
      : [
          client.clientToken.deleteMany({ where: { expiresAt: { lte: new Date(now) } } }),
          insert(
            client,
            'ClientToken',
            changes.answers.map((answer) => ({ ...answer, expiresAt: now + TOKEN_LIFE_MS })),
          ),
        ]),
  ].filter((statement) => statement !== undefined);
}

/** Raw, because Prisma's own createMany is half as fast: measured in docs/decisions. Every row has the first one's columns. */
function insert(client: PrismaClient, table: string, rows: Row[]): Prisma.PrismaPromise<number> | undefined {
  const columns = Object.keys(rows[0] ?? {});
  return columns.length === 0
    ? undefined
    : client.$executeRawUnsafe(
        `INSERT INTO "${table}" (${columns.map((column) => `"${column}"`).join(', ')})
         SELECT ${columns.map((_, index) => value(index)).join(', ')} FROM json_each(?) AS row`,
        asParameter(rows),
      );
}

/** Prisma has no update of many rows to different values. */
function update(
  client: PrismaClient,
  table: string,
  id: string,
  rows: Row[],
): Prisma.PrismaPromise<number> | undefined {
  const columns = Object.keys(rows[0] ?? {});
  return columns.length === 0
    ? undefined
    : client.$executeRawUnsafe(
        `UPDATE "${table}" SET ${columns.map((column, index) => `"${column}" = ${value(index)}`).join(', ')}
         FROM json_each(?) AS row WHERE "${table}"."${id}" = ${value(columns.indexOf(id))}`,
        asParameter(rows),
      );
}

function value(index: number): string {
  return `row.value ->> '$[${index}]'`;
}

function asParameter(rows: Row[]): string {
  return JSON.stringify(rows.map((row) => Object.values(row)));
}
