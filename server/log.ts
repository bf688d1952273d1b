import { format } from 'node:util';
import pino, { type Logger } from 'pino';
import type { Env } from './env';

/**
 * The log of the process, on standard error, so that standard output holds the address alone. Where nobody watches it is a line of
 * JSON for each request. On a terminal it is short lines, without the dozen files of every page, which would push the address away.
 */
export function createLog(level: Env['logLevel']): { log: Logger; flush: () => Promise<void> } {
  const options = { level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime };
  if (process.stderr.isTTY) {
    const write = (line: string): void => {
      const text = shortLine(line);
      if (text !== undefined) process.stderr.write(text);
    };
    return { log: pino(options, { write }), flush: () => Promise.resolve() };
  }
  const destination = pino.destination({ fd: 2, sync: false });
  return {
    log: pino(options, destination),
    flush: () =>
      new Promise((resolve) => {
        destination.flush(() => {
          resolve();
        });
        // Whoever should read the log may have stopped reading.
        setTimeout(resolve, 500);
      }),
  };
}

/** Sends what libraries print (Next does) to the log, where it has a level, and keeps standard output for the address. */
export function captureConsole(log: Logger): void {
  console.log =
    console.info =
    console.debug =
      (...args: unknown[]) => {
        log.debug(format(...args));
      };
  console.warn = (...args: unknown[]) => {
    log.warn(format(...args));
  };
  console.error = (...args: unknown[]) => {
    log.error(format(...args));
  };
}

/** pino's number for the level error. */
const ERROR = 50;

interface Entry {
  level: number;
  time: string;
  msg?: string;
  method?: string;
  path?: string;
  status?: number;
  ms?: number;
  exception?: string;
  requestId?: string;
  err?: { stack?: string };
}

/** A line of the log for a person: `10:42:07 POST /stop-flow 409 ConflictException 2.1 ms`; undefined for what is left out. */
export function shortLine(json: string): string | undefined {
  const entry = JSON.parse(json) as Entry;
  const { level, time, msg, method, path, status, ms, exception, requestId, err } = entry;
  const at = new Date(time).toLocaleTimeString('en-GB');
  if (status !== undefined && ms !== undefined) {
    return path?.startsWith('/_next/') && status < 400
      ? undefined
      : `${[at, method, path, status, exception, `${ms.toFixed(1)} ms`].filter(Boolean).join(' ')}\n`;
  }
  const words = [at, level >= ERROR && 'ERROR', msg, requestId && `(request ${requestId})`];
  return `${words.filter(Boolean).join(' ')}\n${err?.stack ? `${err.stack}\n` : ''}`;
}
