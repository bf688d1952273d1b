import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';
import {
  CreateFlowCommand,
  ListFlowsCommand,
  StartFlowCommand,
  StopFlowCommand,
} from '@aws-sdk/client-appflow';
import { expect, flowRequest, region } from '../fixtures';
import { startProcess } from '../server-process';
import { credentialsIn, strictAccount, test } from '../strict-server';

const run = promisify(execFile);

for (const wire of ['server', 'next'] as const) {
  test(`the AWS SDK is let in by its signature alone, where the ${wire} answers`, async ({
    start,
    key,
    keys,
    clientOf,
  }) => {
    const { url, stop } = await start({ SLUICE_WIRE: wire });
    const client = clientOf({ url: url, credentials: key, maxAttempts: 1 });
    await client.send(new CreateFlowCommand(flowRequest('orders', 'Scheduled')));
    await client.send(new StartFlowCommand({ flowName: 'orders' }));
    expect(await client.send(new StopFlowCommand({ flowName: 'orders' }))).toMatchObject({
      flowStatus: 'Suspended',
      flowArn: `arn:aws:appflow:${region}:${strictAccount}:flow/orders`,
    });

    const refusal = (credentials: typeof key) =>
      clientOf({ url: url, credentials: credentials, maxAttempts: 1 }).send(new ListFlowsCommand({}));
    await expect(refusal({ ...key, secretAccessKey: 'wrong' })).rejects.toMatchObject({
      name: 'InvalidSignatureException',
    });
    await expect(refusal({ accessKeyId: strictAccount, secretAccessKey: 'x' })).rejects.toMatchObject({
      name: 'UnrecognizedClientException',
    });
    const temporary = credentialsIn(await keys('session', key.accessKeyId));
    expect(await refusal(temporary)).toMatchObject({ flows: [{ flowName: 'orders' }] });
    await expect(refusal({ ...temporary, sessionToken: 'wrong' })).rejects.toMatchObject({
      name: 'UnrecognizedClientException',
    });

    await keys('revoke', key.accessKeyId);
    await expect(refusal(key)).rejects.toMatchObject({ name: 'UnrecognizedClientException' });
    await expect(refusal(temporary)).rejects.toMatchObject({ name: 'UnrecognizedClientException' });
    expect(await stop()).toBe(0);
  });
}

test('a start says how to make a key, and shows nothing to who has none', async ({ start }) => {
  const { url, output } = await start();
  await expect
    .poll(() => output.stdout)
    .toBe(
      `Sluice is ready at ${url}\nIt asks everyone for an access key. To make one:\n` +
        'npm run keys -- create --account 000000000000 --name YOUR_NAME\n',
    );
  expect(await (await fetch(`${url}/readyz`)).text()).toBe('ready\n');
  const list = await fetch(`${url}/flows`, { redirect: 'manual' });
  expect([list.status, list.headers.get('location')]).toEqual([307, '/sign-in?next=%2Fflows']);
  expect((await fetch(`${url}/api/flows`)).status).toBe(401);
  const page = await fetch(`${url}/sign-in`);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('Access key ID');
});

test('a start refuses another secret key than the access keys were made with, or none', async ({
  settings,
  key,
}) => {
  const refusal = async (more: Record<string, string>) => {
    const { output, ended } = startProcess({ ...settings, ...more });
    expect(await ended).toBe(1);
    return output.stderr;
  };
  expect(await refusal({ SLUICE_SECRET_KEY: 'ab'.repeat(32) })).toBe(
    `SLUICE_SECRET_KEY does not open the access key ${key.accessKeyId} of this database: ` +
      `give the one that it was made with, or revoke the key (npm run keys -- revoke ${key.accessKeyId}) and make another.\n`,
  );
  expect(await refusal({ SLUICE_SECRET_KEY: '' })).toMatch(
    /^SLUICE_AUTH=strict needs SLUICE_SECRET_KEY, .* Make one, keep it, and give the same every time: node -e ".*"\n$/,
  );
});

test('the command lists keys without their secrets and says what it does not understand', async ({
  start,
  key,
  keys,
  clientOf,
}) => {
  expect(await keys('list')).toMatch(
    new RegExp(`^ACCESS KEY .*\n${key.accessKeyId}  ${strictAccount}  ana  +active +\\S+Z +never\n$`),
  );
  const { url } = await start();
  await clientOf({ url: url, credentials: key, maxAttempts: 1 }).send(new ListFlowsCommand({}));
  await keys('session', key.accessKeyId, '--hours', '2');
  await keys('revoke', key.accessKeyId);
  const list = await keys('list');
  expect(list).toMatch(
    new RegExp(
      `\n${key.accessKeyId}  ${strictAccount}  ana  +revoked \\S+Z +\\S+Z +\\S+Z\nASIA.* revoked .* never\n$`,
    ),
  );
  expect(list).not.toContain(key.secretAccessKey);

  const said = async (...words: string[]) => {
    const failed = await keys(...words).catch((error: unknown) => error);
    return (failed as { stderr: string }).stderr;
  };
  expect(await said()).toMatch(/^Access keys of the strict mode/);
  expect(await said('create', '--colour', 'red')).toMatch(/^Access keys of the strict mode/);
  expect(await said('create')).toBe(
    'An access key belongs to an account of 12 digits: --account 111122223333\n',
  );
  expect(await said('revoke', 'AKIANOBODY')).toBe(
    'There is no access key AKIANOBODY that could be revoked.\n',
  );
  expect(await said('session', key.accessKeyId)).toMatch(
    /^There is no access key AKIA\w+ that temporary ones/,
  );
  expect(await said('session', key.accessKeyId, '--hours', '37')).toMatch(
    /^A temporary key lives for up to 36 hours/,
  );
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
  test('the AWS CLI, unmodified, is let in by its signature alone', async ({
    start,
    key,
    keys,
    clientOf,
  }) => {
    const { url } = await start();
    await clientOf({ url: url, credentials: key, maxAttempts: 1 }).send(
      new CreateFlowCommand(flowRequest('orders', 'Scheduled')),
    );
    const temporary = credentialsIn(await keys('session', key.accessKeyId));
    const list = (credentials: typeof key) =>
      run('aws', ['appflow', 'list-flows', '--endpoint-url', url, '--region', region, '--output', 'json'], {
        env: {
          ...process.env,
          AWS_ACCESS_KEY_ID: credentials.accessKeyId,
          AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
          ...(credentials.sessionToken && { AWS_SESSION_TOKEN: credentials.sessionToken }),
        },
      });
    expect(JSON.parse((await list(key)).stdout)).toMatchObject({ flows: [{ flowName: 'orders' }] });
    expect(JSON.parse((await list(temporary)).stdout)).toMatchObject({ flows: [{ flowName: 'orders' }] });
    await expect(list({ ...key, secretAccessKey: 'wrong' })).rejects.toMatchObject({
      stderr: expect.stringContaining('(InvalidSignatureException) when calling the ListFlows operation'),
    });
    await keys('revoke', key.accessKeyId);
    await expect(list(key)).rejects.toMatchObject({
      stderr: expect.stringContaining('(UnrecognizedClientException) when calling the ListFlows operation'),
    });
  });
}
