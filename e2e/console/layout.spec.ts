import { expect, region, test } from '../fixtures';
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

test('the strip is one line from 1024 px on, however long the names in it are @any-window', async ({
  page,
  account,
  flowsUrl,
}) => {
  await page.addInitScript(() => localStorage.setItem('sluice.actor', 'Bartholomew Featherstonehaugh'));
  const named = await page.request.put('/api/worlds', {
    headers: { 'x-sluice-account': account, 'x-sluice-region': region },
    data: { name: 'Production of the whole company', color: 'red', reasonRequired: false },
  });
  expect(named.ok()).toBe(true);
  await page.goto(flowsUrl);
  const strip = page.getByRole('banner');
  await expect(strip.getByText('Production of the whole company')).toBeVisible();
  await expect(strip.getByText('Bartholomew Featherstonehaugh')).toBeVisible();
  for (const width of [1024, 1280, 1366, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    expect((await strip.boundingBox())?.height, `at ${width} px`).toBeLessThan(52);
    expect(await strip.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  }
});

for (const width of [768, 1280]) {
  test(`the strip stays in view at ${width} px, over no row that the keyboard goes to @any-window`, async ({
    page,
    createFlow,
    flowsUrl,
  }) => {
    await page.setViewportSize({ width, height: 700 });
    const names = Array.from({ length: 20 }, (_, index) => `flow-${String(index).padStart(2, '0')}`);
    await Promise.all(names.map((name) => createFlow(name, 'OnDemand')));
    await page.goto(flowsUrl);
    await expectLoaded(page);
    const strip = page.getByRole('banner');
    await page.keyboard.press('End');
    await listOf(page).row('flow-19').getByRole('link').focus();
    for (const name of names.toReversed()) {
      const link = listOf(page).row(name).getByRole('link');
      await expect(link).toBeFocused();
      await expect(strip).toBeInViewport({ ratio: 1 });
      const { y, height } = (await strip.boundingBox()) ?? { y: NaN, height: NaN };
      expect((await link.boundingBox())?.y).toBeGreaterThan(y + height);
      await page.keyboard.press('k');
    }
  });
}
