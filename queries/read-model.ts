import type { z } from 'zod';
import type { World } from '@/contract/console';
import { leaveToSignIn } from './sign-in';

const timeoutMs = 8_000;

/** Why a read failed: the server said nothing in time, said that there is no such thing, or could not answer. */
export type ReadFailure = 'no-answer' | 'not-found' | 'failed';

/** A read of `/api` that did not bring its model. */
export class ReadError extends Error {
  override readonly name = 'ReadError';

  constructor(
    readonly failure: ReadFailure,
    message: string,
  ) {
    super(message);
  }
}

async function answerOf(url: string, signal: AbortSignal | undefined): Promise<Response> {
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    return await fetch(url, {
      signal: AbortSignal.any(signal ? [signal, timeout] : [timeout]),
      headers: { accept: 'application/json' },
      cache: 'no-store',
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ReadError('no-answer', 'The server does not answer.');
  }
}

/** Reads `/api` in a world and checks what came; throws ReadError. Leaves the page when nobody is signed in any more. */
export async function readModel<T>(
  path: string,
  world: World,
  model: z.ZodType<T>,
  signal?: AbortSignal,
  search: URLSearchParams = new URLSearchParams(),
): Promise<T> {
  const query = new URLSearchParams([...search, ['account', world.account], ['region', world.region]]);
  const response = await answerOf(`${path}?${query}`, signal);
  if (response.status === 401) leaveToSignIn();
  if (response.status === 404) throw new ReadError('not-found', 'There is nothing of this name.');
  if (!response.ok) throw new ReadError('failed', `The server answered ${response.status}.`);
  const parsed = model.safeParse(await response.json().catch(() => undefined));
  if (!parsed.success)
    throw new ReadError('failed', 'The server answered something that this page does not know.');
  return parsed.data;
}
