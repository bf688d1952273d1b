import type { z } from 'zod';
import type { Context } from '../context';
import type { FlowSubmission } from '../data/data';

/** What every command takes to the writer: in which world, and who asks for it. */
export function askedBy({ world, caller, requestId }: Context) {
  return { world, caller, requestId };
}

/** The same for a command about a flow. */
export function asked(ctx: Context, flowName: string) {
  return { ...askedBy(ctx), flowName };
}

/** A request's client token with what it stands for: its parameters, and the output that is repeated. */
export function tokenFor<Answer>(
  token: string | undefined,
  parameters: unknown,
  output: z.ZodType<Answer>,
): FlowSubmission<Answer>['clientToken'] {
  return token === undefined ? undefined : { token, parameters, output };
}
