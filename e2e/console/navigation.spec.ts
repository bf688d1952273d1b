import { expect, region, test } from '../fixtures';
import { stripOf } from './strip-page';

test('the strip leads to every page and keeps the world; the current page is marked', async ({
  page,
  account,
  flowsUrl,
}) => {
  await page.goto(flowsUrl);
  const { goTo, expectCurrent } = stripOf(page);
  await expectCurrent('Flows');
  for (const [name, title = name] of [
    ['Overview'],
    ['Bulk', 'Bulk actions'],
    ['Activity'],
    ['Settings'],
    ['Flows'],
  ] as const) {
    await goTo(name);
    await expect(page).toHaveURL(`/${name.toLowerCase()}?account=${account}&region=${region}`);
    await expect(page).toHaveTitle(`${title} · Sluice`);
    await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
    await expectCurrent(name);
  }
});

test('the list’s filters are still there after a look at another page; from the list itself Flows leads to all', async ({
  page,
  account,
  createFlow,
  flowsUrl,
}) => {
  await createFlow('orders', 'Event');
  await page.goto(`${flowsUrl}&status=draft&sort=created`);
  const { goTo } = stripOf(page);
  for (const name of ['Overview', 'Bulk', 'Activity', 'Settings']) {
    await goTo(name);
    await expect(page.getByRole('heading', { name: new RegExp(`^${name}`), level: 1 })).toBeVisible();
    await goTo('Flows');
    await expect(page).toHaveURL(`/flows?status=draft&sort=created&account=${account}&region=${region}`);
  }
  await goTo('Flows');
  await expect(page).toHaveURL(flowsUrl);
  // Another world has another list.
  await page.goto(`/overview?account=${account}&region=eu-west-1`);
  await goTo('Flows');
  await expect(page).toHaveURL(`/flows?account=${account}&region=eu-west-1`);
});

test('a flow’s page belongs to Flows, whatever the flow is called, and so does making one', async ({
  page,
  account,
  createFlow,
}) => {
  await createFlow('new', 'Event');
  await page.goto(`/flows/new?account=${account}&region=${region}`);
  await expect(page.getByRole('heading', { name: 'new', level: 1 })).toBeVisible();
  await stripOf(page).expectCurrent('Flows');
  await page.goto(`/create?account=${account}&region=${region}`);
  await stripOf(page).expectCurrent('Flows');
});

test('where there is no room the pages are in a menu, by keyboard too', async ({ page, account }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto(`/overview?account=${account}&region=${region}`);
  const menu = page.getByRole('button', { name: 'Menu, on Overview' });
  await menu.focus();
  await page.keyboard.press('Enter');
  await expect(menu).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Escape');
  await expect(menu).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Activity', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/activity\\?account=${account}`));
  await expect(page.getByRole('button', { name: 'Menu, on Activity' })).toHaveAttribute(
    'aria-expanded',
    'false',
  );
});
