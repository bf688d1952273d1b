import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, region, test } from '../fixtures';
import { root } from '../server-process';
import { everyOperation } from './every-operation';

if (spawnSync('python3', ['-c', 'import boto3']).status === 0) {
  test('boto3, unmodified, sends every operation and reads its answer', async ({ sluiceUrl, account }) => {
    const requests = [
      ...everyOperation(account),
      { operation: 'StopFlow', input: { flowName: 'nothing' } },
      { operation: 'UntagResource', input: { resourceArn: 'orders', tagKeys: ['team'] } },
    ];
    const python = spawn('python3', [path.join(root, 'e2e/wire/boto3-every-operation.py')], {
      env: {
        ...process.env,
        SLUICE_URL: sluiceUrl,
        AWS_REGION: region,
        AWS_ACCESS_KEY_ID: account,
        AWS_SECRET_ACCESS_KEY: 'x',
      },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    python.stdin.end(JSON.stringify(requests));
    const answers: unknown = JSON.parse(await text(python.stdout));
    expect(answers).toEqual([
      ...everyOperation(account).map(() => 200),
      'ResourceNotFoundException',
      'ValidationException',
    ]);
  });
}
