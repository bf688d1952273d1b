import type { z } from 'zod';
import type { World } from '@/contract/console';
import type { Accepted } from '../domain/decision';
import type { Caller, FlowCommand } from '../domain/flow';
import type { EventsRepository } from './events';
import type { ExecutionsRepository } from './executions';
import type { FlowsRepository } from './flows';

/** A command on its way to the writer, and how its answer is made from what was decided. */
export type Submission<Answer> = FlowSubmission<Answer>;

/** What every command takes to the writer. */
interface Asked<Answer> {
  world: World;
  caller: Caller;
  requestId: string;
  /** With this token the first answer is repeated for eight hours, for a request with the same parameters. */
  clientToken?: { token: string; parameters: unknown; output: z.ZodType<Answer> };
}

export interface FlowSubmission<Answer> extends Asked<Answer> {
  flowName: string;
  command: FlowCommand;
  answer(accepted: Accepted): Answer;
}

/** Everything that is kept. Nothing above knows which database it is. */
export interface Data {
  flows: FlowsRepository;
  executions: ExecutionsRepository;
  events: EventsRepository;
  /** What page tokens are made with: 32 bytes of the database's own. */
  pageTokenSecret: Uint8Array;
  /**
   * Decides the command on the present state and writes state and event together; resolves only after the commit.
   * Throws the ApiException that refuses it, or InternalServerException when the commit failed.
   */
  submit<Answer>(submission: Submission<Answer>): Promise<Answer>;
}
