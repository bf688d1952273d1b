import type { Logger } from 'pino';
import type { World } from '@/contract/console';
import type { ChangeFeed } from './change-feed';
import type { Caller } from './domain/flow';
import type { Data } from './data/data';
import type { Env } from './env';

/** The present, in epoch milliseconds. Nothing else reads the clock, so tests and demos can hold and move it. */
export interface Clock {
  now(): number;
}

/** Makes the ids of flows, executions and requests. */
export interface Ids {
  next(): string;
}

/** What the process has open, once, for every part of it. */
export interface Services {
  env: Env;
  log: Logger;
  clock: Clock;
  ids: Ids;
  data: Data;
  /** Tells open streams of commits. */
  changes: ChangeFeed;
  /** Whether a request of this account may be answered now, by the limit of requests a second. */
  admits(account: string): boolean;
  /** What keeps the process from serving, empty when it is ready. */
  notReady(): string[];
  /** Tells whoever carries out bulk jobs that there is one to do. */
  wakeBulk(): void;
  /** Called when an accepted write could not be committed: the process must end. */
  onFatal(listener: (error: Error) => void): void;
  /** Finishes what was accepted and closes the database. */
  close(): Promise<void>;
}

/** Who may come in, in strict mode. */
export type Access = NonNullable<Data['access']>;

/** What an operation may use: who asks and for which world, and the services. */
export interface Context {
  world: World;
  caller: Caller;
  requestId: string;
  clock: Clock;
  ids: Ids;
  log: Logger;
  data: Data;
  quotas: Env['quotas'];
  /** What our own page asks of StopFlow beside what the API knows: to start the flow again at this time (epoch milliseconds). */
  startsAgainAt?: number;
}

declare global {
  var sluiceServices: Services | undefined;
}

/** Makes the services known to the whole process: Next bundles its own copy of every module, but shares globalThis. */
export function registerServices(services: Services): void {
  globalThis.sluiceServices = services;
}

/** The services of this process. They are opened by server.ts before anything is served, and never by `next build`. */
export function services(): Services {
  if (!globalThis.sluiceServices) {
    throw new Error('No services are open in this process: start Sluice with `npm start` or `npm run dev`.');
  }
  return globalThis.sluiceServices;
}
