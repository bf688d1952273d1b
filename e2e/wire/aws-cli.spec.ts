import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, region, test } from '../fixtures';

const run = promisify(execFile);

function hasAwsCli(): boolean {
  try {
    execFileSync('aws', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

if (hasAwsCli()) {
  test('the AWS CLI, unmodified, tags and untags a flow', async ({ sluiceUrl, account, createFlow }) => {
    await createFlow('orders', 'Scheduled');
    const tags = async (...words: string[]) => {
      const arn = `arn:aws:appflow:${region}:${account}:flow/orders`;
      const common = [
        '--resource-arn',
        arn,
        '--endpoint-url',
        sluiceUrl,
        '--region',
        region,
        '--output',
        'json',
      ];
      const env = { ...process.env, AWS_ACCESS_KEY_ID: account, AWS_SECRET_ACCESS_KEY: 'x' };
      return (await run('aws', ['appflow', ...words, ...common], { env })).stdout;
    };
    await tags('tag-resource', '--tags', '{"team":"crm","a+b":"sum","env":"test"}');
    await tags('untag-resource', '--tag-keys', 'a+b', 'env');
    expect(JSON.parse(await tags('list-tags-for-resource'))).toEqual({ tags: { team: 'crm' } });
  });

  test('the AWS CLI, unmodified, lists, starts and stops flows', async ({
    sluiceUrl,
    account,
    createFlow,
  }) => {
    await createFlow('orders', 'Scheduled');
    const aws = (...words: string[]) =>
      run('aws', ['appflow', ...words, '--endpoint-url', sluiceUrl, '--region', region, '--output', 'json'], {
        env: { ...process.env, AWS_ACCESS_KEY_ID: account, AWS_SECRET_ACCESS_KEY: 'x' },
      });

    expect(JSON.parse((await aws('list-flows')).stdout)).toMatchObject({ flows: [{ flowName: 'orders' }] });
    expect(JSON.parse((await aws('start-flow', '--flow-name', 'orders')).stdout)).toMatchObject({
      flowStatus: 'Active',
    });
    expect(JSON.parse((await aws('stop-flow', '--flow-name', 'orders')).stdout)).toMatchObject({
      flowStatus: 'Suspended',
    });
    await expect(aws('stop-flow', '--flow-name', 'nothing')).rejects.toMatchObject({
      stderr: expect.stringContaining('(ResourceNotFoundException) when calling the StopFlow operation'),
    });
  });
}
