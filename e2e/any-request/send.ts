import { Agent, request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import type { ReceivedAnswer } from '@/contract/testing/fault';
import type { TestRequest } from '@/contract/testing/requests';

/** An answer that takes longer is a hang, on however busy a machine. */
const LIMIT_MS = 30_000;

export interface Sender {
  /** A request of the API, with the credentials that SDKs send. */
  send(request: TestRequest, account: string): Promise<ReceivedAnswer>;
  /** Bytes on a connection of their own; gives the status of the first answer, or undefined where the server only closed. */
  sendRaw(bytes: Buffer): Promise<number | undefined>;
  close(): void;
}

/** Sends to a server on this machine. What is not answered in time rejects. */
export function createSender(port: number): Sender {
  const agent = new Agent({ keepAlive: true });
  return {
    send: ({ method, path, body }, account) =>
      new Promise((resolve, reject) => {
        const headers = {
          authorization: `AWS4-HMAC-SHA256 Credential=${account}/20260101/us-east-1/appflow/aws4_request, SignedHeaders=host, Signature=0`,
          // Node sends the body of a GET or DELETE without its length unless told.
          ...(body !== '' && {
            'content-type': 'application/json',
            'content-length': String(Buffer.byteLength(body)),
          }),
        };
        const request = httpRequest({ port, method, path, headers, agent, timeout: LIMIT_MS }, (response) => {
          let text = '';
          response.setEncoding('utf8');
          response.on('data', (chunk: string) => (text += chunk));
          response.on('end', () => {
            resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text });
          });
        });
        request.on('timeout', () => request.destroy(new Error('not answered in time')));
        request.on('error', reject);
        request.end(body);
      }),
    sendRaw: (bytes) =>
      new Promise((resolve, reject) => {
        const socket = connect({ port, host: '127.0.0.1' });
        let received = '';
        socket.setTimeout(LIMIT_MS, () => {
          reject(new Error('not answered in time'));
          socket.destroy();
        });
        socket.setEncoding('latin1').on('data', (text: string) => {
          received = (received + text).slice(0, 64);
        });
        // A server that has seen enough may close while we still write.
        socket.on('error', () => undefined);
        socket.on('close', () => {
          const status = /^HTTP\/1\.1 (\d{3}) /.exec(received)?.[1];
          resolve(status === undefined ? undefined : Number(status));
        });
        socket.end(bytes);
      }),
    close: () => {
      agent.destroy();
    },
  };
}
