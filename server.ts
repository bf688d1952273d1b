import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Duplex } from 'node:stream';
import next from 'next';
import type { Services } from './server/context';
import { parseEnv, type Env } from './server/env';
import { captureConsole, createLog } from './server/log';
import { repositoryRoot } from './server/repository-root';
import { openServices } from './server/services';
import { createBuiltFiles } from './server/wire/built-files';
import { createHttpServer } from './server/wire/http-server';
import { createRequestListener, type Listener } from './server/wire/node-adapter';

/** From the signal to the end: requests under way may take this long, whatever is open then is cut. */
const FINISH_WITHIN_MS = 7_000;
const END_WITHIN_MS = 9_000;

/** npm passes a Ctrl-C on that the terminal has sent us already: only what comes later is a second one. */
const SAME_SIGNAL_MS = 500;

const dev = process.argv.includes('--dev');
const command = dev ? 'npm run dev' : 'npm start';
const env = readSettings();
if (process.argv.includes('--check-settings')) {
  process.exit(0);
}
const { log, flush } = createLog(env.logLevel);
if (!dev) {
  captureConsole(log);
}

/** Ends with a sentence instead of a stack: the mistake is in the settings or the surroundings, not in the program. */
function refuse(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function readSettings(): Env {
  try {
    return parseEnv(process.env);
  } catch (error) {
    if (error instanceof Error && error.name === 'SettingsError') {
      refuse(error.message);
    }
    throw error;
  }
}

const server = createHttpServer((request, response) => {
  if (listener) {
    listener.listen(request, response);
  } else {
    response.writeHead(503, {
      'content-type': 'application/json',
      'x-amzn-ErrorType': 'ServiceUnavailableException',
      'x-amzn-RequestId': randomUUID(),
      'retry-after': '1',
    });
    response.end(JSON.stringify({ message: 'Sluice is starting.' }));
  }
});
let services: Services | undefined;
let listener: Listener | undefined;
let stopping = false;

/** Browsers that wait for hot reloads: the server does not count these connections, but waits for them. */
const upgraded: Duplex[] = [];

process.on('SIGTERM', onSignal).on('SIGINT', onSignal);
process.on('uncaughtException', (error) => {
  end(error);
});
process.on('unhandledRejection', (error) => {
  // Of Next, when a browser goes away: what must not fail silently, the writer, ends the process itself.
  log.error({ err: error }, 'unhandled rejection');
});
// Whoever read our output may leave: that is no reason to end.
process.stdout.on('error', () => undefined);

const started = start().catch((error: unknown) => {
  if (error instanceof Error && /^Database\w+Error$/.test(error.name)) {
    refuse(error.message);
  }
  end(error);
});

/** Listens first, so that a port that is taken costs nothing and Next can be told which one it is. */
async function start(): Promise<void> {
  const port = await listen(server);
  services = await openServices({ env, log });
  services.onFatal((error) => {
    // Those whose write could not be committed get their answer first.
    setTimeout(end, 100, error);
  });
  // Next listens for upgrades on the server that it is told, and leaves them open: on this one, that none arrive at. Without a listener
  // a request to upgrade is answered like any other.
  const httpServer = createServer();
  const app = next({ dev, dir: repositoryRoot, hostname: env.host, port, httpServer });
  await app.prepare();
  const answerByNext = app.getRequestHandler();
  if (dev) {
    const upgradeByNext = app.getUpgradeHandler();
    server.on('upgrade', (request, socket, head) => {
      upgraded.push(socket);
      void upgradeByNext(request, socket, head);
    });
  }
  listener = createRequestListener({
    services,
    next: (request, response) => answerByNext(request, response),
    builtFiles: dev ? undefined : createBuiltFiles(path.join(repositoryRoot, '.next')),
  });
  const url = `http://${env.host.includes(':') ? `[${env.host}]` : env.host}:${port}`;
  if (!stopping) {
    announce(url);
    // Next loads what the list needs at its first request: better now than when somebody waits for it.
    void fetch(`${url}/flows`).then(
      (page) => page.text(),
      () => undefined,
    );
  }
}

function listen(httpServer: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    httpServer.once('error', (error: NodeJS.ErrnoException) => {
      switch (error.code) {
        case 'EADDRINUSE':
          return refuse(
            `Port ${env.port} is in use by another program. To start Sluice on another one: PORT=${(env.port % 65_535) + 1} ${command}`,
          );
        case 'EACCES':
          return refuse(
            `Port ${env.port} may not be used by this user. To start Sluice on another one: PORT=3000 ${command}`,
          );
        case 'EADDRNOTAVAIL':
        case 'ENOTFOUND':
          return refuse(
            `HOST=${env.host} is no address of this machine: leave HOST out or set it to 127.0.0.1.`,
          );
        default:
          reject(error);
      }
    });
    httpServer.listen(env.port, env.host, () => {
      resolve((httpServer.address() as AddressInfo).port);
    });
  });
}

function announce(url: string): void {
  const toTry =
    env.auth === 'open'
      ? 'Open it in a browser, or try the AWS CLI:\n' +
        `AWS_ACCESS_KEY_ID=000000000000 AWS_SECRET_ACCESS_KEY=x aws appflow list-flows --endpoint-url ${url} --region us-east-1\n`
      : 'It asks everyone for an access key. To make one:\n' +
        'npm run keys -- create --account 000000000000 --name YOUR_NAME\n';
  process.stdout.write(`Sluice is ready at ${url}\n${toTry}`);
}

let firstSignalAt: number | undefined;

function onSignal(): void {
  const now = performance.now();
  firstSignalAt ??= now;
  if (!stopping) {
    stopping = true;
    stop().catch(end);
  } else if (now - firstSignalAt > SAME_SIGNAL_MS) {
    process.exit(130);
  }
}

/** Refuses new work, finishes what was accepted, closes the database, ends with 0. */
async function stop(): Promise<void> {
  log.info('stopping');
  setTimeout(() => {
    log.error('not everything ended in time');
    void exit(0);
  }, END_WITHIN_MS).unref();
  const closed = new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
  });
  await started;
  upgraded.forEach((socket) => socket.destroy());
  const cut = setTimeout(() => {
    server.closeAllConnections();
  }, FINISH_WITHIN_MS);
  await Promise.race([listener?.drain(), closed]);
  // Connections that a client keeps for its next request become idle one after the other.
  const idle = setInterval(() => {
    server.closeIdleConnections();
  }, 20);
  await closed;
  clearInterval(idle);
  clearTimeout(cut);
  await services?.close();
  log.info('stopped');
  await exit(0);
}

/** Ends at once: nothing that was acknowledged is lost, it is in the database. */
function end(error: unknown): void {
  log.fatal({ err: error }, 'Sluice ends because of an error');
  void exit(1);
}

async function exit(code: number): Promise<void> {
  await flush();
  process.exit(code);
}
