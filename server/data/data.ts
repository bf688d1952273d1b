import type { z } from 'zod';
import type { World } from '@/contract/console';
import type { Accepted } from '../domain/decide';
import type { Caller, Command } from '../domain/flow';
import type { EventsRepository } from './events';
import type { ExecutionsRepository } from './executions';
import type { FlowsRepository } from './flows';

/** A command on its way to the writer, and how its answer is made from what was decided. */
export interface Submission<Answer> {
  world: World;
  flowName: string;
  command: Command;
  caller: Caller;
  requestId: string;
  /** With this token the first answer is repeated for eight hours, for a request with the same parameters. */
  clientToken?: { token: string; parameters: unknown; output: z.ZodType<Answer> };
  answer(accepted: Accepted): Answer;
}

/** Everything that is kept. Nothing above knows which database it is. */
export interface Data {
  flows: FlowsRepository;
  executions: ExecutionsRepository;
  events: EventsRepository;
  /**
   * Decides the command on the flow's present state and writes state and event together; resolves only after the commit.
   * Throws the ApiException that refuses it, or InternalServerException when the commit failed.
   */
  submit<Answer>(submission: Submission<Answer>): Promise<Answer>;
}
