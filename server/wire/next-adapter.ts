import { z } from 'zod';
import type { World } from '@/contract/console';
import { ApiException } from '@/contract/errors';
import { services, type Services } from '../context';
import type { Caller } from '../domain/flow';
import { authenticate } from './authenticate';
import { handle, respond, respondToError } from './handle';
import { parseBody } from './parse-body';
import { BODY_LIMIT, REQUEST_ID_HEADER, type WireRequest, type WireResponse } from './request';

/** The Next route handler of every operation: the same pipeline that server.ts runs before Next. */
export async function answer(request: Request): Promise<Response> {
  const open = services();
  return toResponse(await handle(await toWireRequest(request), open, requestIdOf(request, open)));
}

/** Who asks for a change, where and under which request id. */
export interface Asked {
  world: World;
  caller: Caller;
  requestId: string;
}

/**
 * The Next route handler of what changes something under `/api`: who asks, what JSON is and how an exception is told are the same as on
 * the wire; the input is JSON of this schema, and the answer, of this status, is what is now. The guard before Next has refused other
 * people's pages.
 */
export async function answerChange<Input>(
  request: Request,
  schema: z.ZodType<Input>,
  change: (asked: Asked, input: Input) => Promise<object>,
  status = 200,
): Promise<Response> {
  const open = services();
  const requestId = requestIdOf(request, open);
  try {
    const wireRequest = await toWireRequest(request);
    const { world, caller } = authenticate(wireRequest, open);
    if (!open.admits(world.account)) {
      throw new ApiException('ThrottlingException', 'Rate exceeded');
    }
    const input = schema.safeParse(await parseBody(wireRequest));
    if (!input.success) {
      throw new ApiException('ValidationException', z.prettifyError(input.error));
    }
    const asked = { world, caller, requestId };
    return toResponse(respond(status, await change(asked, input.data), requestId));
  } catch (error) {
    return toResponse(respondToError(error, open, requestId));
  }
}

async function toWireRequest(request: Request): Promise<WireRequest> {
  const { pathname, search } = new URL(request.url);
  return {
    method: request.method,
    rawUrl: pathname + search,
    headers: Object.fromEntries(request.headers),
    rawHeaders: [...request.headers].flat(),
    body: await readBody(request),
  };
}

function requestIdOf(request: Request, { ids }: Pick<Services, 'ids'>): string {
  return request.headers.get(REQUEST_ID_HEADER) ?? ids.next();
}

function toResponse({ status, headers, body }: WireResponse): Response {
  return new Response(body, { status, headers });
}

async function readBody(request: Request): Promise<WireRequest['body']> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  for (let read = await reader?.read(); read?.value; read = await reader?.read()) {
    length += read.value.byteLength;
    if (length <= BODY_LIMIT) {
      chunks.push(read.value);
    }
  }
  return length > BODY_LIMIT ? 'too large' : Buffer.concat(chunks);
}
