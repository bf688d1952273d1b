import type Sqlite from 'better-sqlite3';
import { isRoutine } from '@/contract/activity';
import { decide } from '../domain/decide';
import type { Accepted, Subject } from '../domain/decision';
import type { ExecutionChange, ExecutionUnderWay, Flow } from '../domain/flow';
import { changesInWords } from '../domain/flow-changes';
import type { FindConnectorProfile } from './connector-matters';
import type { FlowSubmission } from './data';
import { earliest } from './earliest';
import { flowColumns, flowRowColumns, parseDefinition, toFlow, type FlowRow } from './flow-rows';
import type { Matter } from './matter';
import type { Statements } from './statements';

/** Makes the matters of flows: the flow of a name as it is, what a command makes of it, and the rows that keep that. */
export function flowMatters(
  database: Sqlite.Database,
  statements: Statements,
  findProfile: FindConnectorProfile,
) {
  const selectFlow = database.prepare<string[], FlowRow>(
    `SELECT ${flowRowColumns.join(', ')} FROM "Flow" WHERE account = ? AND region = ? AND liveName = ?`,
  );

  const selectDefinition = database
    .prepare<string[], string>('SELECT definition FROM "Flow" WHERE id = ?')
    .pluck();
  const selectExecutionsUnderWay = database.prepare<string[], ExecutionUnderWay>(
    `SELECT executionId, executionStatus FROM "Execution"
     WHERE flowId = ? AND executionStatus IN ('InProgress', 'CancelStarted') ORDER BY startedAt, executionId`,
  );
  const countFlows = database
    .prepare<string[], number>(
      'SELECT count(*) FROM "Flow" WHERE account = ? AND region = ? AND liveName IS NOT NULL',
    )
    .pluck();
  const countExecutionsUnderWay = database
    .prepare<string[], number>(
      'SELECT coalesce(sum(executionsInProgress), 0) FROM "Flow" WHERE account = ? AND region = ? AND executionsInProgress > 0',
    )
    .pluck();

  return (submission: FlowSubmission<unknown>, now: number): Matter => {
    const { world, flowName, command, caller } = submission;
    const row = selectFlow.get(world.account, world.region, flowName);
    const flow = row && toFlow(row);
    return {
      told: {
        flowName,
        flowId: flow?.id ?? null,
        beforeStatus: flow?.flowStatus ?? null,
        afterStatus: flow?.flowStatus ?? null,
      },
      takesTokenAgain: command.operation === 'StartFlow' && flow?.triggerType === 'OnDemand',
      decide() {
        const subject: Subject = {
          world,
          flowName,
          flow,
          definition: () => {
            const json = flow && selectDefinition.get(flow.id);
            return json === undefined ? undefined : parseDefinition(json);
          },
          connectorProfile: (name) => findProfile(world, name),
          executionsUnderWay: () => (flow ? selectExecutionsUnderWay.all(flow.id) : []),
          usage: () => ({
            flows: countFlows.get(world.account, world.region) ?? 0,
            executionsUnderWay: countExecutionsUnderWay.get(world.account, world.region) ?? 0,
          }),
        };
        const decision = decide(subject, command, caller, now);
        if (decision.outcome === 'refused') {
          return decision;
        }
        return {
          outcome: decision.outcome,
          answer: submission.answer(decision),
          told: {
            flowName,
            flowId: decision.flow.id,
            beforeStatus: flow?.flowStatus ?? null,
            afterStatus: decision.flow.flowStatus,
            executionId: executionIdOf(decision.executionChange),
            detail: changedBy(decision, subject),
            isRoutine: Number(
              isRoutine({
                operation: command.operation,
                beforeStatus: flow?.flowStatus,
                afterStatus: decision.flow.flowStatus,
              }),
            ),
          },
          dueAt: earliest([
            endOf(decision.executionChange),
            decision.flow.nextRunAt,
            decision.flow.startsAgainAt,
          ]),
          save: () => {
            saveFlow(statements, decision, flow);
            if (decision.executionChange) {
              saveExecution(statements, decision.flow, decision.executionChange, now);
              countEnded(statements, decision.executionChange, flow ?? decision.flow, now);
            }
          },
        };
      },
    };
  };
}

/** What the event says that the statuses do not. */
function changedBy({ flow: after, definition }: Accepted, subject: Subject): string | null {
  if (subject.flow === undefined) return null;
  const before = definition && subject.definition();
  const definitions = before && { before, after: definition };
  return changesInWords(subject.flow, after, definitions) ?? null;
}

/** When the runs end that a change began, or began to cancel. */
function endOf(change: ExecutionChange | undefined): number | undefined {
  switch (change?.kind) {
    case 'started':
    case 'imported':
      return change.execution.endsAt;
    case 'cancelStarted':
      return change.endsAt;
    default:
      return undefined;
  }
}

/** What need not be written is left out, above all columns with an index: updating a flow's every column takes ten times as long. */
function saveFlow(
  statements: Statements,
  { outcome, flow, definition }: Accepted,
  before: Flow | undefined,
): void {
  if (outcome === 'unchanged') {
    return;
  }
  const after = { ...flowColumns(flow), ...(definition && { definition: JSON.stringify(definition) }) };
  if (before) {
    const stored = flowColumns(before);
    const changed = Object.entries(after).filter(([column, value]) => stored[column] !== value);
    statements.update('Flow', 'id', before.id, Object.fromEntries(changed));
  } else {
    statements.insert('Flow', after);
  }
}

const HOUR_MS = 3_600_000;

/** Keeps how many runs of the world ended in this hour, so that nobody has to count runs. */
function countEnded(statements: Statements, change: ExecutionChange, before: Flow, now: number): void {
  const [column, runs] = endedBy(change, before);
  if (runs > 0) {
    statements.run(
      `INSERT INTO "RunHour" (account, region, hour, ${column}) VALUES (?, ?, ?, ?)
       ON CONFLICT (account, region, hour) DO UPDATE SET ${column} = ${column} + excluded.${column}`,
      before.account,
      before.region,
      Math.floor(now / HOUR_MS) * HOUR_MS,
      runs,
    );
  }
}

function endedBy(
  change: ExecutionChange,
  before: Flow,
): [column: 'successful' | 'failed' | 'canceled', runs: number] {
  switch (change.kind) {
    case 'ended': {
      const { executionStatus } = change.result;
      return [
        ({ Successful: 'successful', Error: 'failed', Canceled: 'canceled' } as const)[executionStatus],
        1,
      ];
    }
    case 'canceled':
      return ['canceled', before.executionsInProgress];
    case 'started':
    case 'imported':
    case 'cancelStarted':
      return ['canceled', 0];
  }
}

function saveExecution(
  statements: Statements,
  { id: flowId }: Flow,
  change: ExecutionChange,
  now: number,
): void {
  switch (change.kind) {
    case 'started':
      statements.insert('Execution', {
        executionId: change.execution.executionId,
        flowId,
        executionStatus: 'InProgress',
        startedAt: now,
        lastUpdatedAt: now,
        endsAt: change.execution.endsAt,
        plan: JSON.stringify(change.execution.plan),
        dataPullStartAt: change.execution.dataPullStartAt ?? null,
        dataPullEndAt: change.execution.dataPullEndAt ?? null,
      });
      break;
    case 'ended':
      statements.update('Execution', 'executionId', change.executionId, {
        executionStatus: change.result.executionStatus,
        lastUpdatedAt: now,
        bytesProcessed: change.result.bytesProcessed,
        bytesWritten: change.result.bytesWritten,
        recordsProcessed: change.result.recordsProcessed,
        message: change.result.message ?? null,
      });
      break;
    case 'imported':
      statements.insert('Execution', {
        executionId: change.execution.executionId,
        flowId,
        executionStatus: change.execution.executionStatus,
        // Nobody says when it began, if it has ended.
        startedAt: change.execution.at,
        lastUpdatedAt: change.execution.at,
        endsAt: change.execution.endsAt,
        plan: JSON.stringify(change.execution.plan),
        message: change.execution.message ?? null,
      });
      break;
    case 'cancelStarted':
      for (const executionId of change.executionIds) {
        statements.update('Execution', 'executionId', executionId, {
          executionStatus: 'CancelStarted',
          lastUpdatedAt: now,
          endsAt: change.endsAt,
        });
      }
      break;
    case 'canceled':
      statements.run(
        `UPDATE "Execution" SET executionStatus = 'Canceled', lastUpdatedAt = ?
         WHERE flowId = ? AND executionStatus IN ('InProgress', 'CancelStarted')`,
        now,
        flowId,
      );
      break;
  }
}

function executionIdOf(change: ExecutionChange | undefined): string | null {
  switch (change?.kind) {
    case 'started':
      return change.execution.executionId;
    case 'ended':
      return change.executionId;
    default:
      return null;
  }
}
