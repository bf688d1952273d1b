import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { CreateFlowCommand, ListFlowsCommand, StopFlowCommand, AppflowClient } from '@aws-sdk/client-appflow';
import { expect, flowRequest, test as base } from '../fixtures';
import {
  startProcess,
  portToKeep,
  startServer,
  temporaryFolder,
  type Command,
  type RunningServer,
  type Settings,
} from '../server-process';

interface Fixtures {
  folder: string;
  /** A new database, empty. */
  settings: Settings;
  /** Starts a server that ends with the test at the latest. */
  start: (more?: Settings, command?: Command) => Promise<RunningServer>;
}

const test = base.extend<Fixtures>({
  folder: async ({}, use) => {
    const folder = temporaryFolder();
    await use(folder.path);
    folder.remove();
  },
  settings: async ({ folder }, use) => {
    await use({ DATABASE_URL: `file:${folder}/data/sluice.db`, SLUICE_SEED: 'none' });
  },
  start: async ({ settings }, use) => {
    const servers: RunningServer[] = [];
    await use(async (more, command) => {
      const server = await startServer({ ...settings, ...more }, command);
      servers.push(server);
      return server;
    });
    for (const { child, ended } of servers) {
      child.kill('SIGKILL');
      await ended;
    }
  },
});

function clientOf(url: string): AppflowClient {
  const credentials = { accessKeyId: '111122223333', secretAccessKey: 'x' };
  return new AppflowClient({ endpoint: url, region: 'us-east-1', credentials, maxAttempts: 1 });
}

async function refusal(settings: Settings, command?: Command): Promise<string> {
  const { output, ended } = startProcess(settings, command);
  expect(await ended, output.stderr).toBe(1);
  expect(output.stdout).toBe('');
  return output.stderr;
}

test.describe('a start', () => {
  test('says where Sluice is, once, and what to try', async ({ start }) => {
    const { url, output } = await start();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    await expect
      .poll(() => output.stdout)
      .toBe(
        `Sluice is ready at ${url}\nOpen it in a browser, or try the AWS CLI:\n` +
          'AWS_ACCESS_KEY_ID=000000000000 AWS_SECRET_ACCESS_KEY=x aws appflow list-flows' +
          ` --endpoint-url ${url} --region us-east-1\n`,
      );
    expect(await (await fetch(`${url}/readyz`)).text()).toBe('ready\n');
    const page = await fetch(`${url}/flows`);
    expect(page.status).toBe(200);
    // No other page may show it in a frame, and so have people press what they do not see.
    expect(page.headers.get('content-security-policy')).toBe("frame-ancestors 'none'");
  });

  test('writes a line for each request', async ({ start }) => {
    const { url, output } = await start();
    await fetch(`${url}/healthz`);
    await expect
      .poll(() => output.stderr.split('\n').filter((line) => line.includes('"/healthz"')))
      .toEqual([
        expect.stringMatching(
          /^\{"level":30,"time":"20.*"method":"GET","path":"\/healthz","status":200,.*\}$/,
        ),
      ]);
  });

  test('answers a request to upgrade like any other', async ({ start }) => {
    const { url } = await start();
    // Once Next has answered something.
    await (await fetch(`${url}/flows`)).text();
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.end(
      'POST /list-flows HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: upgrade\r\nupgrade: websocket\r\ncontent-length: 0\r\n\r\n',
    );
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 200 OK/);
  });

  test('leaves the database to the server that has it', async ({ start, settings, folder }) => {
    const first = await start();
    expect(await refusal(settings)).toBe(
      `Another Sluice is running on the database ${folder}/data/sluice.db: ` +
        'stop it first, or choose another file with DATABASE_URL.\n',
    );
    expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
  });

  test('says how to go to another port when its own is taken', async ({ start, folder }) => {
    const { url } = await start();
    const port = Number(new URL(url).port);
    expect(await refusal({ PORT: String(port), DATABASE_URL: `file:${folder}/other.db` })).toBe(
      `Port ${port} is in use by another program. To start Sluice on another one: PORT=${port + 1} npm start\n`,
    );
  });

  test('lists every mistake in the settings', async () => {
    const mistakes = { PORT: 'http', HOST: '0.0.0.0', SLUICE_AUTH: 'open', SLUICE_SEED: 'all' };
    expect(await refusal(mistakes)).toBe(
      'PORT must be a whole number from 0 to 65535, not "http".\n' +
        'SLUICE_SEED must be demo or none, not "all".\n' +
        'HOST=0.0.0.0 would let other machines in, while SLUICE_AUTH=open accepts any credentials: ' +
        'leave HOST out or set it to 127.0.0.1.\n',
    );
    expect(await refusal({ SLUICE_AUTH: 'strict' })).toMatch(/^SLUICE_AUTH=strict needs SLUICE_SECRET_KEY, /);
  });

  test('says so when the database cannot be written, or is none', async ({ folder }) => {
    writeFileSync(path.join(folder, 'file'), 'Dear diary, '.repeat(1000));
    expect(await refusal({ DATABASE_URL: `file:${folder}/file/sluice.db` })).toMatch(
      /^The database .*\/file\/sluice\.db cannot be written: make its folder writable or choose another file.*\.\n$/,
    );
    expect(await refusal({ DATABASE_URL: `file:${folder}/file` })).toMatch(
      /^.*\/file is not a sound SQLite database: choose another file.*\.\n$/,
    );
  });

  test('refuses a database of a newer version', async ({ start, settings, folder }) => {
    await (await start()).stop();
    const database = new Sqlite(path.join(folder, 'data/sluice.db'));
    database.exec(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ('1', 'c', '29990101000000_more', 0, 1)`,
    );
    database.close();
    expect(await refusal(settings)).toBe(
      `The database ${folder}/data/sluice.db was used by a newer version of Sluice (it has 29990101000000_more): ` +
        'start that version, or choose another file with DATABASE_URL.\n',
    );
  });

  test('says so when Node is too old', async ({ folder }) => {
    const script = path.join(folder, 'old-node.cjs');
    writeFileSync(
      script,
      `Object.defineProperty(process, 'versions', { value: { node: '18.20.4' } });
       require(${JSON.stringify(path.resolve('scripts/start.cjs'))});`,
    );
    expect(await refusal({}, [process.execPath, script])).toBe(
      'Sluice needs Node 20.19 or newer (of Node 22: 22.12 or newer), this is Node 18.20.4.\n',
    );
  });
});

test.describe('an end', () => {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    test(`by ${signal} is clean, frees the port and the database, and leaves no log of SQLite behind`, async ({
      start,
      folder,
    }) => {
      const server = await start({ PORT: await portToKeep() });
      // A client that keeps its connection for later must not hold the end up.
      await fetch(`${server.url}/healthz`);
      const askedAt = performance.now();
      server.child.kill(signal);
      expect(await server.ended).toBe(0);
      expect(performance.now() - askedAt).toBeLessThan(5_000);
      expect(existsSync(path.join(folder, 'data/sluice.db-wal'))).toBe(false);
      const again = await start({ PORT: new URL(server.url).port });
      expect(again.url).toBe(server.url);
    });
  }

  test('by a signal that comes twice at once, as npm and a terminal send it, is still clean', async ({
    start,
  }) => {
    const server = await start();
    server.child.kill('SIGINT');
    server.child.kill('SIGINT');
    expect(await server.ended).toBe(0);
  });

  test('finishes the request that is under way and takes no other', async ({ start }) => {
    const server = await start();
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    const body = JSON.stringify(flowRequest('late', 'Scheduled'));
    let answer = '';
    socket.setEncoding('utf8').on('data', (text: string) => {
      answer += text;
    });
    socket.write(
      `POST /create-flow HTTP/1.1\r\nHost: ${hostname}\r\nContent-Type: application/json\r\n` +
        `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body.slice(0, 10)}`,
    );
    await expect.poll(async () => (await fetch(`${server.url}/metrics`)).status).toBe(200);
    server.child.kill('SIGTERM');
    await expect
      .poll(() =>
        fetch(`${server.url}/healthz`).then(
          () => 'answered',
          () => 'refused',
        ),
      )
      .toBe('refused');
    socket.write(body.slice(10));
    await once(socket, 'close');
    expect(answer).toContain('HTTP/1.1 200 OK');
    expect(await server.ended).toBe(0);

    const { url } = await start();
    const flow = await fetch(`${url}/api/flows/late`);
    expect(flow.status).toBe(200);
  });

  test('does not wait for streams of events: they end, whole', async ({ start }) => {
    const server = await start();
    const streams = await Promise.all(Array.from({ length: 3 }, () => fetch(`${server.url}/api/events`)));
    const texts = streams.map((stream) => stream.text());
    const metrics = await (await fetch(`${server.url}/metrics`)).text();
    expect(metrics).toContain('sluice_live_streams 3');
    const askedAt = performance.now();
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    expect(performance.now() - askedAt).toBeLessThan(5_000);
    for (const text of await Promise.all(texts)) {
      expect(text).toMatch(/^retry: \d+\nid: 0\nevent: ready\ndata: {}\n\n$/);
    }
  });

  test('does not wait for ever for a request that never ends', async ({ start }) => {
    const server = await start();
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname).on('error', () => undefined);
    socket.write(`POST /create-flow HTTP/1.1\r\nHost: ${hostname}\r\nContent-Length: 100\r\n\r\n{`);
    await fetch(`${server.url}/healthz`);
    const askedAt = performance.now();
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    expect(performance.now() - askedAt).toBeLessThan(10_000);
  });

  test('by kill -9 loses nothing that was acknowledged and leaves nothing in the way', async ({ start }) => {
    const server = await start();
    const client = clientOf(server.url);
    const acknowledged: string[] = [];
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      for (let count = 0; ; count += 1) {
        const flowName = `flow-${writer}-${count}`;
        await client.send(new CreateFlowCommand(flowRequest(flowName, 'Scheduled')));
        acknowledged.push(flowName);
      }
    });
    const stopped = Promise.allSettled(writers);
    await expect.poll(() => acknowledged.length).toBeGreaterThan(100);
    server.child.kill('SIGKILL');
    expect(await server.ended).toBe('SIGKILL');
    await stopped;

    const again = clientOf((await start()).url);
    const names = new Set<string | undefined>();
    let nextToken: string | undefined;
    do {
      const page = await again.send(new ListFlowsCommand({ maxResults: 100, nextToken }));
      page.flows?.forEach(({ flowName }) => names.add(flowName));
      nextToken = page.nextToken;
    } while (nextToken);
    expect(acknowledged.filter((flowName) => !names.has(flowName))).toEqual([]);
  });
});

test.describe('npm', () => {
  test('start serves and ends cleanly with npm, without an orphan', async ({ start }) => {
    const server = await start({}, ['npm', 'start']);
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
    expect(await server.stop()).toBe(0);
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();
  });

  test('run dev serves the pages and the API by Next, from the sources, and ends cleanly', async ({
    start,
  }) => {
    test.setTimeout(180_000);
    const server = await start({}, ['npm', 'run', 'dev']);
    await expect(
      clientOf(server.url).send(new StopFlowCommand({ flowName: 'nothing' })),
    ).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
    expect((await fetch(`${server.url}/flows`)).status).toBe(200);
    expect(await server.stop()).toBe(0);
  });

  test('run reset brings the demo fleet back, but not under a server', async ({
    start,
    settings,
    folder,
  }) => {
    const server = await start();
    const client = clientOf(server.url);
    await client.send(new CreateFlowCommand(flowRequest('mine', 'Scheduled')));
    expect(await refusal(settings, [process.execPath, 'dist/reset.js'])).toMatch(
      /^Another Sluice is running on the database /,
    );
    await server.stop();

    const reset = startProcess(settings, [process.execPath, 'dist/reset.js']);
    expect(await reset.ended, reset.output.stderr).toBe(0);
    expect(reset.output.stdout).toBe(
      `The demo fleet is back in ${folder}/data/sluice.db. What was there before is in ${folder}/data/sluice.db.before-reset.\n`,
    );
    const again = await start();
    const demo = await fetch(`${again.url}/api/flows`).then(
      (response) => response.json() as Promise<{ existing: number }>,
    );
    expect(demo.existing).toBeGreaterThan(30);
    const { flows } = await clientOf(again.url).send(new ListFlowsCommand({}));
    expect(flows).toEqual([]);
  });
});
