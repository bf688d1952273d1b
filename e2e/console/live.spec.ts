import { AppflowClient, CreateFlowCommand, StartFlowCommand, StopFlowCommand } from '@aws-sdk/client-appflow';
import type { Page } from '@playwright/test';
import { expect, flowRequest, region, test } from '../fixtures';
import { portToKeep, type Settings, startServer, temporaryFolder } from '../server-process';
import { listOf } from './list-page';
import { stripOf } from './strip-page';

const signOf = (page: Page) => page.locator('[data-live]');

async function expectLive(page: Page): Promise<void> {
  await expect(signOf(page)).toHaveText('Live');
}

/** Of a server that comes back on its port, with what was in its database. */
async function settingsIn(folder: string): Promise<Settings> {
  const DATABASE_URL = `file:${folder}/sluice.db`;
  return { DATABASE_URL, SLUICE_SEED: 'none', LOG_LEVEL: 'error', PORT: await portToKeep() };
}

/** The requests of a page for the list or a flow, from now on. */
function readsOf(page: Page): string[] {
  const reads: string[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).pathname.startsWith('/api/flows')) reads.push(request.url());
  });
  return reads;
}

/** The page's streams, from now on: the browser renews its stream every ten seconds. */
function streamsOf(page: Page): string[] {
  const streams: string[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === '/api/events') streams.push(request.url());
  });
  return streams;
}

test('a stop made elsewhere shows by itself, by one read, and nothing is read while nothing happens @any-window', async ({
  page,
  appflow,
  createFlow,
  flowsUrl,
}) => {
  await createFlow('orders', 'Scheduled', 'started');
  const streams = streamsOf(page);
  await page.goto(flowsUrl);
  await expectLive(page);
  // Before the stream was open it may have asked. It reads itself once more now; then two streams go by, twenty seconds.
  streams.length = 0;
  const reads = readsOf(page);
  await expect.poll(() => streams.length, { timeout: 60_000 }).toBe(2);
  expect(reads.length).toBeLessThanOrEqual(1);

  reads.length = 0;
  await appflow.send(new StopFlowCommand({ flowName: 'orders' }));
  await expect(listOf(page).status('orders', 'Suspended')).toBeVisible();
  await expect(listOf(page).row('orders')).toContainText('aws-sdk-js');
  expect(reads).toHaveLength(1);
});

test('what concerns no shown flow and no count is not read at all @any-window', async ({
  page,
  appflow,
  createFlow,
  flowsUrl,
}) => {
  await createFlow('orders', 'Scheduled', 'started');
  await createFlow('export', 'OnDemand');
  await page.goto(`${flowsUrl}&trigger=Scheduled`);
  await expectLive(page);
  await expect(listOf(page).name('orders')).toBeVisible();
  // The read that follows the opening of the stream is over when one that is asked for later is.
  await appflow.send(new StopFlowCommand({ flowName: 'orders' }));
  await expect(listOf(page).status('orders', 'Suspended')).toBeVisible();
  const reads = readsOf(page);
  await expect(appflow.send(new StopFlowCommand({ flowName: 'export' }))).rejects.toThrow();
  await appflow.send(new StopFlowCommand({ flowName: 'orders' }));
  await appflow.send(new StartFlowCommand({ flowName: 'orders' }));
  await expect(listOf(page).status('orders', 'Active')).toBeVisible();
  expect(reads).toHaveLength(1);
});

test('a flow’s own page shows a stop and a refused attempt made elsewhere', async ({
  page,
  account,
  appflow,
  createFlow,
}) => {
  await createFlow('export', 'OnDemand');
  await page.goto(`/flows/export?account=${account}&region=${region}`);
  await expectLive(page);
  await expect(appflow.send(new StopFlowCommand({ flowName: 'export' }))).rejects.toThrow();
  await expect(page.getByText('UnsupportedOperationException').first()).toBeVisible();
});

test('tabs of one world share one stream; when the one that streams is closed, another goes on @any-window', async ({
  page,
  context,
  appflow,
  createFlow,
  flowsUrl,
}) => {
  await createFlow('orders', 'Scheduled', 'started');
  const first = streamsOf(page);
  await page.goto(flowsUrl);
  await expectLive(page);
  const other = await context.newPage();
  const second = streamsOf(other);
  await other.goto(flowsUrl);
  await expectLive(other);
  await appflow.send(new StopFlowCommand({ flowName: 'orders' }));
  await expect(listOf(page).status('orders', 'Suspended')).toBeVisible();
  await expect(listOf(other).status('orders', 'Suspended')).toBeVisible();
  expect(first.length).toBeGreaterThan(0);
  expect(second).toEqual([]);

  await page.close();
  await expect.poll(() => second.length).toBe(1);
  // It goes on after the last event, not from whenever it is open.
  expect(second[0]).toMatch(/after=\d+/);
  await expectLive(other);
  await appflow.send(new StartFlowCommand({ flowName: 'orders' }));
  await expect(listOf(other).status('orders', 'Active')).toBeVisible();
});

test.describe('under the pointer nothing moves', () => {
  test('new flows wait behind a button while the pointer is over the rows', async ({
    page,
    appflow,
    createFlow,
    flowsUrl,
  }) => {
    await createFlow('orders', 'Scheduled', 'started');
    await createFlow('zebra', 'Event');
    await page.goto(flowsUrl);
    await expectLive(page);
    const list = listOf(page);
    await list.row('orders').hover();
    const before = await list.row('orders').boundingBox();
    await createFlow('a-first', 'Event');
    await createFlow('b-second', 'Event');
    const show = page.getByRole('button', { name: 'Show 2 new flows' });
    await expect(show).toBeVisible();
    // What is shown is brought up to date all the same.
    await appflow.send(new StopFlowCommand({ flowName: 'orders' }));
    await expect(list.status('orders', 'Suspended')).toBeVisible();
    await expect(list.name('a-first')).toBeHidden();
    expect(await list.row('orders').boundingBox()).toEqual(before);

    await show.click();
    await expect(list.name('a-first')).toBeVisible();
    await expect(list.name('b-second')).toBeVisible();
    await expect(show).toBeHidden();
  });

  test('they come when the pointer leaves the rows, and so does the new order', async ({
    page,
    appflow,
    createFlow,
    flowsUrl,
  }) => {
    await createFlow('one', 'OnDemand', 'started');
    await createFlow('two', 'OnDemand');
    await page.goto(`${flowsUrl}&sort=lastRun&order=desc`);
    await expectLive(page);
    const list = listOf(page);
    const names = () =>
      page.locator('[data-flow-name]').evaluateAll((found) => found.map((one) => one.textContent));
    await expect(list.row('one')).toContainText('Successful');
    expect(await names()).toEqual(['one', 'two']);
    await list.row('one').hover();
    await appflow.send(new StartFlowCommand({ flowName: 'two' }));
    await expect(page.getByRole('button', { name: 'Show the new order' })).toBeVisible();
    expect(await names()).toEqual(['one', 'two']);
    await page.mouse.move(5, 5);
    await expect.poll(names).toEqual(['two', 'one']);
    await expect(page.getByRole('button', { name: /^Show the new order/ })).toBeHidden();
  });

  test('who works by keyboard in the rows is not disturbed either', async ({
    page,
    createFlow,
    flowsUrl,
  }) => {
    await createFlow('orders', 'Scheduled', 'started');
    await page.goto(flowsUrl);
    await expectLive(page);
    const list = listOf(page);
    await list.row('orders').getByRole('link', { name: 'orders' }).focus();
    await page.keyboard.press('Tab');
    await expect(list.button('Stop', 'orders')).toBeFocused();
    await createFlow('a-first', 'Event');
    await expect(page.getByRole('button', { name: 'Show 1 new flow' })).toBeVisible();
    await expect(list.name('a-first')).toBeHidden();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Show 1 new flow' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(list.name('a-first')).toBeVisible();
  });
});

test('500 changes at once: the page stays responsive and ends where the service is @any-window', async ({
  page,
  appflow,
  createFlow,
  flowsUrl,
}) => {
  const names = Array.from({ length: 25 }, (_, index) => `flow-${String(index).padStart(2, '0')}`);
  await Promise.all(names.map((name) => createFlow(name, 'Event', 'started')));
  await page.goto(flowsUrl);
  await expectLive(page);
  await expect(listOf(page).status('flow-24', 'Active')).toBeVisible();
  const reads = readsOf(page);
  await page.evaluate(() => {
    new PerformanceObserver((list) => {
      const longest = Math.max(...list.getEntries().map(({ duration }) => duration));
      const { dataset } = document.documentElement;
      dataset.longestTask = String(Math.max(longest, Number(dataset.longestTask ?? 0)));
    }).observe({ entryTypes: ['longtask'] });
  });
  const startedAt = Date.now();
  const flood = Promise.all(
    names.map(async (flowName) => {
      for (let count = 0; count < 10; count += 1) {
        await appflow.send(new StopFlowCommand({ flowName }));
        await appflow.send(new StartFlowCommand({ flowName }));
      }
      await appflow.send(new StopFlowCommand({ flowName }));
    }),
  );
  // A person types meanwhile.
  const find = page.getByRole('combobox', { name: /^Find flows/ });
  await find.pressSequentially('flow');
  await find.press('Enter');
  await expect(page).toHaveURL(/q=flow/);
  await flood;
  const seconds = (Date.now() - startedAt) / 1_000;
  await expect(page.locator('[data-flow-name][data-status="Suspended"]')).toHaveCount(25);
  await expectLive(page);
  test.info().annotations.push({
    type: 'flood',
    description: `525 changes in ${seconds} s, ${reads.length} reads, longest task ${await page.locator('html').getAttribute('data-longest-task')} ms`,
  });
  // At most one read every 250 ms, and a few for what is typed.
  expect(reads.length).toBeLessThan(seconds * 4 + 10);
});

test('a restart of the server: reconnecting or from when, then live again, with what happened meanwhile @any-window', async ({
  page,
}) => {
  const folder = temporaryFolder();
  const settings = await settingsIn(folder.path);
  let server = await startServer(settings);
  const client = new AppflowClient({
    endpoint: server.url,
    region,
    credentials: { accessKeyId: '111122223333', secretAccessKey: 'x' },
  });
  try {
    await client.send(new CreateFlowCommand(flowRequest('orders', 'Event')));
    await client.send(new StartFlowCommand({ flowName: 'orders' }));
    await page.goto(`${server.url}/flows?account=111122223333&region=${region}`);
    await expectLive(page);
    expect(await server.stop()).toBe(0);
    await expect(signOf(page)).toHaveText(/^(Reconnecting…|as of \d\d:\d\d:\d\d)$/);
    server = await startServer(settings);
    await client.send(new StopFlowCommand({ flowName: 'orders' }));
    await expect(listOf(page).status('orders', 'Suspended')).toBeVisible();
    await expectLive(page);
    await client.send(new StartFlowCommand({ flowName: 'orders' }));
    await expect(listOf(page).status('orders', 'Active')).toBeVisible();
  } finally {
    client.destroy();
    await server.stop();
    folder.remove();
  }
});

test('while the server is gone every way to another page leaves one where one is, and says so', async ({
  page,
}) => {
  const folder = temporaryFolder();
  const settings = await settingsIn(folder.path);
  let server = await startServer(settings);
  const { goTo } = stripOf(page);
  try {
    await page.goto(`${server.url}/overview?account=111122223333&region=${region}`);
    await goTo('Activity');
    await expect(page.getByRole('heading', { name: 'Activity', level: 1 })).toBeVisible();
    await expectLive(page);
    await server.stop();
    await expect(signOf(page)).toHaveText(/^(Reconnecting…|as of \d\d:\d\d:\d\d)$/);
    const said = page.getByRole('region', { name: 'What was not done' });
    const ways = [
      () => goTo('Bulk'),
      () => page.keyboard.press('g').then(() => page.keyboard.press('s')),
      () => page.evaluate(() => window.history.back()),
    ];
    for (const leave of ways) {
      await leave();
      await expect(said).toContainText('you stay on this page');
      await said.getByRole('button', { name: 'Dismiss' }).click();
      await expect(said).toBeHidden();
      await expect(page).toHaveURL(/\/activity/);
      await expect(page.getByRole('heading', { name: 'Activity', level: 1 })).toBeVisible();
    }
    server = await startServer(settings);
    await goTo('Bulk');
    await expect(page.getByRole('heading', { name: 'Bulk actions', level: 1 })).toBeVisible();
  } finally {
    await server.stop();
    folder.remove();
  }
});

test('without the stream the page reads by itself every two seconds, and says so', async ({
  page,
  appflow,
  createFlow,
  flowsUrl,
}) => {
  await createFlow('orders', 'Event', 'started');
  await page.route('**/api/events*', (route) => route.abort());
  await page.goto(flowsUrl);
  await expect(signOf(page)).toHaveText('Reconnecting…');
  await appflow.send(new StopFlowCommand({ flowName: 'orders' }));
  await expect(listOf(page).status('orders', 'Suspended')).toBeVisible();
  await page.unroute('**/api/events*');
  await expectLive(page);
});
