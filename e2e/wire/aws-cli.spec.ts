import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, region, test as base } from '../fixtures';
import { everyOperation } from './every-operation';

const run = promisify(execFile);

/** The AWS CLI with these words after `aws appflow`; gives what it printed, read as JSON. */
type Aws = (...words: string[]) => Promise<unknown>;

const test = base.extend<{ aws: Aws }>({
  aws: async ({ sluiceUrl, account }, use) => {
    const common = ['--endpoint-url', sluiceUrl, '--region', region, '--output', 'json'];
    const env = { ...process.env, AWS_ACCESS_KEY_ID: account, AWS_SECRET_ACCESS_KEY: 'x', AWS_PAGER: '' };
    await use(async (...words) => {
      const { stdout } = await run('aws', ['appflow', ...words, ...common], { env });
      return stdout === '' ? undefined : (JSON.parse(stdout) as unknown);
    });
  },
});

if (spawnSync('aws', ['--version']).status === 0) {
  test('the AWS CLI, unmodified, lists, starts and stops flows', async ({ aws, createFlow }) => {
    await createFlow('orders', 'Scheduled');
    expect(await aws('list-flows')).toMatchObject({ flows: [{ flowName: 'orders' }] });
    expect(await aws('start-flow', '--flow-name', 'orders')).toMatchObject({ flowStatus: 'Active' });
    expect(await aws('stop-flow', '--flow-name', 'orders')).toMatchObject({ flowStatus: 'Suspended' });
    await expect(aws('stop-flow', '--flow-name', 'nothing')).rejects.toMatchObject({
      stderr: expect.stringContaining('(ResourceNotFoundException) when calling the StopFlow operation'),
    });
  });

  test('the AWS CLI, unmodified, tags and untags a flow', async ({ aws, account, createFlow }) => {
    await createFlow('orders', 'Scheduled');
    const flow = ['--resource-arn', `arn:aws:appflow:${region}:${account}:flow/orders`];
    await aws('tag-resource', ...flow, '--tags', '{"team":"crm","a+b":"sum","env":"test"}');
    await aws('untag-resource', ...flow, '--tag-keys', 'a+b', 'env');
    expect(await aws('list-tags-for-resource', ...flow)).toEqual({ tags: { team: 'crm' } });
  });

  test('the AWS CLI, unmodified, sends every operation and reads its answer', async ({ aws, account }) => {
    // Python takes its time to start, 25 times.
    test.slow();
    for (const { operation, input } of everyOperation(account)) {
      const command = operation.replace(/(?!^)[A-Z]/g, '-$&').toLowerCase();
      await aws(command, '--cli-input-json', JSON.stringify(input));
    }
    expect(await aws('list-flows')).toEqual({ flows: [] });
  });
}
