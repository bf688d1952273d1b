import { randomUUID } from 'node:crypto';
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
  STATUS_CODES,
} from 'node:http';
import type { Duplex } from 'node:stream';
import type { ExceptionName } from '@/contract/errors';

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
}

/**
 * An HTTP server that answers in the API's form also what Node would refuse by itself: what is not HTTP, a head that is too long, a
 * request that is too slow, an Expect that nobody knows.
 */
export function createHttpServer(listen: RequestListener): Server {
  /** What is not answered yet on a connection, the oldest first: a client may send on without waiting (pipelining). */
  const underWay = new WeakMap<Duplex, Exchange[]>();
  /** Connections whose client has been told that it is not understood: whatever else it sends is not either. */
  const refused = new WeakSet<Duplex>();

  const server = createServer({
    // A client that sends its request slower than this is not one of ours.
    headersTimeout: 15_000,
    requestTimeout: 60_000,
    // Longer than clients keep an idle connection, so that none meets one that is just closing.
    keepAliveTimeout: 75_000,
    // A request without Host is refused where all hosts are looked at, with a request id and a reason.
    requireHostHeader: false,
  });

  server.on('request', (request, response) => {
    const exchange = { request, response };
    const before = underWay.get(request.socket) ?? [];
    underWay.set(request.socket, [...before, exchange]);
    response.on('close', () => {
      const left = underWay.get(request.socket)?.filter((each) => each !== exchange) ?? [];
      underWay.set(request.socket, left);
    });
    listen(request, response);
  });

  server.on('checkExpectation', (request, response) => {
    const { status, headers, body } = refusal(417, 'Only 100-continue can be expected.');
    response.writeHead(status, headers).end(body);
    request.resume();
  });

  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (refused.has(socket)) {
      return;
    }
    refused.add(socket);
    const answer = () => {
      if (socket.writable) {
        socket.end(answerToMalformed(error.code));
      } else {
        socket.destroy();
      }
    };
    const [oldest, ...later] = underWay.get(socket) ?? [];
    const newest = later.at(-1) ?? oldest;
    if (newest?.request.complete) {
      // What came before is whole and gets its answer first.
      newest.response.once('close', answer);
    } else if (later.length > 0 || newest?.response.headersSent) {
      socket.destroy();
    } else {
      answer();
    }
  });
  return server;
}

const refusals: Record<string, [status: number, message: string]> = {
  HPE_HEADER_OVERFLOW: [431, 'The header of the request is too long.'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request did not arrive in time.'],
};

/** The whole HTTP answer to what Node could not read as a request, by Node's code for it. */
function answerToMalformed(code: string | undefined): string {
  const { status, headers, body } = refusal(...(refusals[code ?? ''] ?? [400, 'The request is not HTTP.']));
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, ...lines, '', body].join('\r\n');
}

/** After it the connection is of no use: nobody knows where the next request would begin. */
function refusal(status: number, message: string) {
  const exceptionName: ExceptionName = 'SerializationException';
  const body = JSON.stringify({ message });
  const headers = {
    'content-type': 'application/json',
    'cache-control': 'no-store',
    'x-amzn-ErrorType': exceptionName,
    'x-amzn-RequestId': randomUUID(),
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  };
  return { status, headers, body };
}
