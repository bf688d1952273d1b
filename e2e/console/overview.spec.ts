import { StopFlowCommand } from '@aws-sdk/client-appflow';
import { expect, region, test } from '../fixtures';
import { callAsPage, expectLive, requestsOf } from './live-page';
import { expectLoaded, watchShifts } from './loaded-page';

test('the demo fleet is understood at a glance', async ({ page }) => {
  await page.goto('/overview');
  await expect(page.getByText(/\d+ of \d+ flows need attention\./)).toBeVisible();
  const attention = page.getByRole('list', { name: 'Flows that need attention' });
  await expect(attention).toContainText('Errored');
  await expect(attention).toContainText('Failing');
  await expect(page.getByRole('list', { name: 'Next runs' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Recent changes' })).toContainText('Ana Ruiz');
  await page.getByRole('link', { name: /^\d+ stopped by people/ }).click();
  await expect(page).toHaveURL('/flows?status=stopped-by-people');
});

test('the runs of a day are bars, and a table for whoever reads', async ({ page }) => {
  await page.goto('/overview');
  await expect(page.getByText(/[\d,]+ ended: [\d,]+ successful/)).toBeVisible();
  const section = page.getByRole('region', { name: 'Runs over 24 hours' });
  await expect(section.getByText('Successful', { exact: true })).toBeVisible();
  const height = (await section.boundingBox())?.height;
  await page.getByRole('button', { name: 'Show as table' }).click();
  await expect(page.getByRole('table', { name: 'Runs by hour' }).getByRole('row')).toHaveCount(25);
  await page.getByRole('button', { name: 'Show as table' }).click();
  await expect(section.getByText('Successful', { exact: true })).toBeVisible();
  expect((await section.boundingBox())?.height).toBe(height);
});

test('a stop elsewhere appears by itself, with who and why', async ({
  page,
  account,
  appflow,
  createFlow,
}) => {
  await page.goto(`/overview?account=${account}&region=${region}`);
  await expect(page.getByText(/There are no flows in/)).toBeVisible();
  await createFlow('orders', 'Scheduled', 'started');
  await expect(page.getByText('All is well with the one flow.')).toBeVisible();
  await expect(page.getByRole('list', { name: 'Next runs' })).toContainText('orders');
  await appflow.send(new StopFlowCommand({ flowName: 'orders' }));
  const stopped = page.getByRole('list', { name: 'Flows stopped by people' });
  await expect(stopped).toContainText(/Stopped by .* via aws-sdk-js (just now|\d+ s ago)/);
});

test('while it is live nothing is read unless something happens, and then once @any-window', async ({
  page,
  account,
  appflow,
  createFlow,
}) => {
  await createFlow('orders', 'Scheduled', 'started');
  const requests = requestsOf(page);
  await page.goto(`/overview?account=${account}&region=${region}`);
  await expectLive(page);
  // Before the stream was open it may have asked. It reads itself once more now; then the stream is renewed, ten seconds later.
  requests.length = 0;
  const streams = () => requests.filter((path) => path === '/api/events').length;
  const reads = () => requests.filter((path) => path === '/api/overview').length;
  await expect.poll(streams).toBe(1);
  expect(reads()).toBeLessThanOrEqual(1);

  const before = reads();
  await appflow.send(new StopFlowCommand({ flowName: 'orders' }));
  await expect(page.getByRole('list', { name: 'Flows stopped by people' })).toContainText('orders');
  expect(reads()).toBe(before + 1);
  await expect(appflow.send(new StopFlowCommand({ flowName: 'none' }))).rejects.toThrow();
});

test('a flow that is stopped until a time is named with the time, who and why, and started in place', async ({
  page,
  account,
  createFlow,
}) => {
  await page.addInitScript(() => localStorage.setItem('sluice.actor', 'Ana'));
  await createFlow('orders', 'Scheduled', 'started');
  await page.goto(`/overview?account=${account}&region=${region}`);
  const until = String(Date.now() + 7_200_000);
  await callAsPage(
    page,
    account,
    '/stop-flow',
    { flowName: 'orders' },
    { 'x-sluice-reason': 'INC-1', 'x-sluice-until': until },
  );
  const list = page.getByRole('list', { name: 'Flows stopped until a time' });
  await expect(list).toContainText(/Stopped until .*\d\d:\d\d by Ana (just now|\d+ s ago): INC-1/);
  // Once on the page, and not where something is wrong.
  const stopped = page.getByRole('region', { name: 'Stopped by people' });
  await expect(stopped.getByRole('link', { name: 'orders', exact: true })).toHaveCount(1);
  await expect(page.getByRole('list', { name: 'Flows stopped by people' })).toBeHidden();
  await expect(page.getByRole('region', { name: 'Needs attention' })).not.toContainText('orders');
  await expect(page.getByRole('list', { name: 'Recent changes' })).toContainText('Ana stopped orders: INC-1');

  await list.getByRole('button', { name: 'Start… orders' }).click();
  const dialog = page.getByRole('dialog', { name: 'Start orders?' });
  await expect(dialog).toContainText('INC-1');
  await page.keyboard.press('Escape');
  await expect(list.getByRole('button', { name: 'Start… orders' })).toBeFocused();
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: /^Start/ }).click();
  await expect(page.getByText('All is well with the one flow.')).toBeVisible();
  await expect(list).toBeHidden();
  await expect(page.getByText('orders: started, now Active.').first()).toBeVisible();
  // The button that had the focus is gone with the flow.
  await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeFocused();
});

test('what needs attention and what starts again by itself are seen without scrolling @any-window', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/overview');
  const until = page.getByRole('list', { name: 'Flows stopped until a time' }).getByRole('listitem');
  await expect(until.first()).toBeInViewport({ ratio: 1 });
  await expect(
    page.getByRole('list', { name: 'Flows that need attention' }).getByRole('listitem').first(),
  ).toBeInViewport({ ratio: 1 });
});

test('a flow that fails is stopped from where it is named', async ({ page }) => {
  await page.goto('/overview');
  const attention = page.getByRole('list', { name: 'Flows that need attention' });
  const stop = attention.getByRole('button', { name: /^Stop… / }).first();
  await stop.click();
  await expect(page.getByRole('dialog', { name: /^Stop .*\?$/ })).toContainText('Reason');
  await page.keyboard.press('Escape');
  await expect(stop).toBeFocused();
});

test('a start that is refused says so where it was asked for', async ({
  page,
  account,
  appflow,
  createFlow,
}) => {
  await createFlow('orders', 'Scheduled', 'started');
  await appflow.send(new StopFlowCommand({ flowName: 'orders' }));
  await page.route('**/start-flow', (route) =>
    route.fulfill({
      status: 429,
      headers: { 'x-amzn-errortype': 'ThrottlingException' },
      json: { message: 'Slow down' },
    }),
  );
  await page.goto(`/overview?account=${account}&region=${region}`);
  const stopped = page.getByRole('list', { name: 'Flows stopped by people' });
  await stopped.getByRole('button', { name: 'Start… orders' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Start/ })
    .click();
  await expect(stopped.getByRole('alert')).toContainText('ThrottlingException');
  await stopped.getByRole('button', { name: 'Dismiss: Start orders' }).click();
  await expect(stopped.getByRole('alert')).toBeHidden();
  await expect(stopped.getByRole('button', { name: 'Start… orders' })).toBeFocused();
});

test('each part leads to the flows that it counts', async ({ page }) => {
  for (const [name, search, filters] of [
    [/: Needs attention$/, 'status=needs-attention', 1],
    [/: Stopped by people$/, 'status=stopped-by-people', 1],
    [/: Running now$/, 'lastResult=InProgress%2CCancelStarted', 1],
    [/: Next runs$/, 'nextRun.to=1h&sort=nextRun', 1],
    ['Flows whose last run failed', 'lastResult=Error&lastRun.from=-24h', 2],
  ] as const) {
    await page.goto('/overview');
    await page.getByRole('link', { name }).click();
    await expect(page).toHaveURL(`/flows?${search}`);
    await expect(page.getByRole('button', { name: /^Remove filter/ })).toHaveCount(filters);
    await expect(page.locator('[data-flow-name]').first()).toBeVisible();
  }
});

test('a bulk action is one change, however many flows it stops', async ({ page, account, createFlow }) => {
  await createFlow('orders', 'Scheduled', 'started');
  await createFlow('leads', 'Event', 'started');
  await page.goto(`/overview?account=${account}&region=${region}`);
  await expectLive(page);
  await callAsPage(page, account, '/api/bulk', { action: 'stop', flows: { filter: '' } });
  await expect(page.getByRole('list', { name: 'Flows stopped by people' }).getByRole('listitem')).toHaveCount(
    2,
  );
  const changes = page.getByRole('list', { name: 'Recent changes' });
  await expect(changes).toContainText('began the bulk action stop 2 flows');
  await expect(changes).not.toContainText('StopFlow');
  await changes.getByRole('link', { name: 'stop 2 flows' }).click();
  await expect(page.getByRole('heading', { name: 'Stop 2 flows', level: 1 })).toBeVisible();
});

test('nothing moves while the page comes', async ({ page }) => {
  const shifted = await watchShifts(page);
  await page.goto('/overview');
  await expect(
    page.getByRole('region', { name: 'Runs over 24 hours' }).getByText('Failed', { exact: true }),
  ).toBeVisible();
  await expectLoaded(page);
  expect(await shifted()).toBe(0);
});
