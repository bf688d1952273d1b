import { spawn, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root. */
export const root = fileURLToPath(new URL('..', import.meta.url));

export type Settings = Record<string, string>;

/** A program and its arguments. */
export type Command = [program: string, ...args: string[]];

/** A folder for a database, removed by `remove`. */
export function temporaryFolder(): { path: string; remove: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'sluice-e2e-'));
  return {
    path: folder,
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A free port for a server that is to come back on it: none that the system hands out by itself while the server is gone. */
export async function portToKeep(): Promise<string> {
  const port = randomInt(20_000, 32_000);
  const isFree = await new Promise<boolean>((resolve) => {
    const server = createServer()
      .once('error', () => resolve(false))
      .listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
  return isFree ? String(port) : portToKeep();
}

export interface SluiceProcess {
  child: ChildProcess;
  /** What it has printed so far. */
  output: { stdout: string; stderr: string };
  /** Its exit code, or the signal that ended it. */
  ended: Promise<number | string>;
}

/** Starts a program of ours with these settings alone: none of the shell's, and a free port unless PORT is given. */
export function startProcess(
  settings: Settings,
  [program, ...args]: Command = [process.execPath, 'dist/server.js'],
  folder = root,
): SluiceProcess {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(PORT|HOST|DATABASE_URL|LOG_LEVEL|NODE_ENV|NODE_OPTIONS|SLUICE_.*)$/.test(name),
  );
  const child = spawn(program, args, {
    cwd: folder,
    env: { ...Object.fromEntries(inherited), NODE_ENV: 'production', PORT: '0', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output.stderr += text;
  });
  const ended = new Promise<number | string>((resolve) => {
    child.on('close', (code, signal) => {
      resolve(code ?? signal ?? 'no exit code');
    });
  });
  return { child, output, ended };
}

export interface RunningServer extends SluiceProcess {
  /** Such as http://127.0.0.1:40123, without a slash at the end. */
  url: string;
  /** Asks it to end and waits until it has; gives its exit code. */
  stop(): Promise<number | string>;
}

/** Starts Sluice and waits until it is ready; throws what it printed when it ends before. */
export async function startServer(settings: Settings, command?: Command): Promise<RunningServer> {
  const sluice = startProcess(settings, command);
  const url = await new Promise<string>((resolve, reject) => {
    sluice.child.stdout?.on('data', () => {
      const ready = /^Sluice is ready at (http:\S+)\n/m.exec(sluice.output.stdout)?.[1];
      if (ready) resolve(ready);
    });
    void sluice.ended.then((end) => {
      reject(new Error(`Sluice ended with ${end} before it was ready:\n${sluice.output.stderr}`));
    });
  });
  return {
    ...sluice,
    url,
    stop: () => {
      sluice.child.kill('SIGTERM');
      return sluice.ended;
    },
  };
}
