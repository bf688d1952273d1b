import { CreateFlowCommand } from '@aws-sdk/client-appflow';
import { expect, flowRequest, region, test } from '../fixtures';
import { listOf } from './list-page';
import { callAsPage, expectLive } from './live-page';

test.use({ timezoneId: 'Asia/Tokyo' });

// That the browser's console stays clean is every test's: React says there where a page is another than the server made.
test('pages come to life in a time zone that is not the server’s, and tell its times @any-window', async ({
  page,
}) => {
  for (const address of [
    '/flows?status=stopped-by-people',
    '/overview',
    '/flows/salesforce-cases-events',
    '/activity',
    '/bulk',
    '/create',
    '/settings',
  ]) {
    await page.goto(address);
    await expectLive(page);
  }
  await page.goto('/activity');
  await expect(page.getByRole('columnheader', { name: /^Time/ })).toContainText('UTC+9');
});

test('a bulk action that ends at a time comes to life as well @any-window', async ({
  page,
  account,
  createFlow,
}) => {
  await createFlow('orders', 'Scheduled', 'started');
  await page.goto(`/bulk?account=${account}&region=${region}`);
  const until = Date.now() + 7_200_000;
  await callAsPage(page, account, '/api/bulk', { action: 'stop', flows: { filter: '' }, until });
  await page.getByRole('link', { name: 'Stop 1 flow' }).click();
  await expect(page.getByText('Until', { exact: true })).toBeVisible();
  // As the server makes it.
  await page.reload();
  await expectLive(page);
});

test('a stop until a time goes by the time zone that the reader chose, and says which @any-window', async ({
  page,
  account,
  createFlow,
  flowsUrl,
}) => {
  await createFlow('orders', 'Scheduled', 'started');
  await page.goto(`/settings?account=${account}&region=${region}`);
  await page.getByRole('button', { name: /Time zone/ }).click();
  await page.getByRole('option', { name: 'UTC', exact: true }).click();
  await page.goto(flowsUrl);
  const list = listOf(page);
  await list.button('Stop', 'orders').click();
  await list.dialog.getByRole('button', { name: /^Start again/ }).click();
  await expect(page.getByRole('option', { name: 'Tomorrow at 09:00 UTC' })).toBeVisible();
  await page.getByRole('option', { name: 'Tomorrow at 09:00 UTC' }).click();
  const sent = page.waitForRequest('**/stop-flow');
  await list.dialog.getByRole('button', { name: 'Stop flow' }).click();
  const until = new Date(Number((await sent).headers()['x-sluice-until']));
  expect(until.toISOString()).toMatch(/T09:00:00.000Z$/);
  await expect(list.row('orders')).toContainText('09:00');
});

test('a form has the times of a schedule in the reader’s time zone @any-window', async ({
  page,
  account,
  appflow,
}) => {
  const scheduleStartTime = new Date(Date.UTC(2030, 0, 1, 20, 30));
  const request = flowRequest('orders', 'Scheduled');
  const triggerProperties = { Scheduled: { scheduleExpression: 'rate(1hours)', scheduleStartTime } };
  await appflow.send(
    new CreateFlowCommand({ ...request, triggerConfig: { triggerType: 'Scheduled', triggerProperties } }),
  );
  await page.goto(`/flows/orders/edit?account=${account}&region=${region}`);
  await expectLive(page);
  await expect(page.getByLabel('From')).toHaveValue('2030-01-02T05:30');
});
