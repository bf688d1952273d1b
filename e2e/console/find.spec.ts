import type { Page } from '@playwright/test';
import { expect, region, test } from '../fixtures';
import { listOf } from './list-page';
import { expectLoaded, watchShifts } from './loaded-page';

const box = (page: Page) => page.getByRole('combobox', { name: /Find flows/ });

test('any column filters, together with the counts, in an address that people can read', async ({
  page,
  createFlow,
  flowsUrl,
}) => {
  await createFlow('orders-daily', 'Scheduled');
  await createFlow('orders-hourly', 'Scheduled', 'started');
  await createFlow('orders-export', 'OnDemand');
  await page.goto(flowsUrl);
  const list = listOf(page);
  await box(page).fill('Trigger = ');
  await page.getByRole('option', { name: 'Scheduled' }).click();
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(list.name('orders-export')).toBeHidden();
  await expect(page).toHaveURL(/trigger=Scheduled/);

  await page.getByRole('button', { name: '1 Draft' }).click();
  await expect(list.name('orders-hourly')).toBeHidden();
  await expect(list.name('orders-daily')).toBeVisible();
  await expect(page).toHaveURL(/status=draft&trigger=Scheduled/);

  await page.getByRole('button', { name: /Remove filter Status/ }).click();
  await expect(list.name('orders-hourly')).toBeVisible();
});

test('values to filter by come from the server @any-window', async ({ page, createFlow, flowsUrl }) => {
  await createFlow('orders', 'Scheduled');
  await page.goto(flowsUrl);
  await box(page).fill('Owner = ');
  await expect(page.getByRole('option', { name: /\d{12}/ })).toBeVisible();
});

test('what makes no sense in the address is left out', async ({ page, createFlow, flowsUrl }) => {
  await createFlow('orders', 'Scheduled');
  await page.goto(`${flowsUrl}&status=asleep&lastRun.from=soon&sort=up&after=nowhere&page=x`);
  await expect(listOf(page).name('orders')).toBeVisible();
});

test('filters are still there after a look at a flow, by its way back and by the browser’s', async ({
  page,
  createFlow,
  flowsUrl,
}) => {
  await createFlow('orders', 'Event');
  await createFlow('leads', 'Event');
  await page.goto(flowsUrl);
  const list = listOf(page);
  await box(page).fill('orders');
  await box(page).press('Enter');
  await expect(list.name('leads')).toBeHidden();
  for (const way of ['link', 'history']) {
    await list.row('orders').getByRole('link', { name: 'orders' }).first().click();
    await expect(page.getByRole('heading', { name: 'orders', level: 1 })).toBeVisible();
    if (way === 'link') {
      await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: 'Flows' }).click();
    } else {
      await page.goBack();
    }
    await expect(page).toHaveURL(/q=orders/);
    await expect(list.name('orders')).toBeVisible();
    await expect(list.name('leads')).toBeHidden();
  }
});

test('a view is saved, opened by its short link, renamed, replaced and deleted', async ({
  page,
  createFlow,
  flowsUrl,
}) => {
  await createFlow('orders', 'Event');
  await createFlow('leads', 'Scheduled');
  await page.goto(`${flowsUrl}&trigger=Event&sort=updated`);
  const list = listOf(page);
  const views = page.getByRole('group', { name: 'Views' });
  await page.getByRole('button', { name: 'Views', exact: true }).click();
  await views.getByLabel(/Save this list/).fill('Mine');
  await views.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('button', { name: 'View: Mine' })).toBeVisible();

  await page.goto(`${flowsUrl}&view=Mine`);
  await expect(page).toHaveURL(/trigger=Event&sort=updated/);
  await expect(list.name('orders')).toBeVisible();
  await expect(list.name('leads')).toBeHidden();

  await page.getByRole('button', { name: 'View: Mine' }).click();
  await views.getByRole('button', { name: 'Rename Mine' }).click();
  await views.getByLabel('New name of Mine').fill('Ours');
  await views.getByLabel('New name of Mine').press('Enter');
  await expect(page.getByRole('button', { name: 'View: Ours' })).toBeVisible();

  await page.goto(`${flowsUrl}&trigger=Scheduled`);
  await page.getByRole('button', { name: 'Views', exact: true }).click();
  await views.getByRole('button', { name: 'Replace Ours' }).click();
  await expect(page.getByRole('button', { name: 'View: Ours' })).toBeVisible();
  await page.goto(`${flowsUrl}&view=Ours`);
  await expect(list.name('leads')).toBeVisible();

  await page.getByRole('button', { name: 'View: Ours' }).click();
  await views.getByRole('button', { name: 'Delete Ours' }).click();
  await expect(page.getByRole('button', { name: 'Views', exact: true })).toBeVisible();
  await page.goto(`${flowsUrl}&view=Ours`);
  await expect(page.getByText('There is no view “Ours” in this account and region')).toBeVisible();
});

test('the views that are always there lead to their flows', async ({ page, createFlow, flowsUrl }) => {
  await createFlow('orders', 'Event', 'started');
  await page.goto(`${flowsUrl}&view=Stopped`);
  await expect(page).toHaveURL(/status=stopped-by-people,stopped-by-failures/);
  await expect(page.getByText('No flow matches')).toBeVisible();
  await expect(page.getByRole('button', { name: 'View: Stopped' })).toBeVisible();
});

test('a view is changed by pages of this server only, as JSON @any-window', async ({
  request,
  sluiceUrl,
  account,
}) => {
  const change = JSON.stringify({ action: 'save', name: 'Mine', search: 'q=a' });
  const post = async (headers: Record<string, string>, data = change) =>
    (
      await request.post(`${sluiceUrl}/api/views`, {
        headers: { 'x-sluice-account': account, 'x-sluice-region': region, ...headers },
        data,
      })
    ).status();
  expect(await post({ 'content-type': 'text/plain' })).toBe(415);
  expect(await post({ 'content-type': 'application/json', origin: 'http://elsewhere.test' })).toBe(403);
  expect(await post({ 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' })).toBe(403);
  expect(await post({ 'content-type': 'application/json' }, '{')).toBe(400);
  expect(await post({ 'content-type': 'application/json' })).toBe(200);
  expect(await post({ 'content-type': 'application/json' })).toBe(409);
});

test('columns, their order and density are kept, and there from the first paint on', async ({
  page,
  account,
  createFlow,
  flowsUrl,
}) => {
  await createFlow('orders', 'Event');
  await page.goto(flowsUrl);
  await page.getByRole('button', { name: 'Preferences' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: 'Owner' }).check();
  await dialog.getByRole('checkbox', { name: 'Trigger' }).uncheck();
  await dialog.getByRole('checkbox', { name: 'Compact' }).check();
  await dialog.getByRole('radio', { name: '25 flows' }).check();
  await dialog.getByRole('button', { name: 'Confirm' }).click();
  await expect(listOf(page).row('orders')).toContainText(account);
  await expect(page).not.toHaveURL(/size=/);

  // As the server sends it, before any script of the page has run.
  const html = await (await page.request.get(flowsUrl)).text();
  expect(html).toContain('Owner');
  expect(html).not.toMatch(/<th[^>]*>(?:(?!<\/th>).)*Trigger/);

  // What the page was made of when it was opened is older than they are.
  await listOf(page).row('orders').getByRole('link', { name: 'orders', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'orders', level: 1 })).toBeVisible();
  await page.goBack();
  await expect(listOf(page).row('orders')).toContainText(account);
});

test('the list does not move while it comes to life', async ({ page, createFlow, flowsUrl }) => {
  await createFlow('orders', 'Event');
  const shifted = await watchShifts(page);
  await page.goto(`${flowsUrl}&trigger=Event,Scheduled&q=o&sort=updated`);
  await expect(listOf(page).name('orders')).toBeVisible();
  await expectLoaded(page);
  expect(await shifted()).toBe(0);
});

test('what makes no sense in the address is left out, and named until it is dismissed', async ({
  page,
  createFlow,
  flowsUrl,
}) => {
  await createFlow('orders', 'Scheduled');
  await createFlow('leads', 'Event');
  await page.goto(`${flowsUrl}&trigger=Event&status=foo&until.from=yesterday&colour=red`);
  const list = listOf(page);
  await expect(list.name('leads')).toBeVisible();
  await expect(list.name('orders')).toBeHidden();
  const said = page.getByText('Left out of the address');
  await expect(said).toContainText('status=foo, until.from=yesterday, colour=red.');
  await page.getByRole('button', { name: 'Dismiss', exact: true }).click();
  await expect(said).toBeHidden();
  await expect(page).toHaveURL(flowsUrl.replace('?', '?trigger=Event&'));
  await expect(list.name('leads')).toBeVisible();
});
