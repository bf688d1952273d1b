import { createHash } from 'node:crypto';
import type Sqlite from 'better-sqlite3';
import { z } from 'zod';
import { ApiException } from '@/contract/errors';
import { bulkItems, type BulkPlace } from './bulk-items';
import { connectorMatters, connectorProfileMatters, findConnectorProfile } from './connector-matters';
import { clientTokens, type ClientTokens } from './client-tokens';
import type { FlowSubmission, Submission } from './data';
import { flowMatters } from './flow-matter';
import type { Decided, Matter } from './matter';
import { createStatements, type Row } from './statements';
import { worldMatters } from './world-matter';

export type Outcome = { answer: unknown } | { error: Error };

export interface CarriedOut {
  outcome: Outcome;
  /** The earliest time (epoch milliseconds) at which what it changed is due. */
  dueAt?: number | undefined;
}

/** Carries out one command, to be called in a transaction: what it decides on is what the commands before it left. */
export type CarryOut = (submission: Submission<unknown>, now: number) => CarriedOut;

export function createCarryOut(database: Sqlite.Database): CarryOut {
  const statements = createStatements(database);
  const findProfile = findConnectorProfile(database);
  const flowMatter = flowMatters(database, statements, findProfile);
  const connectorProfileMatter = connectorProfileMatters(database, statements, findProfile);
  const connectorMatter = connectorMatters(database, statements);
  const worldMatter = worldMatters(database, statements);
  const tokens = clientTokens(database, statements);
  const bulk = bulkItems(database, statements);

  function matterOf(submission: Submission<unknown>, now: number): Matter {
    if ('flowName' in submission) {
      return flowMatter(submission, now);
    }
    if ('connectorLabel' in submission) {
      return connectorMatter(submission, now);
    }
    return 'connectorProfileName' in submission
      ? connectorProfileMatter(submission, now)
      : worldMatter(submission);
  }

  function tell(submission: Submission<unknown>, told: Row, now: number): void {
    const { world, command, caller, requestId } = submission;
    const bulkPlace = 'bulkPlace' in submission ? submission.bulkPlace : undefined;
    statements.insert('Event', {
      at: now,
      account: world.account,
      region: world.region,
      operation: command.operation,
      actor: caller.actor,
      via: caller.via,
      reason: caller.reason ?? null,
      requestId,
      ...(bulkPlace && { bulkJobId: bulkPlace.jobId }),
      ...told,
    });
  }

  /** Decides and makes the answer; `save` writes what follows from it, and `event` tells of it. */
  function prepare(submission: Submission<unknown>, now: number): Prepared {
    const matter = matterOf(submission, now);
    const token = tokenOf(submission, tokens, now);
    if (token?.firstAnswer !== undefined) {
      return {
        outcome: { answer: token.firstAnswer },
        event: { ...matter.told, outcome: 'unchanged' },
      };
    }
    const decided =
      token?.isUsed && !matter.takesTokenAgain ? tokenReused(submission, token.token) : matter.decide();
    if (decided.outcome === 'refused') {
      const { outcome, exceptionName, message } = decided;
      return {
        outcome: { error: new ApiException(exceptionName, message) },
        event: { ...matter.told, outcome, errorName: exceptionName, errorMessage: message },
      };
    }
    const { outcome, answer, told, dueAt } = decided;
    return {
      outcome: { answer },
      dueAt,
      event: { ...told, outcome },
      save: () => {
        decided.save();
        token?.keep(answer);
      },
    };
  }

  function carryOutOne(submission: Submission<unknown>, now: number): CarriedOut & { event?: Row } {
    let prepared: Prepared;
    try {
      prepared = prepare(submission, now);
    } catch (error) {
      // A fault of one command, which is a defect of ours, is not the others'. Nothing was written for it.
      return {
        outcome: { error: error instanceof Error ? error : new Error(String(error)) },
      };
    }
    prepared.save?.();
    tell(submission, prepared.event, now);
    return prepared;
  }

  /** Once for each place in a job, with its row written too; the row tells what came of it, so there is no answer. */
  function carryOutForJob(submission: FlowSubmission<unknown>, place: BulkPlace, now: number): CarriedOut {
    const nothing: CarriedOut = { outcome: { answer: undefined } };
    if (!bulk.isWaiting(place)) {
      return nothing;
    }
    const whySkipped = bulk.whySkipped(submission, place, now);
    if (whySkipped !== undefined) {
      bulk.settle(place, submission.requestId, { state: 'skipped', message: whySkipped }, now);
      return nothing;
    }
    const { outcome, dueAt, event } = carryOutOne(submission, now);
    bulk.settle(
      place,
      submission.requestId,
      event
        ? { state: BulkOutcome.parse(event.outcome), told: event }
        : { state: 'failed', message: 'error' in outcome ? outcome.error.message : undefined },
      now,
    );
    return { ...nothing, dueAt };
  }

  return (submission, now) =>
    'bulkPlace' in submission && submission.bulkPlace
      ? carryOutForJob(submission, submission.bulkPlace, now)
      : carryOutOne(submission, now);
}

interface Prepared extends CarriedOut {
  /** The event row's columns that tell of it. */
  event: Row;
  save?: () => void;
}

const BulkOutcome = z.enum(['changed', 'unchanged', 'refused']);

interface Token {
  token: string;
  /** The answer to the same request before. */
  firstAnswer: unknown;
  /** Whether it came before, with whatever parameters. */
  isUsed: boolean;
  keep(answer: unknown): void;
}

function tokenOf(
  { world, command, clientToken }: Submission<unknown>,
  tokens: ClientTokens,
  now: number,
): Token | undefined {
  if (!clientToken) {
    return undefined;
  }
  const { token, parameters, output } = clientToken;
  const use = { ...world, operation: command.operation, token };
  const parametersHash = createHash('sha256').update(JSON.stringify(parameters)).digest('hex');
  const answers = tokens.answers(use, now);
  const firstAnswer = answers.find((each) => each.parametersHash === parametersHash)?.answer;
  return {
    token,
    firstAnswer: firstAnswer === undefined ? undefined : output.parse(JSON.parse(firstAnswer)),
    isUsed: answers.length > 0,
    keep: (answer) => {
      tokens.keep({ ...use, parametersHash, answer: JSON.stringify(answer) }, now);
    },
  };
}

function tokenReused({ command }: Submission<unknown>, token: string): Decided {
  return {
    outcome: 'refused',
    exceptionName: 'ConflictException',
    message: `Conflict executing request: the client token ${token} of ${command.operation} was used with other parameters before.`,
  };
}
