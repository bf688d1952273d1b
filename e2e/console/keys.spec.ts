import { DeleteFlowCommand } from '@aws-sdk/client-appflow';
import type { Page } from '@playwright/test';
import { expect, region, test } from '../fixtures';
import { expectAccessible } from './accessible';
import { listOf } from './list-page';

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('sluice.actor', 'Ana'));
});

/** The list once it reacts to keys. */
async function openList(page: Page, url: string, flowName: string) {
  await page.goto(url);
  const list = listOf(page);
  await expect(list.button('Stop', flowName)).toBeEnabled();
  return { ...list, link: (name: string) => list.name(name).getByRole('link') };
}

test('a flow is found, stopped, selected and opened without a mouse', async ({
  page,
  account,
  createFlow,
  flowsUrl,
}) => {
  for (const name of ['leads', 'orders-1', 'orders-2', 'orders-3']) {
    await createFlow(name, 'Scheduled', 'started');
  }
  const list = await openList(page, flowsUrl, 'leads');
  const find = page.getByRole('combobox', { name: /Find flows/ });

  await page.keyboard.press('/');
  await expect(find).toBeFocused();
  // What is typed is typed.
  await page.keyboard.type('orders');
  await expect(find).toHaveValue('orders');
  await page.keyboard.press('Enter');
  await expect(list.name('leads')).toBeHidden();
  await expect(find).toBeFocused();

  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(list.link('orders-1')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(list.link('orders-2')).toBeFocused();
  await page.keyboard.press('End');
  await expect(list.link('orders-3')).toBeFocused();
  await page.keyboard.press('j');
  await expect(list.link('orders-3')).toBeFocused();
  await page.keyboard.press('k');
  await expect(list.link('orders-2')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(list.button('Stop', 'orders-2')).toBeFocused();
  await page.keyboard.press('Home');
  await expect(list.button('Stop', 'orders-1')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(list.link('orders-1')).toBeFocused();

  await page.keyboard.press('s');
  await expect(list.dialog.getByLabel(/^Reason/)).toBeFocused();
  // Not the row's keys while a dialog is open.
  await page.keyboard.type('jxs');
  await expect(list.dialog.getByLabel(/^Reason/)).toHaveValue('jxs');
  await page.keyboard.press('Escape');
  await expect(list.dialog).toBeHidden();
  await expect(list.link('orders-1')).toBeFocused();
  await page.keyboard.press('s');
  await expect(list.dialog.getByLabel(/^Reason/)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(list.status('orders-1', 'Suspended')).toBeVisible();
  await expect(list.link('orders-1')).toBeFocused();
  await page.keyboard.press('r');
  await expect(list.dialog).toContainText('Start orders-1?');
  await page.keyboard.press('Escape');
  await expect(list.dialog).toBeHidden();

  await page.keyboard.press('x');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  const bar = page.getByRole('region', { name: 'Selected flows' });
  await expect(bar).toContainText('2 selected');
  await page.keyboard.press('b');
  await expect(bar.getByRole('button', { name: 'Stop…' })).toBeFocused();
  await bar.getByRole('button', { name: 'Clear selection' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();

  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`/flows/orders-1?account=${account}&region=${region}`);
  await expect(page.locator('main')).toBeFocused();
  await page.keyboard.press('r');
  await expect(list.dialog).toContainText('Start orders-1?');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Start orders-1' })).toBeFocused();
  await page.keyboard.press('e');
  await expect(page.getByRole('heading', { name: 'Edit orders-1' })).toBeVisible();
});

test('the keys are listed, by a key and by a control; letters can be turned off', async ({
  page,
  createFlow,
  flowsUrl,
}) => {
  await createFlow('orders', 'Scheduled', 'started');
  const list = await openList(page, flowsUrl, 'orders');
  await page.keyboard.press('j');
  await page.keyboard.press('?');
  await expect(list.dialog.getByRole('heading', { name: 'Keyboard keys' })).toBeVisible();
  await expect(list.dialog).toContainText('Goes to the search of the page');
  await page.keyboard.press('Escape');
  await expect(list.dialog).toBeHidden();
  await expect(list.link('orders')).toBeFocused();

  const control = page.getByRole('button', { name: 'Keyboard keys' });
  await control.click();
  await list.dialog.getByRole('checkbox', { name: 'Letters and signs are keys' }).uncheck();
  await list.dialog.getByRole('button', { name: 'Close' }).click();
  await expect(control).toBeFocused();
  await page.keyboard.press('?');
  await page.keyboard.press('/');
  await page.keyboard.press('j');
  await expect(control).toBeFocused();
  await expect(list.dialog).toBeHidden();
  await list.link('orders').focus();
  await page.keyboard.press('s');
  await page.keyboard.press('End');
  await expect(list.link('orders')).toBeFocused();
  await expect(list.dialog).toBeHidden();
});

test('the list of keys is accessible and fits', async ({ page, createFlow, flowsUrl }) => {
  await createFlow('orders', 'Scheduled', 'started');
  const list = await openList(page, flowsUrl, 'orders');
  const placeOnPage = () =>
    list.button('Stop', 'orders').evaluate((button) => {
      const { x, y, width, height } = button.getBoundingClientRect();
      return { x, y: y + window.scrollY, width, height };
    });
  const place = await placeOnPage();
  await page.keyboard.press('j');
  await expect(list.link('orders')).toBeFocused();
  // The sign of the row that has the focus moves nothing.
  expect(await placeOnPage()).toEqual(place);
  await expectAccessible(page);
  await page.keyboard.press('?');
  await expect(list.dialog.getByRole('heading', { name: 'Keyboard keys' })).toBeVisible();
  await expectAccessible(page);
});

test('the focus keeps its place when a row leaves, the page is turned, or filters go', async ({
  page,
  appflow,
  createFlow,
  flowsUrl,
}) => {
  const names = Array.from({ length: 27 }, (_, index) => `flow-${index + 10}`);
  await Promise.all(names.map((name) => createFlow(name, 'OnDemand')));
  const list = await openList(page, `${flowsUrl}&size=25`, 'flow-10');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect(list.link('flow-11')).toBeFocused();
  await appflow.send(new DeleteFlowCommand({ flowName: 'flow-11' }));
  const remove = page.getByRole('button', { name: 'Remove row flow-11' });
  await expect(remove).toBeVisible();
  await remove.focus();
  await page.keyboard.press('Enter');
  await expect(list.name('flow-11')).toBeHidden();
  await expect(list.link('flow-12')).toBeFocused();

  await page.keyboard.press('n');
  await expect(list.name('flow-36')).toBeVisible();
  await expect(list.row('flow-36').locator('..').getByRole('link').first()).toBeFocused();
  await page.keyboard.press('p');
  await expect(list.link('flow-10')).toBeFocused();

  await page.goto(`${flowsUrl}&q=nothing-like-it`);
  const showAll = page.getByRole('button', { name: 'Show all flows' });
  await showAll.focus();
  await page.keyboard.press('Enter');
  await expect(list.name('flow-10')).toBeVisible();
  await expect(list.link('flow-10')).toBeFocused();
});

test('pages are gone to, but not from what is not saved', async ({ page, account, createFlow, flowsUrl }) => {
  await createFlow('orders', 'Event');
  await openList(page, flowsUrl, 'orders');
  for (const [key, path] of [
    ['o', 'overview'],
    ['a', 'activity'],
    ['b', 'bulk'],
    ['s', 'settings'],
    ['f', 'flows'],
  ] as const) {
    await page.keyboard.press('g');
    await page.keyboard.press(key);
    await expect(page).toHaveURL(`/${path}?account=${account}&region=${region}`);
  }
  await page.keyboard.press('g');
  await page.keyboard.press('a');
  await expect(page).toHaveURL(/activity/);
  await page.keyboard.press('/');
  await expect(page.getByRole('combobox', { name: 'Filter the activity' })).toBeFocused();
  await page.getByRole('link', { name: 'Sluice' }).focus();
  await page.keyboard.press('c');
  await expect(page.getByRole('heading', { name: 'Create a flow' })).toBeVisible();
  await page.getByLabel('Name', { exact: true }).fill('leads');
  await page.getByRole('radio', { name: 'On event' }).click();
  await page.keyboard.press('g');
  await page.keyboard.press('f');
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('leads');
});

test('who comes back from a flow goes on in its row, by the keyboard and after a click', async ({
  page,
  createFlow,
  flowsUrl,
}) => {
  for (const name of ['leads', 'orders-1', 'orders-2', 'orders-3']) await createFlow(name, 'OnDemand');
  const list = await openList(page, flowsUrl, 'orders-1');
  const heading = (name: string) => page.getByRole('heading', { name, level: 1 });
  await list.link('orders-1').focus();
  await page.keyboard.press('Enter');
  await expect(heading('orders-1')).toBeVisible();
  await expect(page.locator('main')).toBeFocused();
  await page.goBack();
  await expect(list.link('orders-1')).toBeFocused();
  await page.keyboard.press('j');
  await expect(list.link('orders-2')).toBeFocused();

  await list.link('orders-3').click();
  await expect(heading('orders-3')).toBeVisible();
  await page.goBack();
  await expect(list.link('orders-3')).toBeFocused();
  await page.keyboard.press('k');
  await expect(list.link('orders-2')).toBeFocused();
});
