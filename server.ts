import { createServer } from 'node:http';
import next from 'next';
import pino from 'pino';
import { parseEnv } from './server/env';
import { openServices } from './server/services';
import { createRequestListener } from './server/wire/node-adapter';

const dev = process.argv.includes('--dev');
const env = parseEnv(process.env);
const log = pino(pino.destination(2));
const services = await openServices({ env, log });
const app = next({ dev, hostname: env.host, port: env.port });
await app.prepare();
const handleByNext = app.getRequestHandler();
const listener = createRequestListener({ services, next: (request, response) => handleByNext(request, response) });
const server = createServer(listener.listen);
server.listen(env.port, env.host, () => {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : env.port;
  process.stdout.write(`Sluice is ready at http://${env.host}:${port}\n`);
});
