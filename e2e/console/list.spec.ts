import { DeleteFlowCommand } from '@aws-sdk/client-appflow';
import { expect, region, test } from '../fixtures';
import { listOf } from './list-page';

test('/ leads to the list and keeps the world @any-window', async ({ page, account, createFlow }) => {
  await createFlow('orders', 'Event');
  await page.goto(`/?account=${account}&region=${region}`);
  await expect(page).toHaveURL(new RegExp(`/flows\\?.*account=${account}`));
  await expect(listOf(page).name('orders')).toBeVisible();
});

test('the strip says that nothing is real, and which world this is', async ({ page, account, flowsUrl }) => {
  await page.goto(flowsUrl);
  await expect(page.getByText('Simulated: no AWS account is touched')).toBeVisible();
  await expect(page.getByText(`${account} / ${region}`).first()).toBeVisible();
  const { height } = (await page.getByRole('banner').boundingBox()) ?? {};
  // Two lines on the narrowest screen, one on a wide one.
  expect(height).toBeLessThan((page.viewportSize()?.width ?? 0) < 1024 ? 84 : 52);
});

test('an empty world says where flows are, and leads there', async ({ page, flowsUrl }) => {
  await page.goto(flowsUrl);
  await expect(page.getByText(/No flows in \d{12} \/ us-east-1/)).toBeVisible();
  await page.getByRole('link', { name: 'Switch to 000000000000 / us-east-1' }).click();
  const { dialog, button, name } = listOf(page);
  await expect(name('salesforce-accounts-to-redshift')).toBeVisible();
  // What is asked about a flow of one world is never sent to the other.
  await button('Stop', 'amplitude-events-to-s3').click();
  await expect(dialog).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(flowsUrl);
  await expect(dialog).toBeHidden();
});

test('the counts filter on click, in the URL, and back again', async ({ page, createFlow, flowsUrl }) => {
  await createFlow('draft', 'Scheduled');
  await createFlow('active', 'Scheduled', 'started');
  await createFlow('export', 'OnDemand');
  await page.goto(flowsUrl);
  const list = listOf(page);
  const counts = page.getByRole('list', { name: 'Flows by status' });
  await expect(counts.getByRole('button', { name: '1 Active' })).toBeVisible();

  await counts.getByRole('button', { name: '1 Draft' }).click();
  await expect(list.name('active')).toBeHidden();
  await expect(list.name('draft')).toBeVisible();
  await expect(page).toHaveURL(/status=draft/);
  await page.reload();
  await expect(list.name('draft')).toBeVisible();
  await expect(list.name('export')).toBeHidden();

  await counts.getByRole('button', { name: '1 Draft' }).click();
  await expect(list.name('active')).toBeVisible();
  await page.goBack();
  await expect(list.name('active')).toBeHidden();
});

test('text, trigger and connector narrow the list; no match offers to clear', async ({
  page,
  createFlow,
  flowsUrl,
}) => {
  await createFlow('orders-daily', 'Scheduled');
  await createFlow('orders-export', 'OnDemand');
  await createFlow('leads', 'Event');
  await page.goto(flowsUrl);
  const list = listOf(page);
  const find = page.getByRole('combobox', { name: /Find flows/ });
  await find.fill('orders');
  await find.press('Enter');
  await expect(list.name('leads')).toBeHidden();
  await expect(page).toHaveURL(/q=orders/);

  await page.goto(`${page.url()}&trigger=OnDemand&connector=S3`);
  await expect(list.name('orders-daily')).toBeHidden();
  await expect(list.name('orders-export')).toBeVisible();

  await find.fill('nothing-like-it');
  await find.press('Enter');
  await expect(page.getByText('No flow matches')).toBeVisible();
  await page.getByRole('button', { name: 'Show all flows' }).click();
  await expect(list.name('leads')).toBeVisible();
});

test('pages and sorting are the server’s, and stay in the URL', async ({ page, createFlow, flowsUrl }) => {
  const names = Array.from({ length: 30 }, (_, index) => `flow-${String(index).padStart(2, '0')}`);
  await Promise.all(names.map((name) => createFlow(name, 'OnDemand')));
  await page.goto(`${flowsUrl}&size=25`);
  const list = listOf(page);
  await expect(list.name('flow-00')).toBeVisible();
  await expect(list.name('flow-29')).toBeHidden();
  await page.getByRole('button', { name: 'Next page' }).click();
  await expect(list.name('flow-29')).toBeVisible();
  await expect(page).toHaveURL(/page=2/);
  await page.getByRole('columnheader', { name: /^Name/ }).getByRole('button').first().click();
  await expect(page).toHaveURL(/order=desc/);
  await expect(list.name('flow-29')).toBeVisible();
  await expect(list.name('flow-00')).toBeHidden();
});

test('a row that vanishes while shown stays, marked, until it is dismissed', async ({
  page,
  appflow,
  createFlow,
  flowsUrl,
}) => {
  await createFlow('orders', 'Event');
  await createFlow('other', 'Event');
  await page.goto(flowsUrl);
  const list = listOf(page);
  await expect(list.name('orders')).toBeVisible();
  await appflow.send(new DeleteFlowCommand({ flowName: 'orders' }));
  const remove = page.getByRole('button', { name: 'Remove row orders' });
  await expect(remove).toBeVisible();
  await expect(list.row('orders')).toContainText('Deleted');
  await remove.click();
  await expect(list.name('orders')).toBeHidden();
});

test('a row one acted on stays, although the filter no longer matches', async ({
  page,
  createFlow,
  flowsUrl,
}) => {
  await createFlow('orders', 'Scheduled', 'started');
  await page.goto(`${flowsUrl}&status=active`);
  const list = listOf(page);
  await list.act('Stop', 'orders');
  await expect(list.status('orders', 'Suspended')).toBeVisible();
  await expect(list.row('orders')).toContainText('Suspended');
  await page.reload();
  await expect(list.name('orders')).toBeHidden();
});

test('deleted flows stay findable, with their history', async ({ page, appflow, createFlow, flowsUrl }) => {
  await createFlow('orders', 'Event');
  await appflow.send(new DeleteFlowCommand({ flowName: 'orders' }));
  await page.goto(`${flowsUrl}&status=deleted`);
  const list = listOf(page);
  await expect(list.status('orders', 'Deleted')).toBeVisible();
  await list.act('Stop', 'orders');
  await expect(list.problem('orders')).toContainText('orders was deleted by');
  // Here the row belongs, so there is no way to remove it.
  await expect(page.getByRole('button', { name: /^Remove row/ })).toHaveCount(0);
  await page.getByRole('link', { name: 'History of orders' }).click();
  await expect(page.getByRole('heading', { name: 'orders', level: 1 })).toBeVisible();
});

test('when the server is gone a banner says since when; it goes when the server is back', async ({
  page,
  createFlow,
  flowsUrl,
}) => {
  await createFlow('orders', 'Event', 'started');
  await page.goto(flowsUrl);
  await expect(listOf(page).name('orders')).toBeVisible();
  await page.route('**/api/**', (route) => route.abort());
  const banner = page.getByText(/nothing (that you do )?is sent later|Nothing is sent later/i);
  await expect(banner).toBeVisible();
  await expect(page.getByText(/as of \d\d:\d\d:\d\d/).first()).toBeVisible();
  // It lies over no row at the end of the page.
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  const row = await listOf(page).row('orders').boundingBox();
  const over = await banner.boundingBox();
  expect((row?.y ?? NaN) + (row?.height ?? NaN)).toBeLessThan(over?.y ?? NaN);
  await page.unroute('**/api/**');
  await expect(banner).toBeHidden();
});
