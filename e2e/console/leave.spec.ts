import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, region, test } from '../fixtures';

const nameOf = (page: Page) => page.getByLabel('Name', { exact: true });
const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Leave without saving?' });
const listHeading = (page: Page) => page.getByRole('heading', { name: 'Flows', level: 1 });

/** The form that creates a flow, reached from the list, with a name typed in it. */
async function beginOne(page: Page, flowsUrl: string): Promise<void> {
  await page.goto(flowsUrl);
  await beginAnother(page);
}

async function beginAnother(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Create flow' }).click();
  await expect(page.getByRole('heading', { name: 'Create a flow', level: 1 })).toBeVisible();
  await nameOf(page).fill('orders');
}

/** Asks, stays and has everything as it was, then asks and leaves. */
async function expectAsked(page: Page, leave: () => Promise<unknown>): Promise<void> {
  await leave();
  await expect(dialogOf(page)).toBeVisible();
  await expect(page).toHaveURL(/\/create/);
  await dialogOf(page).getByRole('button', { name: 'Stay', exact: true }).click();
  await expect(dialogOf(page)).toBeHidden();
  await expect(page).toHaveURL(/\/create/);
  await expect(nameOf(page)).toHaveValue('orders');
  expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');

  await leave();
  await dialogOf(page).getByRole('button', { name: 'Leave', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Create a flow', level: 1 })).toBeHidden();
  await expect(page).not.toHaveURL(/\/create/);
}

test('a link asks before what was typed is lost; the focus comes back to it', async ({ page, flowsUrl }) => {
  await beginOne(page, flowsUrl);
  const link = page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: 'Flows' });
  await link.click();
  await expect(dialogOf(page)).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(link).toBeFocused();
  await expectAsked(page, () => link.click());
});

test('the brand asks, and so does Cancel', async ({ page, flowsUrl }) => {
  await beginOne(page, flowsUrl);
  await expectAsked(page, () => page.getByRole('link', { name: 'Sluice', exact: true }).click());
  await beginAnother(page);
  await expectAsked(page, () => page.getByRole('button', { name: 'Cancel', exact: true }).click());
});

test('a link of the menu asks, and so does the switch of the world', async ({ page, flowsUrl }) => {
  await beginOne(page, flowsUrl);
  await expectAsked(page, async () => {
    const pages = page.getByRole('navigation', { name: 'Pages' });
    const menu = pages.getByRole('button', { name: /^Menu/ });
    if (await menu.isVisible()) await menu.click();
    await pages.getByRole('link', { name: 'Overview' }).click();
  });
  await beginOne(page, flowsUrl);
  await expectAsked(page, async () => {
    await page.getByRole('button', { name: /^Account and region/ }).click();
    await page.getByLabel('Region', { exact: true }).fill('eu-west-1');
    await page.getByRole('button', { name: 'Go', exact: true }).click();
  });
});

test('keys ask', async ({ page, flowsUrl }) => {
  await beginOne(page, flowsUrl);
  await expectAsked(page, async () => {
    await page.getByRole('button', { name: 'Cancel', exact: true }).focus();
    await page.keyboard.press('g');
    await page.keyboard.press('o');
  });
});

test('the browser’s Back asks, as often as it is pressed, and leads where it would have led @any-window', async ({
  page,
  flowsUrl,
}) => {
  await beginOne(page, flowsUrl);
  await nameOf(page).focus();
  await page.evaluate(() => window.history.back());
  await expect(dialogOf(page)).toBeVisible();
  await page.evaluate(() => window.history.back());
  await expect(page).toHaveURL(/\/create/);
  await dialogOf(page).getByRole('button', { name: 'Stay', exact: true }).click();
  await expect(nameOf(page)).toBeFocused();
  await expectAsked(page, () => page.evaluate(() => window.history.back()));
  await expect(listHeading(page)).toBeVisible();

  // Forward leads to the form again, which is a new one.
  await page.evaluate(() => window.history.forward());
  await expect(page.getByRole('heading', { name: 'Create a flow', level: 1 })).toBeVisible();
  await expect(nameOf(page)).toHaveValue('');
});

test('an edit asks, but not when what was typed was taken back', async ({ page, account, createFlow }) => {
  await createFlow('orders', 'Scheduled');
  await page.goto(`/flows/orders?account=${account}&region=${region}`);
  await page.getByRole('link', { name: 'Edit orders' }).click();
  await expect(page.getByRole('heading', { name: 'Edit orders', level: 1 })).toBeVisible();
  const link = page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: 'orders' });
  await page.getByLabel(/^Description/).fill('x');
  await link.click();
  await dialogOf(page).getByRole('button', { name: 'Stay', exact: true }).click();
  await page.getByLabel(/^Description/).fill('');
  await link.click();
  await expect(page.getByRole('heading', { name: 'orders', level: 1 })).toBeVisible();
  await expect(dialogOf(page)).toBeHidden();
});

test('nothing is asked when nothing was typed @any-window', async ({ page, flowsUrl }) => {
  await page.goto(flowsUrl);
  await page.getByRole('link', { name: 'Create flow' }).click();
  await expect(page.getByRole('heading', { name: 'Create a flow', level: 1 })).toBeVisible();
  await page.evaluate(() => window.history.back());
  await expect(listHeading(page)).toBeVisible();
  await expect(dialogOf(page)).toBeHidden();
});

test('nothing is asked after it was saved @any-window', async ({ page, flowsUrl }) => {
  await beginOne(page, flowsUrl);
  await page.locator('#source').getByRole('combobox', { name: 'Object' }).fill('Account');
  await page.keyboard.press('Escape');
  await page.getByLabel('Bucket', { exact: true }).fill('orders-lake');
  await page.getByRole('button', { name: 'Create flow' }).click();
  await expect(page.getByRole('heading', { name: 'orders', level: 1 })).toBeVisible();
  await expect(dialogOf(page)).toBeHidden();
});
