import { connect, type Socket } from 'node:net';

/** Credentials in the form that real clients send, made up: the key is the account. */
const signature = [
  'user-agent: aws-sdk-js/3.1048.0 ua/2.1 os/linux lang/js md/nodejs#20.20.2 api/appflow#3.1048.0',
  'x-amz-date: 20260101T000000Z',
  'authorization: AWS4-HMAC-SHA256 Credential=000000000000/20260101/us-east-1/appflow/aws4_request, ' +
    `SignedHeaders=content-length;content-type;host;x-amz-date, Signature=${'0'.repeat(64)}`,
].join('\r\n');

export interface Connection {
  /** One request at a time. */
  post(path: string, input: object): Promise<{ status: number; body: string }>;
  close(): void;
}

/**
 * A kept-alive HTTP connection to a server on this machine, on a bare socket: node:http's own client takes as much of the processor
 * as the server that it is to measure. Understands answers in ASCII with a content-length, which both servers give.
 */
export async function openConnection(port: number): Promise<Connection> {
  const socket = await connected(port);
  let received = '';
  let waiting:
    | { resolve: (answer: { status: number; body: string }) => void; reject: (error: Error) => void }
    | undefined;

  socket.setEncoding('latin1');
  socket.on('data', (text: string) => {
    received += text;
    const answer = wholeAnswer(received);
    if (answer) {
      received = '';
      waiting?.resolve(answer);
    }
  });
  const fail = (error?: Error) => waiting?.reject(error ?? new Error('The server closed the connection.'));
  socket.on('error', fail);
  socket.on('close', () => fail());

  return {
    post: (path, input) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        const body = JSON.stringify(input);
        socket.write(
          `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncontent-type: application/json\r\n` +
            `content-length: ${Buffer.byteLength(body)}\r\n${signature}\r\n\r\n${body}`,
        );
      }),
    close: () => socket.destroy(),
  };
}

function connected(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    socket.once('connect', () => resolve(socket));
    socket.once('error', reject);
  });
}

function wholeAnswer(received: string): { status: number; body: string } | undefined {
  const headEnd = received.indexOf('\r\n\r\n');
  if (headEnd === -1) {
    return undefined;
  }
  const length = /\r\ncontent-length: (\d+)\r\n/i.exec(received.slice(0, headEnd + 2))?.[1];
  if (length === undefined) {
    throw new Error(`An answer without content-length: ${received}`);
  }
  const body = received.slice(headEnd + 4);
  return body.length < Number(length) ? undefined : { status: Number(received.slice(9, 12)), body };
}
