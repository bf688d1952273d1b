import { readFile } from 'node:fs/promises';
import { StopFlowCommand, StartFlowCommand } from '@aws-sdk/client-appflow';
import type { Page } from '@playwright/test';
import { expect, region, test } from '../fixtures';

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
  await expect(rows.first()).toContainText('UnsupportedOperationException');
  await expect(rows.nth(2)).toContainText('Draft → Active');
  await expect(rows.nth(2)).toContainText(account);

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
  await page.goto(`/activity?account=${account}&region=${region}&to=2020-01-01T00:00:00Z`);
  await expect(page.getByText('Nothing that matches has happened')).toBeVisible();
  await expect(page.getByLabel('To (UTC)')).toHaveValue(/^2020-01-01T00:00/);
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

test('what is new waits above until it is wanted; what one reads stays where it is', async ({
  page,
  account,
  createFlow,
}) => {
  await createFlow('orders', 'Event');
  await page.goto(`/activity?account=${account}&region=${region}`);
  const rows = rowsOf(page);
  await expect(rows).toHaveCount(1);
  const top = (await rows.first().boundingBox())?.y;
  await createFlow('leads', 'Event');
  await createFlow('export', 'Event');
  const show = page.getByRole('button', { name: '2 new: show' });
  await expect(show).toBeVisible();
  await expect(rows).toHaveCount(1);
  expect((await rows.first().boundingBox())?.y).toBe(top);
  await show.click();
  await expect(rows).toHaveCount(3);
  await expect(rows.first()).toContainText('export');
  await expect(show).toBeHidden();
});

test('older events come when asked for', async ({ page, account, createFlow }) => {
  await Promise.all(Array.from({ length: 55 }, (_, index) => createFlow(`flow-${index}`, 'Event')));
  await page.goto(`/activity?account=${account}&region=${region}`);
  await expect(rowsOf(page)).toHaveCount(50);
  await page.getByRole('button', { name: 'Show older' }).click();
  await expect(rowsOf(page)).toHaveCount(55);
  await expect(page.getByText('That is all.')).toBeVisible();
});

test('what matches is exported as CSV and as JSON lines', async ({ page, account, createFlow }) => {
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
