import { ApiException, exceptions, isApiException, type ExceptionName } from '@/contract/errors';
import { operations, type OperationName } from '@/contract/operations';
import { readInput } from '@/contract/read-input';
import type { Context, Services } from '../context';
import { handlers } from '../operations/index';
import { checkAccept } from './accept';
import { authenticate } from './authenticate';
import { startsAgainAt } from './page-headers';
import { readRequest } from './read-request';
import type { WireRequest, WireResponse } from './request';
import { routeOf } from './route';

/** An answer, with what the log says of it. */
export interface Handled extends WireResponse {
  operation?: OperationName;
  exceptionName?: ExceptionName;
}

/** Answers one request of the API: route, authenticate, parse, validate, invoke, serialize. Never throws. */
export async function handle(request: WireRequest, services: Services, requestId: string): Promise<Handled> {
  const operation = routeOf(request);
  try {
    if (!operation) {
      throw new ApiException('UnknownOperationException', 'There is no operation of this method and path.');
    }
    const { world, caller } = authenticate(request, services);
    if (!services.admits(world.account)) {
      throw new ApiException('ThrottlingException', 'Rate exceeded');
    }
    checkAccept(request.headers);
    const { clock, ids, data } = services;
    const output = await invoke(operation, await readRequest(operation, request), {
      world,
      caller,
      requestId,
      clock,
      ids,
      data,
      quotas: services.env.quotas,
      startsAgainAt: startsAgainAt(request, clock.now()),
      // Made when asked for: most operations log nothing.
      get log() {
        return services.log.child({ requestId });
      },
    });
    return { ...respond(200, output, requestId), operation };
  } catch (error) {
    return { ...respondToError(error, services, requestId), operation };
  }
}

/** The answer that tells of an error: the exception's name and message, or a bare 500 for whatever was not foreseen. */
export function respondToError(error: unknown, { log }: Pick<Services, 'log'>, requestId: string): Handled {
  if (isApiException(error)) {
    const { name, message } = error;
    const response = respond(exceptions[name], { message }, requestId);
    return { ...response, headers: { ...response.headers, 'x-amzn-ErrorType': name }, exceptionName: name };
  }
  log.error({ requestId, err: error }, 'unforeseen error');
  return respondToError(
    new ApiException('InternalServerException', 'An internal failure occurred.'),
    { log },
    requestId,
  );
}

function invoke(name: OperationName, json: unknown, ctx: Context): Promise<object> {
  const read = readInput(operations[name].input, json);
  if (!read.ok) {
    throw new ApiException(read.exception, read.message);
  }
  // The table pairs each handler with the input of the same name, which the compiler cannot follow through the union.
  const handler: (input: never, ctx: Context) => Promise<object> = handlers[name];
  return handler(read.input as never, ctx);
}

/** An answer of JSON that no cache keeps. */
export function respond(status: number, output: object, requestId: string): WireResponse {
  return {
    status,
    headers: {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      'x-amzn-RequestId': requestId,
    },
    body: JSON.stringify(output),
  };
}
