import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseEnv, SettingsError } from './env';
import { repositoryRoot } from './repository-root';

function mistakes(source: Record<string, string>): string[] {
  try {
    parseEnv(source);
  } catch (error) {
    if (error instanceof SettingsError) {
      return error.message.split('\n');
    }
    throw error;
  }
  return [];
}

describe('parseEnv', () => {
  it('needs no settings at all', () => {
    expect(parseEnv({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      databaseFile: join(repositoryRoot, 'data/sluice.db'),
      auth: 'open',
      seed: 'demo',
      allowedHosts: [],
      wire: 'server',
      quotas: {},
      logLevel: 'info',
    });
  });

  it('takes an empty variable as absent', () => {
    expect(parseEnv({ PORT: '', HOST: '', DATABASE_URL: '', SLUICE_AUTH: '', SLUICE_SEED: '' })).toEqual(
      parseEnv({}),
    );
  });

  it('reads every setting', () => {
    expect(
      parseEnv({
        PORT: '0',
        HOST: '::1',
        DATABASE_URL: 'file:/srv/sluice.db',
        SLUICE_AUTH: 'open',
        SLUICE_SEED: 'none',
        SLUICE_ALLOWED_HOSTS: 'sluice.test, Demo.Example.com',
        SLUICE_WIRE: 'next',
        SLUICE_FLOW_QUOTA: '1000',
        SLUICE_RUN_QUOTA: '1',
        SLUICE_CONNECTOR_PROFILE_QUOTA: '100',
        SLUICE_CONNECTOR_QUOTA: '20',
        SLUICE_RATE_LIMIT: '50',
        LOG_LEVEL: 'silent',
      }),
    ).toEqual({
      port: 0,
      host: '::1',
      databaseFile: '/srv/sluice.db',
      auth: 'open',
      seed: 'none',
      allowedHosts: ['sluice.test', 'demo.example.com'],
      wire: 'next',
      quotas: { flows: 1_000, executions: 1, connectorProfiles: 100, connectors: 20, requestsPerSecond: 50 },
      logLevel: 'silent',
    });
  });

  it.each([
    ['file:sluice.db', join(repositoryRoot, 'sluice.db')],
    ['file:../sluice.db', join(repositoryRoot, '..', 'sluice.db')],
    ['file:/srv/two words.db', '/srv/two words.db'],
    ['file:///srv/two%20words.db', '/srv/two words.db'],
  ])('DATABASE_URL %s is the file %s', (url, file) => {
    expect(parseEnv({ DATABASE_URL: url }).databaseFile).toBe(file);
  });

  it('lists every mistake', () => {
    expect(
      mistakes({
        PORT: '65536',
        HOST: '0.0.0.0',
        DATABASE_URL: 'postgres://ana:secret@db/sluice',
        SLUICE_SEED: 'Demo',
        SLUICE_ALLOWED_HOSTS: 'sluice.test:3000,fine.test',
        SLUICE_WIRE: 'both',
        SLUICE_FLOW_QUOTA: '0',
        SLUICE_RATE_LIMIT: 'few',
        LOG_LEVEL: 'loud',
      }),
    ).toEqual([
      'PORT must be a whole number from 0 to 65535, not 65536.',
      'DATABASE_URL must begin with file: and name a database file, such as file:./data/sluice.db.',
      'SLUICE_SEED must be demo or none, not "Demo".',
      'SLUICE_ALLOWED_HOSTS must be host names separated by commas, without port, not "sluice.test:3000".',
      'SLUICE_WIRE must be server or next, not "both".',
      'SLUICE_FLOW_QUOTA must be a whole number from 1 to 1000000000, not "0".',
      'SLUICE_RATE_LIMIT must be a whole number from 1 to 1000000000, not "few".',
      'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent, not "loud".',
      'HOST=0.0.0.0 would let other machines in, while SLUICE_AUTH=open accepts any credentials: leave HOST out or set it to 127.0.0.1.',
    ]);
  });

  it.each(['-1', '3000.5', '0x10', ' 80', '1e3', 'http'])('refuses PORT %j', (port) => {
    expect(mistakes({ PORT: port })).toEqual([
      `PORT must be a whole number from 0 to 65535, not ${JSON.stringify(port)}.`,
    ]);
  });

  it.each([
    'file:',
    'file::memory:',
    'file:./data/',
    'file:./sluice.db?connection_limit=1',
    'file://host/x.db',
  ])('refuses DATABASE_URL %s', (url) => {
    expect(mistakes({ DATABASE_URL: url })).toEqual([expect.stringMatching(/^DATABASE_URL must /)]);
  });

  it('never repeats a DATABASE_URL that could hold a password', () => {
    expect(mistakes({ DATABASE_URL: 'postgres://ana:secret@db/sluice' }).join()).not.toContain('secret');
  });

  it('refuses strict until it is built', () => {
    expect(mistakes({ SLUICE_AUTH: 'strict' })).toEqual([
      'SLUICE_AUTH=strict is not built yet: leave it out or set it to open, which accepts any credentials.',
    ]);
  });

  it.each(['127.0.0.1', '127.1.2.3', 'localhost', '::1'])('listens on %s', (host) => {
    expect(parseEnv({ HOST: host }).host).toBe(host);
  });

  it.each(['0.0.0.0', '::', '192.168.1.4', 'sluice.test', '127.0.0.1.example.com'])(
    'does not listen openly on %s',
    (host) => {
      expect(mistakes({ HOST: host })).toEqual([
        expect.stringContaining(`HOST=${host} would let other machines in`),
      ]);
    },
  );
});
