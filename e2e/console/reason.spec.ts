import { DescribeFlowCommand, TagResourceCommand } from '@aws-sdk/client-appflow';
import { expect, region, test } from '../fixtures';
import { expectAccessible } from './accessible';
import { listOf } from './list-page';

test.beforeEach(async ({ page, request, account }) => {
  await page.addInitScript(() => localStorage.setItem('sluice.actor', 'Ana'));
  const settings = { name: 'Production', color: 'red', reasonRequired: true };
  const headers = { 'x-sluice-account': account, 'x-sluice-region': region };
  expect((await request.put('/api/worlds', { headers, data: settings })).ok()).toBe(true);
});

test('where a reason is required, nothing is stopped, started, deleted or done in bulk without one', async ({
  page,
  account,
  createFlow,
  flowsUrl,
}) => {
  await createFlow('orders', 'Scheduled', 'started');
  const sent: string[] = [];
  page.on('request', (request) => {
    if (/(stop|start|delete)-flow$|\/api\/bulk$/.test(request.url()) && request.method() === 'POST') {
      sent.push(new URL(request.url()).pathname);
    }
  });
  await page.goto(flowsUrl);
  const { dialog, ...list } = listOf(page);
  const reason = dialog.getByLabel(/^Reason/);
  const refusedWithoutReason = async (confirm: string) => {
    await expect(reason).toBeFocused();
    await dialog.getByRole('button', { name: confirm, exact: true }).click();
    await expect(reason).toHaveAccessibleDescription(/A reason is required/);
    await expect(reason).toHaveAttribute('aria-invalid', 'true');
    await expect(reason).toBeFocused();
    expect(sent).toEqual([]);
  };

  await list.button('Stop', 'orders').click();
  await reason.fill('   ');
  await refusedWithoutReason('Stop flow');
  await expectAccessible(page);
  await reason.fill('INC-1');
  await dialog.getByRole('button', { name: 'Stop flow' }).click();
  await expect(list.row('orders')).toContainText('INC-1');
  expect(sent.splice(0)).toEqual(['/stop-flow']);

  await list.button('Start', 'orders').click();
  await refusedWithoutReason('Start flow');
  await page.keyboard.press('Escape');

  await page.getByRole('checkbox', { name: 'Select orders' }).click();
  await page.getByRole('button', { name: 'Start…' }).click();
  await expect(dialog).toContainText('will become active');
  await refusedWithoutReason('Start 1 flow');
  await reason.fill('INC-1 is over');
  await dialog.getByRole('button', { name: 'Start 1 flow' }).click();
  await expect(page.getByRole('heading', { name: 'Start 1 flow', level: 1 })).toBeVisible();
  expect(sent.splice(0)).toEqual(['/api/bulk']);
  await page.getByRole('button', { name: 'Stop again exactly these' }).click();
  await refusedWithoutReason('Stop 1 flow');

  await page.goto(`/flows/orders?account=${account}&region=${region}`);
  await page.getByRole('button', { name: 'Delete orders' }).click();
  await refusedWithoutReason('Delete');
});

test('the delete dialog says where it is, and asks for the name of a protected flow', async ({
  page,
  account,
  appflow,
  createFlow,
}) => {
  await createFlow('orders', 'Scheduled');
  const resourceArn = `arn:aws:appflow:${region}:${account}:flow/orders`;
  await appflow.send(new TagResourceCommand({ resourceArn, tags: { protected: 'true' } }));
  await page.goto(`/flows/orders?account=${account}&region=${region}`);
  await page.getByRole('button', { name: 'Delete orders' }).click();
  const { dialog } = listOf(page);
  await expect(dialog.locator('[data-world-color="red"]')).toHaveText('Production');
  await expect(dialog).toContainText(`${account} / ${region}`);
  await expect(dialog.getByLabel('Force it')).toHaveCount(0);
  await dialog.getByLabel(/^Reason/).fill('No longer needed');
  await dialog.getByRole('button', { name: 'Delete', exact: true }).click();
  const name = dialog.getByLabel('To confirm, type orders');
  await expect(name).toBeFocused();
  await expect(name).toHaveAccessibleDescription('This is not orders.');
  await expectAccessible(page);
  await name.fill('orders');
  await dialog.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('heading', { name: 'orders', level: 1 })).toBeFocused();
  await expect(appflow.send(new DescribeFlowCommand({ flowName: 'orders' }))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  });
});

test('the API takes a stop without a reason, as AWS does @any-window', async ({
  page,
  account,
  createFlow,
  request,
}) => {
  await createFlow('orders', 'Scheduled', 'started');
  const headers = { 'x-sluice-account': account, 'x-sluice-region': region };
  const stop = await request.post('/stop-flow', { headers, data: { flowName: 'orders' } });
  expect(stop.ok()).toBe(true);
  await page.goto(`/settings?account=${account}&region=${region}`);
  await expect(page.getByText('The API never asks for a reason, as on AWS')).toBeVisible();
});
