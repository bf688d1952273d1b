import { expect, region, test } from '../fixtures';
import { listOf } from './list-page';

test('a world’s name and colour are in the strip and in dialogs, for everyone, and in the activity', async ({
  page,
  browser,
  account,
  createFlow,
  sluiceUrl,
}) => {
  await createFlow('orders', 'Scheduled', 'started');
  await page.goto(`/settings?account=${account}&region=${region}`);
  await page.getByLabel('Name', { exact: true }).fill('Production');
  await page.getByRole('radio', { name: 'red' }).check();
  await page.getByLabel('A reason is required').setChecked(true);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  const strip = page.getByRole('banner');
  await expect(strip.getByText('Production')).toBeVisible();
  await expect(strip).toHaveAttribute('data-color', 'red');

  const other = await browser.newContext({ baseURL: sluiceUrl });
  const theirs = await other.newPage();
  await theirs.goto(`/flows?account=${account}&region=${region}`);
  await expect(theirs.getByRole('banner').getByText('Production')).toBeVisible();
  await listOf(theirs).button('Stop', 'orders').click();
  await expect(theirs.getByRole('dialog').getByText('Production')).toBeVisible();
  await theirs.goto(`/activity?account=${account}&region=${region}`);
  await expect(theirs.getByText(/name: none → Production; colour: none → red/)).toBeVisible();
  await other.close();

  await page.goto(`/settings?account=${account}&region=${region}`);
  await expect(page.getByLabel('A reason is required')).toBeChecked();
  await page.getByLabel('Name', { exact: true }).fill('');
  await page.getByRole('radio', { name: 'None' }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(strip.getByText('Production')).toBeHidden();
});

test('the server’s refusal is shown', async ({ page, account }) => {
  await page.goto(`/settings?account=${account}&region=${region}`);
  await page.route('**/api/worlds', (route) =>
    route.request().method() === 'PUT'
      ? route.fulfill({ status: 403, json: { message: 'You may not.' } })
      : route.continue(),
  );
  await page.getByLabel('Name', { exact: true }).fill('Production');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'You may not.' })).toBeVisible();
});

test('another page cannot change a world, nor can what is not JSON @any-window', async ({
  request,
  account,
}) => {
  const headers = { 'x-sluice-account': account, 'x-sluice-region': region };
  const foreign = await request.put('/api/worlds', {
    headers: { ...headers, origin: 'http://elsewhere.example' },
    data: { reasonRequired: true },
  });
  expect(foreign.status()).toBe(403);
  const text = await request.put('/api/worlds', {
    headers: { ...headers, 'content-type': 'text/plain' },
    data: '{"reasonRequired":true}',
  });
  expect(text.status()).toBe(415);
  expect((await request.put('/api/worlds', { headers })).status()).toBe(400);
  const wrong = await request.put('/api/worlds', { headers, data: { color: 'pink', reasonRequired: true } });
  expect(wrong.status()).toBe(400);
});

test('theme, density, time zone and name are this browser’s and stay', async ({
  page,
  account,
  createFlow,
}) => {
  await createFlow('orders', 'Event');
  await page.goto(`/settings?account=${account}&region=${region}`);
  await page.getByRole('radio', { name: 'Dark' }).check();
  await expect(page.locator('body')).toHaveClass(/awsui-dark-mode/);
  await page.getByRole('radio', { name: 'Compact' }).check();
  await expect(page.locator('body')).toHaveClass(/awsui-compact-mode/);
  await page.getByLabel('Your name').fill('Ana');
  await page.getByLabel('Your name').blur();
  await expect(page.getByRole('button', { name: 'You act as Ana: change' })).toBeVisible();
  await page.getByRole('button', { name: /^Time zone/ }).click();
  await page.getByRole('combobox', { name: 'Find a time zone' }).fill('Tokyo');
  await page.getByRole('option', { name: 'Asia/Tokyo' }).click();
  await expect(page.getByText(/UTC\+9/)).toBeVisible();

  await page.reload();
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();
  await expect(page.getByRole('radio', { name: 'Compact' })).toBeChecked();
  await expect(page.getByLabel('Your name')).toHaveValue('Ana');
  await expect(page.getByText(/UTC\+9/)).toBeVisible();

  await page.goto(`/activity?account=${account}&region=${region}`);
  await expect(page.locator('body')).toHaveClass(/awsui-dark-mode/);
  await expect(page.locator('body')).toHaveClass(/awsui-compact-mode/);
  await expect(page.getByRole('columnheader', { name: 'Time (UTC+9)' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'You act as Ana: change' })).toBeVisible();
});

test('nothing can be typed into a form before the page reacts to it, because it would be lost @any-window', async ({
  page,
  account,
}) => {
  await page.route('**/*.js', (route) => route.abort());
  const name = page.getByLabel('Name', { exact: true });
  for (const address of ['/settings', '/create']) {
    await page.goto(`${address}?account=${account}&region=us-east-1`);
    await expect(name).toBeDisabled();
  }
  await page.unroute('**/*.js');
  await page.reload();
  await name.fill('orders');
  await expect(name).toHaveValue('orders');
});
