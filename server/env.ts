import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { repositoryRoot } from './repository-root';

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** The settings of the process. */
export interface Env {
  /** 0 takes a free port. */
  port: number;
  host: string;
  /** An absolute path. */
  databaseFile: string;
  auth: 'open' | 'strict';
  /** What access keys are sealed with, 32 bytes; strict mode has one. */
  secretKey: Uint8Array | undefined;
  seed: 'demo' | 'none';
  /** Host names in lower case, without port, that are answered beside the local ones. */
  allowedHosts: string[];
  /** Who answers the AppFlow API: server.ts before Next, or Next's route handlers. */
  wire: 'server' | 'next';
  /** How much an account may have in a region; undefined is without end. */
  quotas: {
    flows?: number;
    executions?: number;
    connectorProfiles?: number;
    connectors?: number;
    requestsPerSecond?: number;
  };
  logLevel: (typeof logLevels)[number];
}

/** Settings that cannot be used: the message lists every mistake, a line each. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

/** A sentence with a command for it. */
export const HOW_TO_MAKE_A_SECRET_KEY =
  'Make one, keep it, and give the same every time: ' +
  `node -e "console.log(require('node:crypto').randomBytes(32).toString('hex'))"`;

const Settings = z
  .object({
    PORT: z
      .string()
      .regex(/^\d{1,5}$/, says('PORT must be a whole number from 0 to 65535'))
      .transform(Number)
      .refine((port) => port <= 65_535, says('PORT must be a whole number from 0 to 65535'))
      .default(3000),
    HOST: z
      .string()
      .regex(/^[\w.:%-]+$/, says('HOST must be an address or a host name to listen on'))
      .default('127.0.0.1'),
    DATABASE_URL: z.string().default('file:./data/sluice.db').transform(databaseFile),
    SLUICE_AUTH: z.enum(['open', 'strict'], says('SLUICE_AUTH must be open or strict')).default('open'),
    SLUICE_SECRET_KEY: z.string().transform(secretKey).optional(),
    SLUICE_SEED: z.enum(['demo', 'none'], says('SLUICE_SEED must be demo or none')).default('demo'),
    SLUICE_ALLOWED_HOSTS: z.string().default('').transform(hostNames),
    SLUICE_WIRE: z.enum(['server', 'next'], says('SLUICE_WIRE must be server or next')).default('server'),
    SLUICE_FLOW_QUOTA: quota('SLUICE_FLOW_QUOTA'),
    SLUICE_RUN_QUOTA: quota('SLUICE_RUN_QUOTA'),
    SLUICE_RATE_LIMIT: quota('SLUICE_RATE_LIMIT'),
    SLUICE_CONNECTOR_PROFILE_QUOTA: quota('SLUICE_CONNECTOR_PROFILE_QUOTA'),
    SLUICE_CONNECTOR_QUOTA: quota('SLUICE_CONNECTOR_QUOTA'),
    LOG_LEVEL: z.enum(logLevels, says(`LOG_LEVEL must be one of ${logLevels.join(', ')}`)).default('info'),
  })
  .refine(({ SLUICE_SECRET_KEY }) => SLUICE_SECRET_KEY !== undefined, {
    when: ({ value }) => authAndKey.safeParse(value).success,
    error: `SLUICE_AUTH=strict needs SLUICE_SECRET_KEY, which seals the access keys. ${HOW_TO_MAKE_A_SECRET_KEY}`,
  })
  .refine(({ HOST }) => isLoopback(HOST), {
    // Looked at whatever else is wrong, so that all mistakes are listed at once.
    when: ({ value }) => hostAndAuth.safeParse(value).success,
    error: ({ input }) =>
      `HOST=${hostAndAuth.parse(input).HOST} would let other machines in, while SLUICE_AUTH=open accepts any credentials: ` +
      'leave HOST out or set it to 127.0.0.1.',
  });

const hostAndAuth = z.object({ HOST: z.string(), SLUICE_AUTH: z.literal('open') });
const authAndKey = z.object({
  SLUICE_AUTH: z.literal('strict'),
  SLUICE_SECRET_KEY: z.undefined().optional(),
});

/** Reads the settings from environment variables; an empty one counts as absent. Throws SettingsError. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const result = Settings.safeParse(given);
  if (!result.success) {
    throw new SettingsError(result.error.issues.map(({ message }) => message).join('\n'));
  }
  const settings = result.data;
  return {
    port: settings.PORT,
    host: settings.HOST,
    databaseFile: settings.DATABASE_URL,
    auth: settings.SLUICE_AUTH,
    secretKey: settings.SLUICE_SECRET_KEY,
    seed: settings.SLUICE_SEED,
    allowedHosts: settings.SLUICE_ALLOWED_HOSTS,
    wire: settings.SLUICE_WIRE,
    quotas: {
      flows: settings.SLUICE_FLOW_QUOTA,
      executions: settings.SLUICE_RUN_QUOTA,
      requestsPerSecond: settings.SLUICE_RATE_LIMIT,
      connectorProfiles: settings.SLUICE_CONNECTOR_PROFILE_QUOTA,
      connectors: settings.SLUICE_CONNECTOR_QUOTA,
    },
    logLevel: settings.LOG_LEVEL,
  };
}

function says(sentence: string): { error: (issue: { input?: unknown }) => string } {
  return { error: ({ input }) => `${sentence}, not ${JSON.stringify(input)}.` };
}

function quota(name: string) {
  const sentence = `${name} must be a whole number from 1 to 1000000000`;
  return z
    .string()
    .regex(/^[1-9]\d{0,9}$/, says(sentence))
    .transform(Number)
    .refine((most) => most <= 1_000_000_000, says(sentence))
    .optional();
}

function databaseFile(url: string, context: z.RefinementCtx<string>): string {
  const path = url.startsWith('file://') ? fileUrlPath(url) : url.replace(/^file:/, '');
  // The rest of a URL that is not a file's may hold a password, so it is not repeated.
  if (!url.startsWith('file:') || path === undefined) {
    context.addIssue(
      'DATABASE_URL must begin with file: and name a database file, such as file:./data/sluice.db.',
    );
    return z.NEVER;
  }
  if (path === '' || path === ':memory:' || /[/?#]$|\?.*=|\0/.test(path)) {
    context.addIssue(`DATABASE_URL must name a file, without parameters, not ${JSON.stringify(url)}.`);
    return z.NEVER;
  }
  return resolve(repositoryRoot, path);
}

/** Is never repeated, not even when it is wrong. */
function secretKey(text: string, context: z.RefinementCtx<string>): Uint8Array {
  const isHex = /^[0-9a-f]{64}$/i.test(text);
  if (!isHex && !/^[\w+/-]{43}=?$/.test(text)) {
    context.addIssue(
      `SLUICE_SECRET_KEY must be 32 bytes, as 64 hexadecimal digits or in base64. ${HOW_TO_MAKE_A_SECRET_KEY}`,
    );
    return z.NEVER;
  }
  return Buffer.from(text, isHex ? 'hex' : 'base64');
}

function fileUrlPath(url: string): string | undefined {
  try {
    return fileURLToPath(url);
  } catch {
    return undefined;
  }
}

function hostNames(list: string, context: z.RefinementCtx<string>): string[] {
  const names = list
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '');
  const wrong = names.filter((name) => !/^([a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?|\[[0-9a-f:.]+\])$/.test(name));
  if (wrong.length > 0) {
    context.addIssue(
      `SLUICE_ALLOWED_HOSTS must be host names separated by commas, without port, not ${wrong.map((name) => JSON.stringify(name)).join(', ')}.`,
    );
  }
  return names;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}
