import { expect, test } from '../fixtures';
import { listOf } from './list-page';
import { expectLoaded, framesOf, watchShifts } from './loaded-page';

test('nothing moves while a flow is stopped and started from the list', async ({
  page,
  createFlow,
  flowsUrl,
}) => {
  await createFlow('export', 'OnDemand');
  await createFlow('leads', 'Event', 'started');
  await createFlow('orders', 'Scheduled', 'started');
  const shifted = await watchShifts(page);
  const list = listOf(page);
  // A slow service: each step is painted before the next one comes.
  await page.route(/\/(api\/flows|stop-flow|start-flow)/, async (route) => {
    await framesOf(page);
    await route.continue();
  });
  await page.goto(flowsUrl);
  await list.act('Stop', 'leads', 'INC-1: the source is being moved');
  await expect(list.status('leads', 'Suspended')).toBeVisible();
  await list.act('Start', 'leads');
  await expect(list.status('leads', 'Active')).toBeVisible();
  await list.act('Start', 'export');
  await expect(list.row('export')).toContainText('Successful');
  await page.getByRole('button', { name: 'Preferences' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Preferences' })).toBeFocused();
  expect(await shifted()).toBe(0);
});

test('dialogs open without the server: their code is there before', async ({
  page,
  createFlow,
  flowsUrl,
}) => {
  await createFlow('orders', 'Scheduled', 'started');
  await page.goto(flowsUrl);
  const list = listOf(page);
  await expect(list.button('Stop', 'orders')).toBeEnabled();
  await expectLoaded(page);
  await page.context().setOffline(true);
  await list.button('Stop', 'orders').click();
  await expect(list.dialog).toContainText('Stop orders?');
  await page.keyboard.press('Escape');
  await expect(list.dialog).toBeHidden();
  await page.keyboard.press('?');
  await expect(list.dialog.getByRole('heading', { name: 'Keyboard keys' })).toBeVisible();
});

test('a dialog whose code does not come is said to be missing, and comes once it can', async ({
  page,
  createFlow,
  flowsUrl,
}) => {
  await createFlow('orders', 'Scheduled', 'started');
  // The page is never idle, so that the code is asked for only with the dialog.
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0;
  });
  await page.goto(flowsUrl);
  const list = listOf(page);
  await expect(list.button('Stop', 'orders')).toBeEnabled();
  await page.context().setOffline(true);
  await list.button('Stop', 'orders').click();
  const said = page.getByRole('alert').filter({ hasText: 'This part of the page could not be loaded.' });
  await expect(said).toBeVisible();
  await expect(list.status('orders', 'Active')).toBeVisible();
  const again = page.getByRole('button', { name: 'Try again' });
  await again.focus();
  await page.keyboard.press('Enter');
  await expect(again).not.toBeDisabled();
  await expect(again).toBeFocused();
  await page.context().setOffline(false);
  await again.click();
  await expect(list.dialog).toContainText('Stop orders?');
  await expect(said).toBeHidden();
});
