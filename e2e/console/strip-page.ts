import { expect, type Page } from '@playwright/test';

/** The strip at the top as a person sees it: where there is no room for the pages, they are in a menu. */
export function stripOf(page: Page) {
  const pages = page.getByRole('navigation', { name: 'Pages' });
  const menu = pages.getByRole('button', { name: /^Menu, on/ });
  return {
    /** Goes to a page, by its link. */
    goTo: async (name: string) => {
      await expect(pages).toBeVisible();
      if (await menu.isVisible()) await menu.click();
      await pages.getByRole('link', { name, exact: true }).click();
    },
    /** Expects that a page is marked as the one that is shown. */
    expectCurrent: async (name: string) => {
      await expect(menu.or(pages.locator('[aria-current]')).filter({ visible: true })).toHaveText(name);
    },
  };
}
