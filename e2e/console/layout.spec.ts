import { type Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { listOf } from './list-page';

interface LayoutShift extends PerformanceEntry {
  value: number;
}

/** Adds up how far anything on the page moves by itself, also right after a click, from the first paint on. */
async function watchShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    new PerformanceObserver((entries) => {
      for (const entry of entries.getEntries()) {
        const shifted = Number(document.documentElement.dataset.shifted ?? 0);
        document.documentElement.dataset.shifted = String(shifted + (entry as LayoutShift).value);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () => page.evaluate(() => Number(document.documentElement.dataset.shifted ?? 0));
}

test('nothing moves while a flow is stopped and started from the list', async ({
  page,
  createFlow,
  flowsUrl,
}) => {
  await createFlow('leads', 'Event', 'started');
  await createFlow('orders', 'Scheduled', 'started');
  const shifted = await watchShifts(page);
  const list = listOf(page);
  await page.goto(flowsUrl);
  await list.act('Stop', 'leads', 'INC-1: the source is being moved');
  await expect(list.status('leads', 'Suspended')).toBeVisible();
  await list.act('Start', 'leads');
  await expect(list.status('leads', 'Active')).toBeVisible();
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
  await page.goto(flowsUrl, { waitUntil: 'load' });
  // The newest of the scripts that come when the page is idle.
  await expect
    .poll(() =>
      page.evaluate(() => {
        const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
        return performance
          .getEntriesByType('resource')
          .some(({ name, startTime }) => name.endsWith('.js') && startTime > (navigation?.loadEventEnd ?? 0));
      }),
    )
    .toBe(true);
  await expect(listOf(page).button('Stop', 'orders')).toBeEnabled();
  await page.waitForLoadState('networkidle');
  await page.context().setOffline(true);
  await listOf(page).button('Stop', 'orders').click();
  await expect(listOf(page).dialog).toBeVisible();
});
