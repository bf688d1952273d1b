import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

/**
 * Starts the production build twice for all tests, each on a free port with a database and the demo fleet of its own: once as it is
 * meant to run, once with Next answering the API. Their addresses are in SLUICE_URL and SLUICE_NEXT_URL.
 */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'sluice-e2e-'));
  const servers = [
    await start('server', path.join(folder, 'server.db')),
    await start('next', path.join(folder, 'next.db')),
  ] as const;
  process.env.SLUICE_URL = servers[0].url;
  process.env.SLUICE_NEXT_URL = servers[1].url;
  return async () => {
    await Promise.all(servers.map(({ child }) => stop(child)));
    rmSync(folder, { recursive: true });
  };
}

async function start(
  wire: 'server' | 'next',
  databaseFile: string,
): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, ['dist/server.js'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: '0',
      SLUICE_ALLOWED_HOSTS: '',
      DATABASE_URL: `file:${databaseFile}`,
      SLUICE_SEED: 'demo',
      SLUICE_WIRE: wire,
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /^Sluice is ready at (\S+)$/.exec(line)?.[1];
    if (url !== undefined) {
      return { child, url };
    }
  }
  throw new Error(
    'The server ended before it was ready: see what it printed above. Is it built (npm test builds it)?',
  );
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => {
      if (code === 0) {
        resolve();
      } else {
        reject(new Error(`The server ended with exit code ${String(code)}.`));
      }
    });
    child.kill('SIGTERM');
  });
}
