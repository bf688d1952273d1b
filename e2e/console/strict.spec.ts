import { CreateFlowCommand, StartFlowCommand } from '@aws-sdk/client-appflow';
import type { Page } from '@playwright/test';
import { expect, flowRequest, region } from '../fixtures';
import { expectAccessible } from './accessible';
import { strictAccount, test, type Credentials } from '../strict-server';
import { listOf } from './list-page';
import { stripOf } from './strip-page';

async function signIn(page: Page, { accessKeyId, secretAccessKey }: Credentials): Promise<void> {
  await page.getByLabel('Access key ID').fill(accessKeyId);
  await page.getByLabel('Secret access key').fill(secretAccessKey);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

test('an access key signs in, its name is recorded, and signing out shuts the console', async ({
  page,
  start,
  key,
  clientOf,
}) => {
  const { url } = await start();
  const client = clientOf({ url: url, credentials: key, maxAttempts: 1 });
  await client.send(new CreateFlowCommand(flowRequest('orders', 'Scheduled')));
  await client.send(new StartFlowCommand({ flowName: 'orders' }));

  await page.goto(`${url}/flows?q=orders&region=${region}`);
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await expect(page.getByRole('banner').getByRole('link')).toHaveText(['Skip to content']);
  await expectAccessible(page);
  await signIn(page, { ...key, secretAccessKey: 'wrong' });
  await expect(page.locator('main').getByRole('alert')).toContainText(
    'There is no access key of this id and secret',
  );

  await signIn(page, key);
  await expect(page).toHaveURL(`${url}/flows?q=orders&region=${region}&account=${strictAccount}`);
  await expect(page.getByRole('navigation', { name: 'Pages' }).filter({ visible: true })).toHaveCount(1);
  const list = listOf(page);
  await expect(list.status('orders', 'Active')).toBeVisible();
  await list.button('Stop', 'orders').click();
  await expect(list.dialog).toContainText('Recorded as ana.');
  await expect(list.dialog.getByLabel('Your name')).toHaveCount(0);
  await list.dialog.getByRole('button', { name: /^Stop/ }).click();
  await expect(list.status('orders', 'Suspended')).toBeVisible();
  await expect(list.row('orders')).toContainText('Stopped by ana');

  await page.getByRole('button', { name: 'Signed in as ana' }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await page.goto(`${url}/flows?account=${strictAccount}`);
  await expect(page).toHaveURL(/\/sign-in\?next=/);
});

test('a console whose key is revoked leads to signing in and, with another key, back', async ({
  page,
  start,
  key,
  keys,
}) => {
  const { url } = await start();
  await page.goto(`${url}/`);
  await signIn(page, key);
  await expect(page).toHaveURL(`${url}/flows?account=${strictAccount}`);
  await expect(page.getByText(/No flows in/)).toBeVisible();
  await keys('revoke', key.accessKeyId);
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fflows%3Faccount/);
});

test('other worlds of the same account are reached, other accounts are not @any-window', async ({
  page,
  start,
  key,
  keys,
}) => {
  const { url } = await start();
  await keys('create', '--account', '999999999999');
  await page.goto(`${url}/flows/nothing?account=${strictAccount}&region=eu-west-1`);
  await signIn(page, key);
  await expect(page.getByText(/nothing/).first()).toBeVisible();
  // Leads over the list's bare address to the one of this account.
  await page.getByRole('link', { name: 'Sluice' }).click();
  await expect(page).toHaveURL(`${url}/flows?account=${strictAccount}&region=eu-west-1`);
  const other = await page.goto(`${url}/flows?account=999999999999`);
  expect(other?.status()).toBe(403);
});

test('what the console does beside the API is done in the account of who is signed in @any-window', async ({
  page,
  start,
  key,
  clientOf,
}) => {
  const { url } = await start();
  const client = clientOf({ url, credentials: key, maxAttempts: 1 });
  await client.send(new CreateFlowCommand(flowRequest('orders', 'Scheduled')));
  await client.send(new StartFlowCommand({ flowName: 'orders' }));
  await page.goto(`${url}/settings`);
  await signIn(page, key);
  await page.getByLabel('Name', { exact: true }).fill('Production');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('banner')).toContainText('Production');

  await stripOf(page).goTo('Flows');
  await page.getByRole('checkbox', { name: 'Select orders' }).click();
  await page.getByRole('button', { name: 'Stop…' }).click();
  const { dialog } = listOf(page);
  await dialog.getByRole('button', { name: 'Stop 1 flow' }).click();
  await expect(page.getByRole('heading', { name: 'Stop 1 flow', level: 1 })).toBeVisible();
  await expect(page.getByText('Active → Suspended')).toBeVisible();
  await page.getByRole('button', { name: 'Start again exactly these' }).click();
  await dialog.getByRole('button', { name: 'Start 1 flow' }).click();
  await expect(page.getByText('Suspended → Active')).toBeVisible();
});
