import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { ApiException } from '@/contract/errors';
import type { Services } from '../context';
import { admit } from './admit';
import { answerSession, isForSession } from './answer-session';
import { createAttempts } from './attempts';
import type { BuiltFiles } from './built-files';
import { checkPath, guard } from './guard';
import { handle, respondToError, type Handled } from './handle';
import { answerHealth } from './health';
import { createMetrics } from './metrics';
import { attemptId } from './page-headers';
import { BODY_LIMIT, pathOf, REQUEST_ID_HEADER, type WireRequest } from './request';
import { isForWire, routeOf } from './route';

/** How much of a body that is too long is read and thrown away, so that its sender can read the answer. */
const DISCARD_LIMIT = 64 * 1_048_576;

interface Options {
  services: Services;
  /** Answers pages and `/api`, and the wire too where SLUICE_WIRE is `next`. */
  next: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** Answers what a build has made; there is none in development. */
  builtFiles?: BuiltFiles | undefined;
}

export interface Listener {
  listen: RequestListener;
  /** From now on requests are refused with 503, and streams end; resolves when those under way are answered. */
  drain(): Promise<void>;
}

/** The one door of the server: refuses strangers, answers health and the AppFlow wire, hands the rest to Next, logs a line each. */
export function createRequestListener({ services, next, builtFiles }: Options): Listener {
  let underWay = 0;
  let drained: (() => void) | undefined;

  const metrics = createMetrics({ liveStreams: () => services.changes.followers() });
  const attempts = createAttempts();
  const { clock, data, env } = services;
  const { access } = data;

  /** Sends the answer, or lets Next send it, and says what the log tells of it. */
  async function answer(
    request: IncomingMessage,
    response: ServerResponse,
    requestId: string,
  ): Promise<{ operation?: string; exceptionName?: string } | undefined> {
    const head = headOf(request);
    try {
      if (drained) {
        response.shouldKeepAlive = false;
        throw new ApiException('ServiceUnavailableException', 'Sluice is stopping.');
      }
      guard(head, env.allowedHosts);
      checkPath(head);
      const health = answerHealth(head, services, metrics);
      if (health) {
        const { headers, ...rest } = await health;
        return send(response, { ...rest, headers: { ...headers, 'x-amzn-RequestId': requestId } });
      }
      if (access && isForSession(head)) {
        const asked = { ...head, body: await readBody(request) };
        return send(response, await answerSession(asked, access, attempts, clock.now()));
      }
      const byNext = env.wire === 'next' && routeOf(head) !== undefined;
      if (isForWire(head) && !byNext) {
        return send(response, await handle({ ...head, body: await readBody(request) }, services, requestId));
      }
      const refused = access && !byNext ? admit(head, access, clock.now()) : undefined;
      if (refused) {
        return send(response, refused);
      }
      // In place of what a client may have sent under this name.
      request.headers[REQUEST_ID_HEADER] = requestId;
      if (!byNext) {
        response.setHeader('x-amzn-RequestId', requestId);
      }
      const file = await builtFiles?.(head);
      if (file) {
        response.writeHead(200, { ...file.headers, 'content-length': file.body.byteLength });
        response.end(file.body);
        return undefined;
      }
      await next(request, response);
      return byNext ? { operation: routeOf(head), exceptionName: exceptionOf(response) } : undefined;
    } catch (error) {
      return response.headersSent ? undefined : send(response, respondToError(error, services, requestId));
    }
  }

  async function answerAndTell(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const startedAt = performance.now();
    const requestId = attemptId(headOf(request).headers) ?? services.ids.next();
    const handled = await answer(request, response, requestId);
    const seconds = (performance.now() - startedAt) / 1_000;
    const { operation, exceptionName } = handled ?? {};
    const status = response.statusCode;
    if (!isStream(response)) {
      metrics.observe({ operation, status, seconds });
    }
    const path = pathOf(request.url ?? '/').slice(0, 512);
    services.log.info(
      {
        requestId,
        method: request.method,
        path,
        status,
        ms: seconds * 1_000,
        operation,
        exception: exceptionName,
      },
      'request',
    );
  }

  return {
    listen: (request, response) => {
      underWay += 1;
      void answerAndTell(request, response).finally(() => {
        underWay -= 1;
        if (underWay === 0) {
          drained?.();
        }
      });
    },
    drain: () =>
      new Promise((resolve) => {
        drained = resolve;
        // Streams would go on for ever.
        services.changes.end();
        if (underWay === 0) {
          resolve();
        }
      }),
  };
}

function headOf(request: IncomingMessage): Omit<WireRequest, 'body'> {
  const { method = 'GET', url = '/', headers, rawHeaders } = request;
  // Node joins what comes twice into one string, but for set-cookie, which is no header of a request.
  return { method, rawUrl: url, headers: headers as WireRequest['headers'], rawHeaders };
}

/** The exception in an answer of the API that Next gave. */
function exceptionOf(response: ServerResponse): string | undefined {
  const name = response.getHeader('x-amzn-ErrorType');
  return typeof name === 'string' ? name : undefined;
}

/** How long a stream was open says nothing about how fast answers are. */
function isStream(response: ServerResponse): boolean {
  return response.getHeader('content-type') === 'text/event-stream';
}

function send(response: ServerResponse, handled: Handled): Handled {
  response.writeHead(handled.status, {
    ...handled.headers,
    'content-length': Buffer.byteLength(handled.body),
  });
  // As text, which Node sends together with the head.
  response.end(handled.body);
  return handled;
}

function readBody(request: IncomingMessage): Promise<WireRequest['body']> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.byteLength;
      if (length <= BODY_LIMIT) {
        chunks.push(chunk);
      } else {
        // Answered at once; the rest is still read, so that a sender that does not listen yet is not cut off.
        resolve('too large');
      }
      if (length > DISCARD_LIMIT) {
        request.destroy();
      }
    });
    request.on('end', () => {
      resolve(Buffer.concat(chunks));
    });
    // Comes last in any case, also when the sender went away in the middle of the body.
    request.on('close', () => {
      if (!request.complete) {
        reject(new ApiException('SerializationException', 'The request body did not arrive whole.'));
      }
    });
    request.on('error', () => undefined);
  });
}
