import { DescribeFlowCommand, StartFlowCommand } from '@aws-sdk/client-appflow';
import { expect, region, test } from '../fixtures';

test('a flow’s page tells its state, definition, runs and events', async ({
  page,
  account,
  appflow,
  createFlow,
}) => {
  await createFlow('export', 'OnDemand');
  await appflow.send(new StartFlowCommand({ flowName: 'export' }));
  await page.goto(`/flows/export?account=${account}&region=${region}`);
  await expect(page.getByRole('heading', { name: 'export', level: 1 })).toBeVisible();
  await expect(page).toHaveTitle(/export/);
  await expect(page.getByText('orders-lake').first()).toBeVisible();
  await expect(page.getByText('Successful').first()).toBeVisible();
  await expect(page.getByText('CreateFlow').first()).toBeVisible();
});

test('it is stopped from its page too, and a refusal is shown there', async ({
  page,
  account,
  appflow,
  createFlow,
}) => {
  await createFlow('orders', 'Scheduled', 'started');
  await page.goto(`/flows/orders?account=${account}&region=${region}`);
  await page.getByRole('button', { name: 'Stop orders' }).click();
  await page.getByRole('dialog').getByRole('button', { name: /^Stop/ }).click();
  await expect(page.locator('[data-flow-name="orders"][data-status="Suspended"]')).toBeVisible();
  expect(await appflow.send(new DescribeFlowCommand({ flowName: 'orders' }))).toMatchObject({
    flowStatus: 'Suspended',
  });

  await createFlow('export', 'OnDemand');
  await page.goto(`/flows/export?account=${account}&region=${region}`);
  await page.getByRole('button', { name: 'Stop export' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Stop anyway' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'UnsupportedOperationException' })).toBeVisible();
});

test('an active flow is deleted only by force, as AppFlow has it', async ({ page, account, createFlow }) => {
  await createFlow('orders', 'Scheduled', 'started');
  await page.goto(`/flows/orders?account=${account}&region=${region}`);
  await page.getByRole('button', { name: 'Delete orders' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(dialog.getByText('ConflictException').last()).toBeVisible();

  await dialog.getByLabel('Force it').check();
  await dialog.getByLabel(/^To confirm/).fill('orders');
  await dialog.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.locator('[data-flow-name="orders"][data-status="Deleted"]')).toBeVisible();
});

test('an unknown name is HTTP 404 with a way back', async ({ page, flowsUrl, account }) => {
  const response = await page.goto(`/flows/nothing?account=${account}&region=${region}`);
  expect(response?.status()).toBe(404);
  await page.getByRole('link', { name: /flows/i }).first().click();
  await expect(page).toHaveURL(new RegExp(flowsUrl.split('?')[0] ?? ''));
});
