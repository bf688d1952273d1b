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
      secretKey: undefined,
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
      secretKey: undefined,
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

  it('takes the secret key of strict in both forms, and any host then', () => {
    const bytes = Buffer.alloc(32, 0xfb);
    for (const text of ['hex', 'base64', 'base64url'] as const) {
      const env = parseEnv({
        SLUICE_AUTH: 'strict',
        SLUICE_SECRET_KEY: bytes.toString(text),
        HOST: '0.0.0.0',
      });
      expect(env).toMatchObject({ auth: 'strict', host: '0.0.0.0' });
      expect(Buffer.from(env.secretKey ?? [])).toEqual(bytes);
    }
  });

  it('refuses strict without a secret key, and says how to make one', () => {
    expect(mistakes({ SLUICE_AUTH: 'strict', PORT: 'http' })).toEqual([
      'PORT must be a whole number from 0 to 65535, not "http".',
      'SLUICE_AUTH=strict needs SLUICE_SECRET_KEY, which seals the access keys. Make one, keep it, and give the same every time: ' +
        `node -e "console.log(require('node:crypto').randomBytes(32).toString('hex'))"`,
    ]);
  });

  it.each(['short', 'a'.repeat(63), 'g'.repeat(64), `${'a'.repeat(42)}==`])(
    'refuses the secret key %s without repeating it',
    (key) => {
      for (const auth of ['open', 'strict']) {
        const said = mistakes({ SLUICE_AUTH: auth, SLUICE_SECRET_KEY: key });
        expect(said).toEqual([
          expect.stringMatching(
            /^SLUICE_SECRET_KEY must be 32 bytes, as 64 hexadecimal digits or in base64\. Make one/,
          ),
        ]);
        expect(said.join()).not.toContain(key);
      }
    },
  );

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
