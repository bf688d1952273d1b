import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { openSync, readFileSync } from 'node:fs';

export interface ServerProcess {
  port: number;
  /** From the start of the process to the line that says it is ready. */
  readyAfterMs: number;
  /** The most memory that it has had so far, in megabytes. */
  peakMemoryMb(): number;
  /** Resolves when the process has ended. */
  stop(): Promise<void>;
}

const running = new Set<ChildProcess>();
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));
process.on('SIGINT', () => process.exit(130)).on('SIGTERM', () => process.exit(143));

const READY_TIMEOUT_MS = 60_000;

/**
 * Starts a server and waits for the line `… ready at http://HOST:PORT` on its standard output; its log goes to `logFile`.
 * Throws when it ends, or is not ready in a minute.
 */
export async function startServer(
  [program, ...args]: [string, ...string[]],
  env: Record<string, string>,
  logFile: string,
): Promise<ServerProcess> {
  const startedAt = performance.now();
  const child = spawn(program, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', openSync(logFile, 'a')],
  });
  running.add(child);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  void ended.then(() => running.delete(child));
  const port = await readyPort(child, logFile);
  return {
    port,
    readyAfterMs: performance.now() - startedAt,
    peakMemoryMb: () => peakMemoryMb(child),
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function readyPort(child: ChildProcess, logFile: string): Promise<number> {
  return new Promise((resolve, reject) => {
    let output = '';
    const timer = setTimeout(
      () => reject(new Error(`A server was not ready in time, see ${logFile}`)),
      READY_TIMEOUT_MS,
    );
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      const port = /ready at http:\/\/[^\s/]+:(\d+)/.exec(output)?.[1];
      if (port !== undefined) {
        clearTimeout(timer);
        resolve(Number(port));
      }
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(
        new Error(`A server ended with ${code}:\n${output}${readFileSync(logFile, 'utf8').slice(-2_000)}`),
      );
    });
  });
}

/** The kernel's own record of the peak on Linux; elsewhere what the process has now, so ask often. */
function peakMemoryMb({ pid }: ChildProcess): number {
  try {
    const kilobytes = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kilobytes) / 1_024;
  } catch {
    return Number(spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }).stdout) / 1_024;
  }
}
