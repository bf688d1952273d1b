import type { z } from 'zod';
import type { Context } from '../context';
import type { Submission } from '../data/data';

/** What every command takes to the writer: the flow it is about, and who asks for it. */
export function asked({ world, caller, requestId }: Context, flowName: string) {
  return { world, flowName, caller, requestId };
}

/** A request's client token with what it stands for: its parameters, and the output that is repeated. */
export function tokenFor<Answer>(
  token: string | undefined,
  parameters: unknown,
  output: z.ZodType<Answer>,
): Submission<Answer>['clientToken'] {
  return token === undefined ? undefined : { token, parameters, output };
}
