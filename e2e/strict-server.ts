import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { test as base } from './fixtures';
import { root, startServer, temporaryFolder, type RunningServer, type Settings } from './server-process';

const run = promisify(execFile);

/** What an AWS client signs with. */
export interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
}

export const strictAccount = '111122223333';

interface Fixtures {
  /** A new database, without a fleet. */
  settings: Settings;
  /** Runs `npm run keys`, without npm, and gives what it prints; rejects with stderr when it fails. */
  keys: (...words: string[]) => Promise<string>;
  /** A key of `strictAccount` with the name ana. */
  key: Credentials;
  /** Starts a strict server that ends with the test. */
  start: (more?: Settings) => Promise<RunningServer>;
}

/** Tests with a strict server and a database of their own. */
export const test = base.extend<Fixtures>({
  settings: async ({}, use) => {
    const folder = temporaryFolder();
    await use({
      DATABASE_URL: `file:${folder.path}/sluice.db`,
      SLUICE_SEED: 'none',
      SLUICE_AUTH: 'strict',
      SLUICE_SECRET_KEY: randomBytes(32).toString('hex'),
    });
    folder.remove();
  },
  keys: async ({ settings }, use) => {
    await use(async (...words) => {
      const { stdout } = await run(process.execPath, ['dist/keys.js', ...words], {
        cwd: root,
        env: { ...process.env, ...settings },
      });
      return stdout;
    });
  },
  key: async ({ keys }, use) => {
    await use(credentialsIn(await keys('create', '--account', strictAccount, '--name', 'ana')));
  },
  start: async ({ settings }, use) => {
    const servers: RunningServer[] = [];
    await use(async (more) => {
      const server = await startServer({ ...settings, ...more });
      servers.push(server);
      return server;
    });
    for (const { child, ended } of servers) {
      child.kill('SIGKILL');
      await ended;
    }
  },
});

/** The key in the lines for a shell that the command prints. */
export function credentialsIn(printed: string): Credentials {
  const said = new Map(
    [...printed.matchAll(/^export (AWS_\w+)=(\S+)$/gm)].map(([, name = '', value = '']) => [name, value]),
  );
  const sessionToken = said.get('AWS_SESSION_TOKEN');
  return {
    accessKeyId: said.get('AWS_ACCESS_KEY_ID') ?? '',
    secretAccessKey: said.get('AWS_SECRET_ACCESS_KEY') ?? '',
    ...(sessionToken !== undefined && { sessionToken }),
  };
}
