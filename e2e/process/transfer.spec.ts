import { execFile, execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import {
  AppflowClient,
  DescribeFlowCommand,
  ListFlowsCommand,
  StopFlowCommand,
} from '@aws-sdk/client-appflow';
import { expect, test as base } from '../fixtures';
import { root, startProcess, startServer, temporaryFolder, type RunningServer } from '../server-process';

const account = '210987654321';
const region = 'eu-central-1';
const fixtures = path.join(root, 'server/transfer/fixtures');
const listFlows = path.join(fixtures, 'list-flows.json');
const describeFlow = path.join(fixtures, 'describe-flow-loop.json');

interface Ended {
  code: number | string;
  stdout: string;
  stderr: string;
}

interface Fixtures {
  folder: string;
  /** Runs an npm script on the test's own database, which is new. */
  npmRun: (script: 'import' | 'export', ...args: string[]) => Promise<Ended>;
  /** Starts a server on it, which ends with the test at the latest. */
  start: () => Promise<RunningServer & { appflow: AppflowClient }>;
}

const test = base.extend<Fixtures>({
  folder: async ({}, use) => {
    const folder = temporaryFolder();
    await use(folder.path);
    folder.remove();
  },
  npmRun: async ({ folder }, use) => {
    await use(async (script, ...args) => {
      const settings = { DATABASE_URL: `file:${folder}/sluice.db` };
      const { output, ended } = startProcess(settings, ['npm', 'run', '--silent', script, '--', ...args]);
      return { code: await ended, ...output };
    });
  },
  start: async ({ folder }, use) => {
    const servers: RunningServer[] = [];
    await use(async () => {
      const server = await startServer({ DATABASE_URL: `file:${folder}/sluice.db` });
      servers.push(server);
      const credentials = { accessKeyId: account, secretAccessKey: 'x' };
      return { ...server, appflow: new AppflowClient({ endpoint: server.url, region, credentials }) };
    });
    for (const { child, ended } of servers) {
      child.kill('SIGKILL');
      await ended;
    }
  },
});

test('flows that the AWS CLI printed are served and operated, and no demo fleet beside them', async ({
  npmRun,
  start,
}) => {
  expect(await npmRun('import', listFlows, describeFlow)).toEqual({
    code: 0,
    stderr: '',
    stdout:
      `Imported 7 flows into account ${account} in ${region}: 3 active, 1 on demand, 1 suspended, 1 draft, 1 errored.\n` +
      'Known from list-flows alone, so without schedule and fields, which describe-flow prints: 1.\n' +
      `The console shows them at /flows?account=${account}&region=${region}\n`,
  });
  const { appflow, url } = await start();
  const { flows } = await appflow.send(new ListFlowsCommand({}));
  expect(flows?.map(({ flowName }) => flowName)).toHaveLength(7);
  expect(
    await appflow.send(new DescribeFlowCommand({ flowName: 'salesforce-opportunities-to-redshift' })),
  ).toMatchObject({
    flowArn: `arn:aws:appflow:${region}:${account}:flow/salesforce-opportunities-to-redshift`,
    flowStatus: 'Active',
    createdAt: new Date('2025-03-10T05:41:12.417Z'),
    createdBy: `arn:aws:iam::${account}:user/terraform`,
    lastUpdatedBy: `arn:aws:sts::${account}:assumed-role/DataPlatformAdmin/j.hoffmann@example.com`,
    triggerConfig: {
      triggerProperties: { Scheduled: { scheduleStartTime: new Date('2025-03-10T06:00:00Z') } },
    },
    schemaVersion: 7,
  });
  expect(await appflow.send(new DescribeFlowCommand({ flowName: 'hubspot-contacts-to-s3' }))).toMatchObject({
    flowStatus: 'Active',
    triggerConfig: { triggerType: 'Scheduled' },
    tasks: [],
  });
  expect(await appflow.send(new StopFlowCommand({ flowName: 'hubspot-contacts-to-s3' }))).toMatchObject({
    flowStatus: 'Suspended',
  });
  const demo = await fetch(`${url}/api/flows`);
  expect(await demo.json()).toMatchObject({ existing: 0 });
});

test('an export beside a running server, imported elsewhere, exports as the same file', async ({
  npmRun,
  start,
  folder,
}) => {
  await npmRun('import', describeFlow);
  const server = await start();
  await server.appflow.send(new StopFlowCommand({ flowName: 'sap-sales-orders-to-s3' }));
  const file = path.join(folder, 'flows.json');
  expect(await npmRun('export', file)).toMatchObject({ code: 0, stdout: '' });
  expect(await npmRun('import', file)).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(/^Another Sluice is running on the database .*: stop it first/),
  });
  await server.stop();

  expect(await npmRun('import', file, '--account', '444455556666')).toMatchObject({ code: 0, stderr: '' });
  const moved = await npmRun('export', '-', '--account', '444455556666');
  const flowArns = (text: string) => text.replaceAll(/"flowArn": "[^"]*"/g, '');
  expect(flowArns(moved.stdout)).toBe(flowArns(readFileSync(file, 'utf8')));
  expect(moved.stdout).toContain(`arn:aws:appflow:${region}:444455556666:flow/sap-sales-orders-to-s3`);
});

test('what cannot be imported changes nothing and is told in a line each', async ({ npmRun, folder }) => {
  const write = (name: string, text: string) => {
    writeFileSync(path.join(folder, name), text);
    return path.join(folder, name);
  };
  const mistakes: [string[], RegExp][] = [
    [[], /^npm run import -- FILE… /],
    [['--acount', '1', 'x'], /^Unknown option '--acount'.*\nnpm run import -- FILE/s],
    [[listFlows, '--account', '1'], /^--account must be 12 digits, not "1"\.\n$/],
    [[path.join(folder, 'none.json')], /^.*none\.json: ENOENT: .*\n$/],
    [[folder], /^.*: EISDIR: .*\n$/],
    [
      [write('list.yaml', 'flows:\n- flowName: orders\n')],
      /^.*list\.yaml: line 1 is not JSON: .*\nNothing was imported\.\n$/,
    ],
    [
      [write('deep.json', '['.repeat(1_000_000))],
      /^.*deep\.json: line 1 is nested deeper than .*\nNothing was imported\.\n$/,
    ],
    [
      [write('large.json', ' '.repeat(100_000_000))],
      /^.*large\.json: it is larger than 64 MB: divide it\.\n$/,
    ],
    [[write('empty.json', '{"flows": []}')], /^There is no flow to import\.\n$/],
    [
      [listFlows, write('odd.json', '{"flowName": "orders\\u001b[31m"}')],
      /^.*odd\.json: what begins in line 1: \d validation errors detected: [^\u001b]*\nNothing was imported\.\n$/,
    ],
  ];
  for (const [args, stderr] of mistakes) {
    expect(await npmRun('import', ...args)).toEqual({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(stderr),
    });
  }
  expect(existsSync(path.join(folder, 'sluice.db'))).toBe(false);
  expect(await npmRun('export', '-')).toEqual({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(/^There is no database .*sluice\.db: start Sluice once, .*\n$/),
  });

  await npmRun('import', listFlows);
  const again = await npmRun('import', describeFlow);
  expect(again).toMatchObject({ code: 1, stdout: '' });
  expect(again.stderr.split('\n')).toEqual([
    ...Array.from({ length: 6 }, (): unknown =>
      expect.stringMatching(/^.*: .*: Conflict .* already exists\.$/),
    ),
    'Nothing was imported.',
    '',
  ]);
});

function hasAwsCli(): boolean {
  try {
    execFileSync('aws', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

if (hasAwsCli()) {
  test('what the AWS CLI prints of Sluice itself is read as the same flow, in both of its formats', async ({
    npmRun,
    start,
    folder,
  }) => {
    await npmRun('import', describeFlow);
    const server = await start();
    const flowName = 's3-leads-to-salesforce';
    for (const format of ['wire', 'iso8601']) {
      const config = path.join(folder, format);
      writeFileSync(config, `[default]\ncli_timestamp_format = ${format}\n`);
      const { stdout } = await promisify(execFile)(
        'aws',
        [
          'appflow',
          'describe-flow',
          '--flow-name',
          flowName,
          '--endpoint-url',
          server.url,
          '--region',
          region,
          '--output',
          'json',
        ],
        {
          env: {
            ...process.env,
            AWS_CONFIG_FILE: config,
            AWS_ACCESS_KEY_ID: account,
            AWS_SECRET_ACCESS_KEY: 'x',
          },
        },
      );
      writeFileSync(path.join(folder, `${format}.json`), stdout);
    }
    await server.stop();
    const files = ['wire.json', 'iso8601.json'].map((file) => path.join(folder, file));
    expect(await npmRun('import', ...files, '--region', 'us-east-1')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(
        /^Imported 1 flow into account 210987654321 in us-east-1: 1 suspended\.\n/,
      ),
    });
  });
}
