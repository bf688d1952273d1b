import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished } from 'vitest';
import { createHttpServer } from '../wire/http-server';
import { createRequestListener } from '../wire/node-adapter';
import type { TestServices } from './open-test-services';

/** An answer as it came, its header names in lower case. */
export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** The whole wire on a free port, until the test ends; every page of Next says "a page". */
export async function serve(services: TestServices) {
  const listener = createRequestListener({
    services,
    next: (_request, response) => {
      response.setHeader('content-type', 'text/html');
      response.end('a page');
      return Promise.resolve();
    },
  });
  const server = createHttpServer(listener.listen).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const send = (
    method: string,
    path: string,
    headers: Record<string, string> = {},
    body: string | Buffer = '',
  ) =>
    new Promise<Answer>((resolve, reject) => {
      const request = httpRequest({ port, method, path, headers, agent: false }, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => (text += chunk));
        response.on('end', () => {
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text });
        });
      });
      request.on('error', reject);
      request.end(body);
    });
  return { ...listener, send, port };
}

/** The exception that an answer tells of, which has the form that every one has. */
export function exceptionOf({ headers, body }: Answer): string | string[] | undefined {
  expect(headers['content-type']).toBe('application/json');
  expect(headers['x-amzn-requestid']).toMatch(/^[0-9a-f-]{36}$/);
  expect(JSON.parse(body)).toEqual({ message: expect.any(String) as string });
  return headers['x-amzn-errortype'];
}
