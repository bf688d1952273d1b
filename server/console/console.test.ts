import { expect, test } from 'vitest';
import { FlowDetail, FlowsPage, OlderRuns, type Viewer } from '@/contract/console';
import { readFlowsQuery } from '@/contract/flows-query';
import { registerServices } from '../context';
import { createFlow } from '../operations/create-flow';
import { deleteFlow } from '../operations/delete-flow';
import { startFlow } from '../operations/start-flow';
import { stopFlow } from '../operations/stop-flow';
import { flowRequest, openTestServices, world } from '../testing/open-test-services';
import { answerFlow, answerFlows, answerOlderRuns } from './answer';
import { readFlowDetail } from './flow-detail';
import { readFlowsPage } from './flows-page';

const anybody: Viewer = { auth: 'open' };
const query = (search = '') => readFlowsQuery(new URLSearchParams(search)).query;

async function openWorld() {
  const services = await openTestServices();
  registerServices(services);
  const ctx = services.contextOf('Ana', { caller: { actor: 'Ana', via: 'console', reason: 'INC-1' } });
  for (const [flowName, triggerType] of [
    ['draft', 'Scheduled'],
    ['running', 'Scheduled'],
    ['stopped', 'Event'],
    ['on-demand', 'OnDemand'],
    ['gone', 'OnDemand'],
  ] as const) {
    await createFlow({ ...flowRequest(flowName, triggerType), tags: { team: `team of ${flowName}` } }, ctx);
  }
  await startFlow({ flowName: 'running' }, ctx);
  await startFlow({ flowName: 'stopped' }, ctx);
  await stopFlow({ flowName: 'stopped' }, ctx);
  await deleteFlow({ flowName: 'gone' }, ctx);
  return { ...services, ctx };
}

const namesOf = (page: FlowsPage) => page.rows.map(({ flowName }) => flowName);

test('the list holds what exists, by name, with why and when next, in the shape of the contract', async () => {
  const { time } = await openWorld();
  const page = await readFlowsPage(anybody, world, query());
  expect(FlowsPage.safeParse(page).success).toBe(true);
  expect(namesOf(page)).toEqual(['draft', 'on-demand', 'running', 'stopped']);
  expect(page).toMatchObject({ total: 4, existing: 4, asOf: time.now, worlds: [{ ...world, flows: 4 }] });
  expect(page.rows[2]).toMatchObject({ scheduleExpression: 'rate(5minutes)', nextRunAt: time.now + 300_000 });
  expect(page.rows[0]).toMatchObject({ nextRunIfStartedAt: time.now + 300_000 });
  expect(page.rows[3]).toMatchObject({
    standing: 'stopped-by-people',
    statusChange: { by: 'Ana', via: 'console', reason: 'INC-1' },
  });
  expect(page.rows.map(({ nextRunAt }) => nextRunAt !== undefined)).toEqual([false, false, true, false]);
});

test('each count is what its filter finds', async () => {
  await openWorld();
  const { counts } = await readFlowsPage(anybody, world, query());
  expect(counts).toMatchObject({
    active: 1,
    'on-demand': 1,
    'stopped-by-people': 1,
    draft: 1,
    deleted: 1,
    errored: 0,
  });
  for (const [status, count] of Object.entries(counts)) {
    expect(await readFlowsPage(anybody, world, query(`status=${status}`))).toMatchObject({ total: count });
  }
});

test('deleted flows are found under Deleted only', async () => {
  await openWorld();
  expect(namesOf(await readFlowsPage(anybody, world, query('status=deleted')))).toEqual(['gone']);
  expect(namesOf(await readFlowsPage(anybody, world, query('q=gone')))).toEqual([]);
});

test('text finds names, people, reasons and tags, whatever the case; wildcards are letters like others', async () => {
  await openWorld();
  expect(namesOf(await readFlowsPage(anybody, world, query('q=RUNN')))).toEqual(['running']);
  expect(namesOf(await readFlowsPage(anybody, world, query('q=team+of+draft')))).toEqual(['draft']);
  expect(namesOf(await readFlowsPage(anybody, world, query('q=inc-1&status=stopped-by-people')))).toEqual([
    'stopped',
  ]);
  expect(namesOf(await readFlowsPage(anybody, world, query('q=%25')))).toEqual([]);
  expect(namesOf(await readFlowsPage(anybody, world, query('q=on_demand')))).toEqual([]);
});

test('filters by trigger and connector, sorting and pages go together', async () => {
  const { ctx } = await openWorld();
  expect(namesOf(await readFlowsPage(anybody, world, query('trigger=Event')))).toEqual(['stopped']);
  expect(namesOf(await readFlowsPage(anybody, world, query('connector=Slack')))).toEqual([]);
  for (let index = 0; index < 30; index += 1) {
    await createFlow(flowRequest(`more-${String(index).padStart(2, '0')}`, 'Event'), ctx);
  }
  const second = await readFlowsPage(anybody, world, query('trigger=Event&order=desc&size=25&page=2'));
  expect(second.total).toBe(31);
  expect(namesOf(second)).toEqual(['more-05', 'more-04', 'more-03', 'more-02', 'more-01', 'more-00']);
});

test('another world is empty and names the worlds that are not', async () => {
  await openWorld();
  const page = await readFlowsPage(anybody, { ...world, region: 'us-east-1' }, query());
  expect(page).toMatchObject({ rows: [], existing: 0, worlds: [{ ...world, flows: 4 }] });
});

test('a flow is read with its runs and events, a deleted one too, and one that never was is 404', async () => {
  const { ctx } = await openWorld();
  await startFlow({ flowName: 'on-demand' }, ctx);
  const at = (name: string) =>
    answerFlow(
      new Request(`http://localhost/api/flows/${name}?account=${world.account}&region=${world.region}`),
      name,
    );

  const detail = FlowDetail.parse(await (await at('on-demand')).json());
  expect(detail).toMatchObject({
    flow: { flowName: 'on-demand', definition: { tasks: [{ taskType: 'Map_all' }] } },
    executions: [{ executionStatus: 'InProgress' }],
    events: [{ operation: 'StartFlow' }, { operation: 'CreateFlow' }],
  });
  expect(FlowDetail.parse(await (await at('gone')).json()).flow).toMatchObject({
    flowStatus: 'Deleted',
    statusChange: { by: 'Ana' },
  });
  expect((await at('nothing')).status).toBe(404);
});

test('the next runs of a flow are those of its schedule, or of a start now or when it starts again', async () => {
  const { ctx, time } = await openWorld();
  const minutesUntil = async (name: string) =>
    (await readFlowDetail(anybody, world, name))?.nextRuns.map((at) => (at - time.now) / 60_000);
  expect(await minutesUntil('running')).toEqual([5, 10, 15, 20, 25]);
  expect(await minutesUntil('draft')).toEqual([5, 10, 15, 20, 25]);
  expect(await minutesUntil('on-demand')).toEqual([]);
  await ctx.data.submit({
    world,
    flowName: 'running',
    caller: ctx.caller,
    requestId: 'r',
    command: { operation: 'StopFlow', startsAgainAt: time.now + 3_600_000 },
    answer: () => undefined,
  });
  expect(await minutesUntil('running')).toEqual([65, 70, 75, 80, 85]);
});

test('runs beyond the newest hundred are read from the last one on, each once', async () => {
  const { ctx, time } = await openWorld();
  for (let run = 0; run < 103; run += 1) {
    // Some begin at the same time.
    time.now += run % 3;
    await startFlow({ flowName: 'on-demand' }, ctx);
  }
  const detail = await readFlowDetail(anybody, world, 'on-demand');
  expect(detail).toMatchObject({ hasOlderExecutions: true });
  const newest = detail?.executions ?? [];
  const last = newest.at(-1);
  const search = new URLSearchParams({
    ...world,
    startedAt: String(last?.startedAt),
    executionId: last?.executionId ?? '',
  });
  const at = (query: URLSearchParams) =>
    answerOlderRuns(new Request(`http://localhost/api/flows/on-demand/runs?${query}`), 'on-demand');
  const older = OlderRuns.parse(await (await at(search)).json());
  expect(older.hasOlderExecutions).toBe(false);
  const ids = [...newest, ...older.executions].map(({ executionId }) => executionId);
  expect(ids).toHaveLength(103);
  expect(new Set(ids).size).toBe(103);
  search.delete('executionId');
  expect((await at(search)).status).toBe(400);
});

test('a flow that was made again under its name is read as it is now, with the history of both', async () => {
  const { ctx, time } = await openWorld();
  time.now += 1_000;
  await createFlow(flowRequest('gone', 'Event'), ctx);
  const answer = await answerFlow(
    new Request(`http://localhost/api/flows/gone?account=${world.account}&region=${world.region}`),
    'gone',
  );
  const { flow, events } = FlowDetail.parse(await answer.json());
  expect(flow.flowStatus).toBe('Draft');
  expect(events.map(({ operation }) => operation)).toEqual(['CreateFlow', 'DeleteFlow', 'CreateFlow']);
});

test.each(['sort=nonsense', 'page=0', 'size=1000', 'status=gone', 'account=1', 'region=Mars'])(
  'a query that is none is refused: %s',
  async (search) => {
    await openWorld();
    const answer = await answerFlows(new Request(`http://localhost/api/flows?${search}`));
    expect(answer.status).toBe(400);
    expect(typeof (await answer.json()).message).toBe('string');
  },
);
