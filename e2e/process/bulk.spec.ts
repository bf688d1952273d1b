import { AppflowClient, CreateFlowCommand, StartFlowCommand } from '@aws-sdk/client-appflow';
import Sqlite from 'better-sqlite3';
import { BulkAnswer, BulkJobDetail } from '@/contract/bulk';
import { expect, flowRequest, region, test } from '../fixtures';
import { startServer, temporaryFolder } from '../server-process';

test('a bulk job goes on after kill -9, with each flow handled once', async ({ account }) => {
  const folder = temporaryFolder();
  const settings = { DATABASE_URL: `file:${folder.path}/sluice.db`, SLUICE_SEED: 'none', LOG_LEVEL: 'error' };
  const headers = {
    'content-type': 'application/json',
    'x-sluice-account': account,
    'x-sluice-region': region,
  };
  const first = await startServer(settings);
  const appflow = new AppflowClient({
    endpoint: first.url,
    region,
    credentials: { accessKeyId: account, secretAccessKey: 'x' },
  });
  const flowNames = Array.from({ length: 600 }, (_, index) => `flow-${index}`);
  for (let from = 0; from < flowNames.length; from += 50) {
    await Promise.all(
      flowNames.slice(from, from + 50).map(async (flowName) => {
        await appflow.send(new CreateFlowCommand(flowRequest(flowName, 'Scheduled')));
        await appflow.send(new StartFlowCommand({ flowName }));
      }),
    );
  }
  appflow.destroy();
  const made = await fetch(`${first.url}/api/bulk`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ action: 'stop', flows: { filter: '' } }),
  });
  const { job } = BulkAnswer.parse(await made.json());
  expect(job.total).toBe(flowNames.length);
  first.child.kill('SIGKILL');
  await first.ended;

  const second = await startServer(settings);
  try {
    const read = async () =>
      BulkJobDetail.parse(
        await (await fetch(`${second.url}/api/bulk/${job.id}?account=${account}&region=${region}`)).json(),
      ).job;
    await expect.poll(async () => (await read()).status).toBe('done');
    expect((await read()).counts).toMatchObject({ changed: flowNames.length, waiting: 0 });
  } finally {
    await second.stop();
  }
  const database = new Sqlite(`${folder.path}/sluice.db`, { readonly: true });
  const stops = database.prepare(`SELECT flowName FROM "Event" WHERE operation = 'StopFlow'`).pluck().all();
  database.close();
  expect([...stops].sort()).toEqual([...flowNames].sort());
  folder.remove();
});
