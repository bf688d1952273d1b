import { CreateFlowCommand, DescribeFlowCommand, StartFlowCommand } from '@aws-sdk/client-appflow';
import { FlowDetail } from '@/contract/console';
import { expect, flowRequest, region, test } from '../fixtures';
import { startServer, temporaryFolder } from '../server-process';

/** Long enough to stop the flow and kill the process before. */
const STOPPED_MS = 5_000;

test('a flow that was stopped until a time starts again, though the process was killed before and the time passed meanwhile', async ({
  account,
  clientOf,
}) => {
  const folder = temporaryFolder();
  const settings = { DATABASE_URL: `file:${folder.path}/sluice.db`, SLUICE_SEED: 'none', LOG_LEVEL: 'error' };
  const flowName = 'orders';
  const first = await startServer(settings);
  const appflow = clientOf({ url: first.url });
  await appflow.send(new CreateFlowCommand(flowRequest(flowName, 'Event')));
  await appflow.send(new StartFlowCommand({ flowName }));
  const until = Date.now() + STOPPED_MS;
  const stopped = await fetch(`${first.url}/stop-flow`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      // As the browser says it of a page of this server.
      origin: first.url,
      'x-sluice-account': account,
      'x-sluice-region': region,
      'x-sluice-actor': 'Ana',
      'x-sluice-until': String(until),
    },
    body: JSON.stringify({ flowName }),
  });
  expect(await stopped.json()).toMatchObject({ flowStatus: 'Suspended' });
  first.child.kill('SIGKILL');
  await first.ended;
  await expect.poll(() => Date.now()).toBeGreaterThan(until);
  const restartedAt = Date.now();

  const second = await startServer(settings);
  try {
    const read = async () => {
      const url = `${second.url}/api/flows/${flowName}?account=${account}&region=${region}`;
      return FlowDetail.parse(await (await fetch(url)).json());
    };
    await expect.poll(async () => (await read()).flow.flowStatus).toBe('Active');
    const again = clientOf({ url: second.url });
    expect(await again.send(new DescribeFlowCommand({ flowName }))).toMatchObject({ flowStatus: 'Active' });
    const [start, stop] = (await read()).events;
    expect(stop).toMatchObject({ operation: 'StopFlow', by: 'Ana', afterStatus: 'Suspended' });
    expect(start).toMatchObject({
      by: 'Sluice',
      via: 'runner',
      beforeStatus: 'Suspended',
      afterStatus: 'Active',
    });
    expect(stop?.at).toBeLessThan(until);
    expect(start?.at).toBeGreaterThanOrEqual(restartedAt);
  } finally {
    await second.stop();
  }
  folder.remove();
});
