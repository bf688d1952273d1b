import { expect, type Page } from '@playwright/test';
import { expectLive } from './live-page';

/** Waits until a page is live and all that it loads by itself is there: also the code of its dialogs, which comes when it is idle. */
export async function expectLoaded(page: Page): Promise<void> {
  await expectLive(page);
  await page.waitForFunction(() => document.readyState === 'complete');
  // What waits for an idle moment was there before this, so that it has its turn before.
  await page.evaluate(() => new Promise<void>((resolve) => requestIdleCallback(() => resolve())));
  const missing = () =>
    page.evaluate(() => {
      const scripts = document.querySelectorAll<HTMLScriptElement>('script[src]:not([nomodule])');
      const styles = document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]');
      const addresses = [...[...scripts].map(({ src }) => src), ...[...styles].map(({ href }) => href)];
      return addresses.filter((address) => performance.getEntriesByName(address).length === 0);
    });
  await expect.poll(missing).toEqual([]);
}

interface LayoutShift extends PerformanceEntry {
  value: number;
}

/**
 * From the first paint of the pages to come on, adds up how far anything on them moves by itself, also right after a click. What it
 * gives tells the sum on the page as it is, in the units of CLS.
 */
export async function watchShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    new PerformanceObserver((entries) => {
      for (const entry of entries.getEntries()) {
        const shifted = Number(document.documentElement.dataset.shifted ?? 0);
        document.documentElement.dataset.shifted = String(shifted + (entry as LayoutShift).value);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return async () => {
    // What moved in this frame is told after it.
    await framesOf(page);
    return page.evaluate(() => Number(document.documentElement.dataset.shifted ?? 0));
  };
}

/** Waits until what a page shows now is painted. */
export async function framesOf(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    await frame();
  });
}
