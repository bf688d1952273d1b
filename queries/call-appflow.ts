import type { z } from 'zod';
import type { World } from '@/contract/console';

const timeoutMs = 15_000;

/** The API said no. Not every refusal is AppFlow's: what stands before it can answer too, then the name is "HTTP 502". */
export class AppFlowCallError extends Error {
  override readonly name = 'AppFlowCallError';

  constructor(
    readonly exceptionName: string,
    message: string,
    readonly status: number,
    readonly requestId: string | undefined,
    /** How long the service wants to be left alone, where it says so. */
    readonly retryAfterMs: number | undefined,
  ) {
    super(message);
  }
}

/** Nobody answered, or not what the API answers: what was asked may or may not have happened. */
class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError';
}

/** Who asks, in which world, and why; recorded with what happens. */
export interface Asker {
  world: World;
  actor: string | undefined;
  reason?: string | undefined;
  /** A UUID that becomes the request's id, so that its event can be found when no answer comes. */
  attemptId?: string | undefined;
}

/** Calls an operation of the API as any client would, or with PUT a setting of the console, which is answered alike; without an input it is a DELETE. Throws AppFlowCallError when refused, NoAnswerError when nobody answers. */
export async function callAppFlow<Output>(
  uri: string,
  input: Record<string, unknown> | undefined,
  output: z.ZodType<Output>,
  asker: Asker,
  { method = 'POST', headers = {} }: { method?: 'POST' | 'PUT'; headers?: Record<string, string> } = {},
): Promise<Output> {
  const response = await send(method, uri, input, { ...headersFor(asker), ...headers });
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw refusalIn(response, body);
  const answer = output.safeParse(body);
  if (!answer.success) throw new NoAnswerError('The answer was not one of the API.');
  return answer.data;
}

async function send(
  method: 'POST' | 'PUT',
  uri: string,
  input: Record<string, unknown> | undefined,
  headers: Record<string, string>,
): Promise<Response> {
  try {
    return await fetch(uri, {
      headers,
      ...(input === undefined ? { method: 'DELETE' } : { method, body: JSON.stringify(input) }),
      cache: 'no-store',
      signal: AbortSignal.timeout(timeoutMs),
    });
  } catch {
    throw new NoAnswerError('The server does not answer.');
  }
}

function headersFor({ world, actor, reason, attemptId }: Asker): Record<string, string> {
  return {
    'content-type': 'application/json',
    'x-sluice-account': world.account,
    'x-sluice-region': world.region,
    ...(actor && { 'x-sluice-actor': percentEncoded(actor) }),
    ...(reason && { 'x-sluice-reason': percentEncoded(reason) }),
    ...(attemptId && { 'x-sluice-attempt': attemptId }),
  };
}

/** Header values are ASCII, so names and reasons travel percent-encoded; halves of a character cannot. */
function percentEncoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'));
}

function refusalIn(response: Response, body: unknown): AppFlowCallError {
  // AWS writes the name bare, or followed by a colon and an address.
  const exceptionName = response.headers.get('x-amzn-errortype')?.split(':')[0];
  const retryAfterSeconds = Number(response.headers.get('retry-after'));
  return new AppFlowCallError(
    exceptionName || `HTTP ${response.status}`,
    messageIn(body),
    response.status,
    response.headers.get('x-amzn-requestid') ?? undefined,
    retryAfterSeconds > 0 ? retryAfterSeconds * 1000 : undefined,
  );
}

function messageIn(body: unknown): string {
  if (typeof body !== 'object' || body === null || !('message' in body)) return '';
  return typeof body.message === 'string' ? body.message : '';
}
