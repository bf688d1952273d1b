import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Expects that axe finds nothing on a page as it stands, neither in light nor in dark, and that it is not wider than the window. */
export async function expectAccessible(page: Page): Promise<void> {
  // Next streams a page's title after the page.
  await expect(page).toHaveTitle(/\S/);
  await settled(page);
  expect(complaints(await axe(page).analyze())).toEqual([]);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0);

  // Of what axe looks at, only the contrast is another in the other colors.
  const isDark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  const [other, own] = isDark ? (['light', 'dark'] as const) : (['dark', 'light'] as const);
  await page.emulateMedia({ colorScheme: other });
  await expect(page.locator('html')).toHaveCSS('color-scheme', other);
  await settled(page);
  expect(complaints(await axe(page).withRules('color-contrast').analyze(), other)).toEqual([]);
  await page.emulateMedia({ colorScheme: own });
  await expect(page.locator('html')).toHaveCSS('color-scheme', own);
}

/** No page has frames: without them axe needs no page of its own to put together what it found, which takes a third of its time. */
function axe(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode();
}

/** Waits until nothing moves: a dialog that is still fading in has no visible labels yet. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity)
        .map(({ finished }) => finished),
    ),
  );
}

type Results = Awaited<ReturnType<AxeBuilder['analyze']>>;

function complaints({ violations }: Results, colors = 'these'): string[] {
  return violations.map(
    ({ id, nodes }) =>
      `${id} in ${colors} colors: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  );
}
