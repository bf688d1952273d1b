import { readFile } from 'node:fs/promises';
import {
  CreateConnectorProfileCommand,
  StartFlowCommand,
  StopFlowCommand,
  TagResourceCommand,
  UpdateFlowCommand,
} from '@aws-sdk/client-appflow';
import type { Page } from '@playwright/test';
import { expect, flowRequest, region, test } from '../fixtures';
import { expectAccessible } from './accessible';
import { callAsPage, expectLive, requestsOf } from './live-page';

const rowsOf = (page: Page) => page.getByRole('table', { name: 'Activity' }).locator('[data-event-id]');

test('it tells who did what, before and after, and what was refused and why', async ({
  page,
  account,
  appflow,
  createFlow,
}) => {
  await createFlow('orders', 'Scheduled', 'started');
  await createFlow('export', 'OnDemand');
  await expect(appflow.send(new StopFlowCommand({ flowName: 'export' }))).rejects.toThrow();
  await page.goto(`/activity?account=${account}&region=${region}`);
  const rows = rowsOf(page);
  await expect(rows).toHaveCount(4);
  await expect(rows.first()).toContainText('tried to stop export');
  await expect(rows.first()).toContainText('UnsupportedOperationException');
  await expect(rows.nth(2)).toContainText('Draft → Active');
  await expect(rows.nth(2)).toContainText(new RegExp(`${account} via aws-sdk-js.* started orders`));
  await expect(rows.nth(2)).toContainText('StartFlow');

  await rows
    .first()
    .getByRole('button', { name: /^Details of StopFlow, export/ })
    .click();
  await expect(page.getByText(/UnsupportedOperationException: StopFlow is not supported/)).toBeVisible();
  await page.getByRole('button', { name: 'Only this request' }).click();
  await expect(rows).toHaveCount(1);
  await expect(page).toHaveURL(/requestId=[0-9a-f-]{36}/);
  await page.goBack();
  await expect(rows).toHaveCount(4);
  await rows.nth(2).getByRole('link', { name: 'orders' }).click();
  await expect(page.getByRole('heading', { name: 'orders', level: 1 })).toBeVisible();
});

test('it tells what changed where no status does: tags, members, until when', async ({
  page,
  account,
  appflow,
  createFlow,
}) => {
  await createFlow('orders', 'Scheduled', 'started');
  await appflow.send(
    new TagResourceCommand({
      resourceArn: `arn:aws:appflow:${region}:${account}:flow/orders`,
      tags: { protected: 'true' },
    }),
  );
  await appflow.send(new UpdateFlowCommand({ ...flowRequest('orders', 'Scheduled'), description: 'Daily' }));
  await page.goto(`/activity?account=${account}&region=${region}`);
  const until = Date.now() + 7_200_000;
  await callAsPage(page, account, '/stop-flow', { flowName: 'orders' }, { 'x-sluice-until': String(until) });
  await page.reload();
  const rows = rowsOf(page);
  await expect(rows.nth(0)).toContainText(
    `stopped orders: until ${new Date(until).toISOString().slice(0, 16)}Z`,
  );
  await expect(rows.nth(1)).toContainText('updated orders: description: none → Daily');
  await expect(rows.nth(2)).toContainText('tagged orders: + protected=true');
  await rows
    .nth(1)
    .getByRole('button', { name: /^Details of/ })
    .click();
  await expect(page.getByText('What changed')).toBeVisible();
  await page.goto(`/flows/orders?account=${account}&region=${region}`);
  await expect(page.locator('#activity')).toContainText('tagged it: + protected=true');
});

test('filters stand in the URL, by what is typed and by what is chosen', async ({
  page,
  account,
  createFlow,
}) => {
  await createFlow('orders-daily', 'Scheduled', 'started');
  await createFlow('leads', 'Event');
  await page.goto(`/activity?account=${account}&region=${region}`);
  const rows = rowsOf(page);
  await expect(rows).toHaveCount(3);
  const filter = page.getByRole('combobox', { name: 'Filter the activity' });
  await filter.fill('orders');
  await filter.press('Enter');
  await expect(page).toHaveURL(/flow=orders\*/);
  await expect(rows).toHaveCount(2);
  await page.reload();
  await expect(rows).toHaveCount(2);
  await page.getByRole('button', { name: /^Remove filter/ }).click();
  await expect(rows).toHaveCount(3);

  await page.goto(
    `/activity?account=${account}&region=${region}&operation=StartFlow&outcome=changed&since=1h`,
  );
  await expect(rows).toHaveCount(1);
  // The service refuses a filter that there is not; an old address still opens.
  await page.goto(`/activity?account=${account}&region=${region}&operation=StartFlow&state=x`);
  await expect(rows).toHaveCount(1);
  await page.goto(`/activity?account=${account}&region=${region}&to=2020-01-01T00:00:00Z`);
  await expect(page.getByText('Nothing that matches has happened')).toBeVisible();
  await expect(page.getByLabel('To (UTC)')).toHaveValue(/^2020-01-01T00:00/);
});

test('of two changes in one moment neither takes the other back @any-window', async ({
  page,
  account,
  createFlow,
}) => {
  await createFlow('orders', 'Event');
  await page.goto(`/activity?account=${account}&region=${region}&operation=StartFlow`);
  const remove = page.getByRole('button', { name: /^Remove filter/ });
  await expect(remove).toBeVisible();
  await expectLive(page);
  const runs = await page.getByLabel('Show runs').elementHandle();
  await remove.evaluate((button: HTMLElement, box) => {
    button.click();
    (box as HTMLElement | null)?.click();
  }, runs);
  await expect(page).toHaveURL(`/activity?runs=shown&account=${account}&region=${region}`);
});

test('runs are shown when they are asked for', async ({ page, account, appflow, createFlow }) => {
  await createFlow('export', 'OnDemand');
  await appflow.send(new StartFlowCommand({ flowName: 'export' }));
  await page.goto(`/activity?account=${account}&region=${region}`);
  const rows = rowsOf(page);
  await expect(rows).toHaveCount(2);
  await expect(async () => {
    await page.reload();
    await page.getByLabel('Show runs').setChecked(true);
    await expect(rows.first()).toContainText('Run ended', { timeout: 1_000 });
  }).toPass();
  await expect(page).toHaveURL(/runs=shown/);
});

test('what is new comes by itself, by one read, and nothing is read while nothing happens @any-window', async ({
  page,
  account,
  createFlow,
}) => {
  await createFlow('orders', 'Event');
  const requests = requestsOf(page);
  await page.goto(`/activity?account=${account}&region=${region}`);
  await expectLive(page);
  // Before the stream was open it may have asked. It reads once more now; then the stream is renewed, ten seconds later.
  requests.length = 0;
  const streams = () => requests.filter((path) => path === '/api/events').length;
  const reads = () => requests.filter((path) => path === '/api/activity').length;
  await expect.poll(streams).toBe(1);
  expect(reads()).toBeLessThanOrEqual(1);
  const before = reads();
  await createFlow('leads', 'Event');
  await expect(rowsOf(page)).toHaveCount(2);
  await expect(rowsOf(page).first()).toContainText('leads');
  expect(reads()).toBe(before + 1);
});

test('what is new waits while somebody points at the rows', async ({ page, account, createFlow }) => {
  await createFlow('orders', 'Event');
  await page.goto(`/activity?account=${account}&region=${region}`);
  await expectLive(page);
  const rows = rowsOf(page);
  await rows.first().hover();
  const before = await rows.first().boundingBox();
  await createFlow('leads', 'Event');
  await createFlow('export', 'Event');
  const show = page.getByRole('button', { name: 'Show 2 new events' });
  await expect(show).toBeVisible();
  await expect(rows).toHaveCount(1);
  expect(await rows.first().boundingBox()).toEqual(before);
  await expectAccessible(page);
  await show.click();
  await expect(rows).toHaveCount(3);
  await expect(rows.first()).toContainText('export');
  await expect(show).toBeHidden();
  await expect(rows.first().getByRole('button', { name: /^Details of CreateFlow, export/ })).toBeFocused();

  await createFlow('zebra', 'Event');
  await expect(page.getByRole('button', { name: 'Show 1 new event' })).toBeVisible();
  await page.mouse.move(5, 5);
  await page.getByRole('heading', { name: 'Activity' }).click();
  await expect(rows.first()).toContainText('zebra');
});

test('details that are read and older pages stay where they are', async ({ page, account, createFlow }) => {
  await Promise.all(Array.from({ length: 55 }, (_, index) => createFlow(`flow-${index}`, 'Event')));
  await page.goto(`/activity?account=${account}&region=${region}`);
  await expectLive(page);
  const rows = rowsOf(page);
  await rows
    .first()
    .getByRole('button', { name: /^Details of/ })
    .click();
  await page.mouse.move(5, 5);
  await page.getByRole('heading', { name: 'Activity' }).click();
  await createFlow('new-1', 'Event');
  await expect(page.getByRole('button', { name: 'Show 1 new event' })).toBeVisible();
  await expect(rows).toHaveCount(50);
  await rows
    .first()
    .getByRole('button', { name: /^Details of/ })
    .click();
  await page.getByRole('heading', { name: 'Activity' }).click();
  await page.mouse.move(5, 5);
  await expect(rows).toHaveCount(51);

  await page.getByRole('button', { name: 'Show older' }).click();
  await expect(rows).toHaveCount(56);
  await createFlow('new-2', 'Event');
  const show = page.getByRole('button', { name: 'Show 1 new event' });
  await expect(show).toBeVisible();
  await expect(rows).toHaveCount(56);
  await show.click();
  await expect(rows).toHaveCount(57);
  await expect(rows.first()).toContainText('new-2');
  await expect(rows.first()).toBeInViewport();
});

test('without the stream it is asked for every two seconds, and the next filter has its own news @any-window', async ({
  page,
  account,
  appflow,
  createFlow,
}) => {
  await createFlow('orders', 'Event');
  await page.route('**/api/events*', (route) => route.abort());
  await page.goto(`/activity?account=${account}&region=${region}&operation=StartFlow`);
  await expect(page.getByText('Nothing that matches has happened')).toBeVisible();
  await appflow.send(new StartFlowCommand({ flowName: 'orders' }));
  await expect(rowsOf(page)).toHaveCount(1);
  await expect(rowsOf(page).first()).toContainText('StartFlow');
});

test('events of connector profiles and connectors are found by their names @any-window', async ({
  page,
  account,
  appflow,
  createFlow,
}) => {
  await createFlow('orders', 'Event');
  for (const connectorProfileName of ['crm', 'shop']) {
    await appflow.send(
      new CreateConnectorProfileCommand({
        connectorProfileName,
        connectorType: 'Slack',
        connectionMode: 'Public',
        connectorProfileConfig: {
          connectorProfileProperties: { Slack: { instanceUrl: 'https://acme.slack.com' } },
          connectorProfileCredentials: { Slack: { clientId: 'id', clientSecret: 'secret' } },
        },
      }),
    );
  }
  await page.goto(`/activity?account=${account}&region=${region}`);
  const rows = rowsOf(page);
  await expect(rows).toHaveCount(3);
  const filter = page.getByRole('combobox', { name: 'Filter the activity' });
  await filter.fill('Connector profile = crm');
  await filter.press('Enter');
  await expect(page).toHaveURL(/profile=crm/);
  await expect(rows).toHaveCount(1);
  await expect(rows.first()).toContainText('connector profile crm');
  const csv = await page.request.get(`/api/activity.csv?account=${account}&region=${region}&profile=crm`);
  expect((await csv.text()).trim().split('\r\n')).toHaveLength(2);
  const lines = await page.request.get(
    `/api/activity.jsonl?account=${account}&region=${region}&connector=none`,
  );
  expect(await lines.text()).toBe('');
});

test('what a bulk action did leads to it, and the activity is narrowed to it', async ({
  page,
  account,
  createFlow,
}) => {
  await createFlow('orders', 'Scheduled', 'started');
  await createFlow('leads', 'Event', 'started');
  await page.goto(`/activity?account=${account}&region=${region}`);
  const rows = rowsOf(page);
  await expect(rows).toHaveCount(4);
  await callAsPage(page, account, '/api/bulk', { action: 'stop', flows: { filter: '' } });
  await expect(rows).toHaveCount(7);
  await expect(rows.nth(2)).toContainText('Bulk action begun');
  await expect(rows.nth(2)).toContainText('stop 2 flows');
  await rows
    .first()
    .getByRole('button', { name: /^Details of StopFlow/ })
    .click();
  await page.getByRole('button', { name: 'Only this bulk action' }).click();
  await expect(rows).toHaveCount(3);
  await expect(page).toHaveURL(/job=[0-9a-f-]{36}/);
  await rows.nth(1).getByRole('link', { name: 'bulk action' }).click();
  await expect(page.getByRole('heading', { name: 'Stop 2 flows', level: 1 })).toBeVisible();
});

test('older events come when asked for', async ({ page, account, createFlow }) => {
  await Promise.all(Array.from({ length: 55 }, (_, index) => createFlow(`flow-${index}`, 'Event')));
  await page.goto(`/activity?account=${account}&region=${region}`);
  await expect(rowsOf(page)).toHaveCount(50);
  await page.route('**/api/activity?*before=*', (route) => route.abort());
  await page.getByRole('button', { name: 'Show older' }).click();
  const again = page.getByRole('button', { name: 'Older events could not be read: try again' });
  await expect(again).toBeVisible();
  await page.unroute('**/api/activity?*before=*');
  await again.click();
  await expect(rowsOf(page)).toHaveCount(55);
  await expect(page.getByText('That is all.')).toBeVisible();
});

test('what matches is exported as CSV and as JSON lines @any-window', async ({
  page,
  account,
  createFlow,
}) => {
  await createFlow('orders', 'Scheduled', 'started');
  await page.goto(`/activity?account=${account}&region=${region}&operation=StartFlow`);
  for (const [item, kind] of [
    ['CSV', 'csv'],
    ['JSON lines', 'jsonl'],
  ] as const) {
    await page.getByRole('button', { name: 'Export' }).click();
    const downloading = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: item }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe(`sluice-activity-${account}-${region}.${kind}`);
    const text = await readFile(await download.path(), 'utf8');
    expect(text.match(/StartFlow/g)).toHaveLength(1);
    expect(text).not.toContain('CreateFlow');
  }
});
