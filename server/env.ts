import path from 'node:path';
import { z } from 'zod';

const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];

const Settings = z
  .object({
    PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
    HOST: z.string().min(1).default('127.0.0.1'),
    DATABASE_URL: z.string().startsWith('file:').default('file:./data/sluice.db'),
    SLUICE_AUTH: z.enum(['open']).default('open'),
    SLUICE_SEED: z.enum(['demo', 'none']).default('demo'),
    SLUICE_ALLOWED_HOSTS: z.string().default(''),
    SLUICE_WIRE: z.enum(['server', 'next']).default('server'),
  })
  .refine(({ HOST }) => LOOPBACK.includes(HOST), { path: ['HOST'], message: 'must be loopback in open mode' });

export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

export interface Env {
  port: number;
  host: string;
  databaseFile: string;
  auth: 'open';
  seed: 'demo' | 'none';
  allowedHosts: string[];
  wire: 'server' | 'next';
}

export function parseEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const settings = Settings.safeParse(source);
  if (!settings.success) {
    throw new SettingsError(z.prettifyError(settings.error));
  }
  const { data } = settings;
  return {
    port: data.PORT,
    host: data.HOST,
    databaseFile: path.resolve(data.DATABASE_URL.slice('file:'.length)),
    auth: data.SLUICE_AUTH,
    seed: data.SLUICE_SEED,
    allowedHosts: data.SLUICE_ALLOWED_HOSTS.split(',').map((host) => host.trim().toLowerCase()).filter(Boolean),
    wire: data.SLUICE_WIRE,
  };
}
