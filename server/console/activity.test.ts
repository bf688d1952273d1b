import { expect, test } from 'vitest';
import { ActivityPage, ActivityQuery } from '@/contract/activity';
import type { Viewer } from '@/contract/console';
import { registerServices } from '../context';
import { flowArn } from '../domain/arn';
import { createFlow } from '../operations/create-flow';
import { startFlow } from '../operations/start-flow';
import { stopFlow } from '../operations/stop-flow';
import { tagResource } from '../operations/tag-resource';
import { untagResource } from '../operations/untag-resource';
import { updateFlow } from '../operations/update-flow';
import { flowRequest, openTestServices, world } from '../testing/open-test-services';
import { answerActivity, answerActivityExport, readActivity } from './activity';
import { changeWorld, readWorlds } from './worlds';

const here = `account=${world.account}&region=${world.region}`;
const get = (path: string) => new Request(`http://127.0.0.1/api/${path}`);

async function openWorld() {
  const services = await openTestServices();
  registerServices(services);
  const caller = { actor: '=HYPERLINK("x")', via: 'console', reason: 'INC-1, "urgent"\nsee mail' };
  const ctx = services.contextOf('Ana', { caller, requestId: 'request-1' });
  await createFlow(flowRequest('export', 'OnDemand'), ctx);
  await expect(stopFlow({ flowName: 'export' }, { ...ctx, requestId: 'request-2' })).rejects.toThrow();
  return { ...services, ctx, caller };
}

const viewer: Viewer = { auth: 'open' };

test('a page has refusals with their message, and says after which event the next is new', async () => {
  const { ctx } = await openWorld();
  const page = await readActivity(viewer, world, ActivityQuery.parse({}));
  expect(ActivityPage.safeParse(page).success).toBe(true);
  expect(page.rows).toMatchObject([
    {
      operation: 'StopFlow',
      outcome: 'refused',
      errorName: 'UnsupportedOperationException',
      requestId: 'request-2',
    },
    { operation: 'CreateFlow', outcome: 'changed', afterStatus: 'Active' },
  ]);
  await createFlow(flowRequest('orders', 'Event'), ctx);
  const newer = await readActivity(viewer, world, ActivityQuery.parse({ flow: 'ord*' }), {
    after: page.head,
  });
  expect(newer.rows).toMatchObject([{ flowName: 'orders' }]);
  expect(newer.head).toBeGreaterThan(page.head);
});

test('since counts back from now', async () => {
  const { time } = await openWorld();
  time.now += 2 * 3_600_000;
  expect((await readActivity(viewer, world, ActivityQuery.parse({ since: '1h' }))).rows).toEqual([]);
  expect((await readActivity(viewer, world, ActivityQuery.parse({ since: '24h' }))).rows).toHaveLength(2);
});

test('the export is RFC 4180, harmless in a spreadsheet, and has what matches only', async () => {
  await openWorld();
  const response = await answerActivityExport(get(`activity.csv?${here}&outcome=refused`), 'csv');
  expect(response.headers.get('content-disposition')).toContain('.csv"');
  const text = await response.text();
  expect(text.split('\r\n')).toHaveLength(3);
  expect(text).toMatch(/^time,account,region,flowName,/);
  expect(text).toContain(
    `"'=HYPERLINK(""x"")",console,"INC-1, ""urgent"" see mail"`.replace(' see', '\nsee'),
  );
  const lines = (await (await answerActivityExport(get(`activity.jsonl?${here}`), 'jsonl')).text())
    .trim()
    .split('\n');
  expect(lines.map((line): unknown => JSON.parse(line))).toMatchObject([
    { requestId: 'request-2', exception: 'UnsupportedOperationException', region: world.region },
    { requestId: 'request-1', who: '=HYPERLINK("x")' },
  ]);
});

test('what makes no sense is a 400', async () => {
  await openWorld();
  expect((await answerActivity(get(`activity?${here}&outcome=maybe`))).status).toBe(400);
  expect((await answerActivity(get(`activity?${here}&from=yesterday`))).status).toBe(400);
  expect((await answerActivityExport(get('activity.csv?account=1'), 'csv')).status).toBe(400);
  expect((await answerActivity(get(`activity?${here}&before=3`))).status).toBe(200);
  const unknown = await answerActivity(get(`activity?${here}&flow=orders&flowname=orders&state=x`));
  expect(unknown.status).toBe(400);
  expect(await unknown.json()).toMatchObject({
    message: expect.stringContaining('This makes no sense to the activity: flowname, state.'),
  });
  expect((await answerActivityExport(get(`activity.csv?${here}&before=3`), 'csv')).status).toBe(400);
});

test('a world gets a name, a colour and a rule, and an event says what changed', async () => {
  const { caller } = await openWorld();
  const asked = { world, caller, requestId: 'request-3' };
  const settings = { name: 'Production', color: 'red', reasonRequired: true } as const;
  await changeWorld(asked, settings);
  await changeWorld({ ...asked, requestId: 'request-4' }, settings);
  expect(await readWorlds(viewer)).toEqual({ worlds: [{ ...world, ...settings }] });
  const { rows } = await readActivity(viewer, world, ActivityQuery.parse({ operation: 'ChangeWorld' }));
  expect(rows).toMatchObject([
    { outcome: 'unchanged', requestId: 'request-4' },
    {
      outcome: 'changed',
      detail: 'name: none → Production; colour: none → red; reason: optional → required',
    },
  ]);
  expect(rows[0]).not.toHaveProperty('flowName');
});

test('what no status tells is told in words, on the page, the flow’s own and in what is exported', async () => {
  const { ctx, data, time } = await openWorld();
  const resourceArn = flowArn(world, 'orders');
  await createFlow(flowRequest('orders', 'Scheduled'), ctx);
  await startFlow({ flowName: 'orders' }, ctx);
  await tagResource({ resourceArn, tags: { protected: 'true' } }, ctx);
  await untagResource({ resourceArn, tagKeys: ['protected'] }, ctx);
  const until = time.now + 3_600_000;
  await stopFlow({ flowName: 'orders' }, { ...ctx, startsAgainAt: until });
  await stopFlow({ flowName: 'orders' }, { ...ctx, startsAgainAt: until + 3_600_000 });
  await updateFlow({ ...flowRequest('orders', 'Scheduled'), description: 'Daily' }, ctx);
  await updateFlow({ ...flowRequest('orders', 'Scheduled'), description: 'Daily' }, ctx);

  const details = [
    undefined,
    'description: none → Daily; no longer starts again at 2026-01-15T14:00Z',
    'until 2026-01-15T14:00Z instead of 2026-01-15T13:00Z',
    'until 2026-01-15T13:00Z',
    '− protected=true',
    '+ protected=true',
    undefined,
    undefined,
  ];
  const { rows } = await readActivity(viewer, world, ActivityQuery.parse({ flow: 'orders' }));
  expect(rows.map(({ detail }) => detail)).toEqual(details);
  const ofFlow = await data.events.ofFlow(world, 'orders', 10);
  expect(ofFlow.map(({ detail }) => detail)).toEqual(details);
  const csv = await answerActivityExport(get(`activity.csv?${here}&operation=UpdateFlow`), 'csv');
  expect(await csv.text()).toContain('description: none → Daily');
  const lines = await answerActivityExport(get(`activity.jsonl?${here}&operation=TagResource`), 'jsonl');
  expect(JSON.parse(await lines.text())).toMatchObject({ detail: '+ protected=true' });
});
