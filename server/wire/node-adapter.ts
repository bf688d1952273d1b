import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { ApiException } from '@/contract/errors';
import type { Services } from '../context';
import { guard } from './guard';
import { handle, respondToError, type Handled } from './handle';
import { answerHealth } from './health';
import { BODY_LIMIT, pathOf, type WireRequest } from './request';
import { isForWire, routeOf } from './route';

/** How much of a body that is too long is read and thrown away, so that its sender can read the answer. */
const DISCARD_LIMIT = 64 * 1_048_576;

interface Options {
  services: Services;
  /** Answers pages and `/api`, and the wire too where SLUICE_WIRE is `next`. */
  next: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}

export interface Listener {
  listen: RequestListener;
  /** From now on requests are refused with 503; resolves when those under way are answered. */
  drain(): Promise<void>;
}

/** The one door of the server: refuses strangers, answers health and the AppFlow wire, hands the rest to Next, logs a line each. */
export function createRequestListener({ services, next }: Options): Listener {
  let underWay = 0;
  let drained: (() => void) | undefined;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const startedAt = performance.now();
    const requestId = services.ids.next();
    const method = request.method ?? 'GET';
    const rawUrl = request.url ?? '/';
    const head = { method, rawUrl, headers: request.headers as WireRequest['headers'] };
    let handled: Handled | undefined;
    if (drained) {
      response.shouldKeepAlive = false;
      handled = send(response, unavailable(requestId));
    } else {
      try {
        guard(head, services.env.allowedHosts);
        const health = answerHealth(head, services);
        if (health) {
          handled = send(response, {
            ...health,
            headers: { ...health.headers, 'x-amzn-RequestId': requestId },
          });
        } else if (
          isForWire(head) &&
          !(services.env.wire === 'next' && routeOf({ ...head, body: new Uint8Array() }))
        ) {
          handled = send(
            response,
            await handle({ ...head, body: await readBody(request) }, services, requestId),
          );
        } else {
          await next(request, response);
        }
      } catch (error) {
        handled = response.headersSent
          ? undefined
          : send(response, respondToError(error, services, requestId));
      }
    }
    services.log.info(
      {
        requestId,
        method,
        path: pathOf(rawUrl).slice(0, 512),
        status: response.statusCode,
        ms: Math.round((performance.now() - startedAt) * 10) / 10,
        operation: handled?.operation,
        exception: handled?.exceptionName,
      },
      'request',
    );
  }

  return {
    listen: (request, response) => {
      underWay += 1;
      void answer(request, response).finally(() => {
        underWay -= 1;
        if (underWay === 0) {
          drained?.();
        }
      });
    },
    drain: () =>
      new Promise((resolve) => {
        drained = resolve;
        if (underWay === 0) {
          resolve();
        }
      }),
  };
}

function unavailable(requestId: string): Handled {
  return {
    status: 503,
    headers: { 'content-type': 'application/json', 'x-amzn-RequestId': requestId, connection: 'close' },
    body: JSON.stringify({ message: 'Sluice is stopping.' }),
  };
}

function send(response: ServerResponse, handled: Handled): Handled {
  const body = Buffer.from(handled.body);
  response.writeHead(handled.status, { ...handled.headers, 'content-length': body.byteLength });
  response.end(body);
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
      } else if (length > DISCARD_LIMIT) {
        request.destroy();
      }
    });
    request.on('end', () => {
      resolve(length > BODY_LIMIT ? 'too large' : Buffer.concat(chunks));
    });
    request.on('error', () => {
      reject(new ApiException('SerializationException', 'The request body did not arrive whole.'));
    });
  });
}
