import {
  DescribeFlowCommand,
  StartFlowCommand,
  StopFlowCommand,
  TagResourceCommand,
} from '@aws-sdk/client-appflow';
import { expect, region, test } from '../fixtures';

test('a flow’s page tells its state, definition, runs and events', async ({
  page,
  account,
  appflow,
  createFlow,
}) => {
  await createFlow('export', 'OnDemand');
  await appflow.send(new StartFlowCommand({ flowName: 'export' }));
  await page.goto(`/flows/export?account=${account}&region=${region}`);
  await expect(page.getByRole('heading', { name: 'export', level: 1 })).toBeVisible();
  await expect(page).toHaveTitle(/export/);
  await expect(page.getByText('orders-lake').first()).toBeVisible();
  await expect(page.getByText('Successful').first()).toBeVisible();
  await expect(page.getByText('CreateFlow').first()).toBeVisible();
});

test('it is stopped from its page too, and a refusal is shown there', async ({
  page,
  account,
  appflow,
  createFlow,
}) => {
  await createFlow('orders', 'Scheduled', 'started');
  await page.goto(`/flows/orders?account=${account}&region=${region}`);
  // What applies is the one primary button; what cannot be taken back is the last.
  const buttons = page.locator('main :is(button, a)', {
    hasText: /^(Stop|Start|Edit|Copy as AWS CLI|Delete)$/,
  });
  await expect(buttons).toHaveText(['Stop', 'Start', 'Edit', 'Copy as AWS CLI', 'Delete', 'Edit']);
  const primary = page.locator('main button[class*="variant-primary"]');
  await expect(primary).toHaveText(['Stop']);
  await page.getByRole('button', { name: 'Stop orders' }).click();
  await page.getByRole('dialog').getByRole('button', { name: /^Stop/ }).click();
  await expect(page.locator('[data-flow-name="orders"][data-status="Suspended"]')).toBeVisible();
  await expect(primary).toHaveText(['Start']);
  await expect(page.locator('#overview')).toContainText(/Stopped by .+ (just now|\d+ s ago)/);
  expect(await appflow.send(new DescribeFlowCommand({ flowName: 'orders' }))).toMatchObject({
    flowStatus: 'Suspended',
  });

  await createFlow('export', 'OnDemand');
  await page.goto(`/flows/export?account=${account}&region=${region}`);
  await page.getByRole('button', { name: 'Stop export' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Stop anyway' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'UnsupportedOperationException' })).toBeVisible();
});

test('an active flow is deleted only by force, as AppFlow has it', async ({ page, account, createFlow }) => {
  await createFlow('orders', 'Scheduled', 'started');
  await page.goto(`/flows/orders?account=${account}&region=${region}`);
  await page.getByRole('button', { name: 'Delete orders' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(dialog.getByText('ConflictException').last()).toBeVisible();

  await dialog.getByLabel('Force it').check();
  // What is typed last stands last, as in the dialog that stops.
  await expect(dialog.getByRole('textbox').last()).toHaveAccessibleName(/^To confirm/);
  await dialog.getByLabel(/^To confirm/).fill('orders');
  await dialog.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.locator('[data-flow-name="orders"][data-status="Deleted"]')).toBeVisible();
});

test('an Enter that is still held from the button deletes nothing', async ({
  page,
  account,
  appflow,
  createFlow,
}) => {
  await createFlow('export', 'OnDemand');
  await page.goto(`/flows/export?account=${account}&region=${region}`);
  const button = page.getByRole('button', { name: 'Delete export' });
  await expect(button).toBeEnabled();
  await button.focus();
  await page.keyboard.down('Enter');
  await expect(page.getByRole('dialog').getByLabel(/^Reason/)).toBeFocused();
  // As a keyboard does when a key is held: the same again, without a release.
  await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await appflow.send(new DescribeFlowCommand({ flowName: 'export' }))).toMatchObject({
    flowStatus: 'Active',
  });
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.locator('[data-flow-name="export"][data-status="Deleted"]')).toBeVisible();
});

test('the next five runs are told, or those of a start', async ({ page, account, appflow, createFlow }) => {
  await createFlow('orders', 'Scheduled', 'started');
  await page.goto(`/flows/orders?account=${account}&region=${region}`);
  const overview = page.locator('#overview');
  await expect(overview.getByText(/^in \d/)).toBeVisible();
  await expect(overview.getByText(/^\d\d:\d\d$|^\d+ \w+ \d\d:\d\d$/)).toHaveCount(4);
  await appflow.send(new StopFlowCommand({ flowName: 'orders' }));
  await expect(overview.getByText('If it were started now:')).toBeVisible();
});

test('the chart reads out its runs by keyboard, and its heights are in the address', async ({
  page,
  account,
  appflow,
  createFlow,
}) => {
  await createFlow('export', 'OnDemand');
  for (let run = 0; run < 3; run += 1) await appflow.send(new StartFlowCommand({ flowName: 'export' }));
  await page.goto(`/flows/export?account=${account}&region=${region}`);
  const chart = page.getByRole('slider', { name: 'Chart of the newest 3 runs' });
  await chart.focus();
  await expect(chart).toHaveAttribute('aria-valuenow', '3');
  await page.keyboard.press('ArrowLeft');
  await expect(chart).toHaveAttribute('aria-valuenow', '2');
  await expect(chart).toHaveAttribute('aria-valuetext', /Successful · .* UTC · took/);
  await page.keyboard.press('Home');
  await expect(chart).toHaveAttribute('aria-valuenow', '1');
  await page.getByRole('radio', { name: 'Records' }).click();
  await expect(page).toHaveURL(/bars=records/);
  await page.reload();
  await expect(page.getByRole('radio', { name: 'Records' })).toBeChecked();
});

test('a run under way is canceled from the table', async ({
  page,
  context,
  account,
  appflow,
  createFlow,
  sluiceUrl,
}) => {
  await createFlow('export', 'OnDemand');
  await appflow.send(new StartFlowCommand({ flowName: 'export' }));
  // A run takes a second, which may be over: its row says that it goes on, and what the service then says is shown all the same.
  await page.route('**/api/flows/export?*', async (route) => {
    const response = await route.fetch();
    const detail: { executions: object[] } = await response.json();
    const executions = detail.executions.map((run) => ({
      ...run,
      executionStatus: 'InProgress',
      endedAt: undefined,
    }));
    await route.fulfill({ response, json: { ...detail, executions } });
  });
  await page.goto(`${sluiceUrl}/flows/export?account=${account}&region=${region}`);
  await expect(page.getByRole('table', { name: 'Runs' }).getByText('Successful')).toBeHidden();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: /^Copy the AWS CLI command that cancels run / }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Copied the AWS CLI command' })).toBeAttached();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('aws appflow cancel-flow-executions --flow-name export ');
  const executionIds = JSON.parse(/--execution-ids '(.*?)'/.exec(copied)?.[1] ?? '[]') as string[];
  expect(executionIds).toHaveLength(1);

  const asked = page.waitForRequest('**/cancel-flow-executions');
  await page.getByRole('button', { name: /^Cancel run / }).click();
  expect((await asked).postDataJSON()).toEqual({ flowName: 'export', executionIds });
  await expect(page.getByText(/is being canceled|can not be canceled any more/).first()).toBeAttached();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});

test('older runs are read on when one asks', async ({ page, account, appflow, createFlow }) => {
  await createFlow('export', 'OnDemand');
  for (let batch = 0; batch < 3; batch += 1) {
    await Promise.all(
      Array.from({ length: 35 }, () => appflow.send(new StartFlowCommand({ flowName: 'export' }))),
    );
  }
  await page.goto(`/flows/export?account=${account}&region=${region}`);
  await expect(page.getByRole('list', { name: 'How the newest 60 runs ended' })).toContainText(
    /Of the newest 60:.*\d+ (successful|under way)/,
  );
  const rows = page.getByRole('table', { name: 'Runs' }).getByRole('row');
  await page.locator('#runs').getByRole('button', { name: 'Show all 100' }).click();
  await expect(rows).toHaveCount(101);
  await page.getByRole('button', { name: 'Show older runs' }).click();
  await expect(rows).toHaveCount(106);
  await expect(page.getByRole('button', { name: 'Show older runs' })).toBeHidden();
});

test('tags are edited, and what the API would refuse is said as one types', async ({
  page,
  account,
  appflow,
  createFlow,
}) => {
  await createFlow('orders', 'OnDemand');
  const resourceArn = `arn:aws:appflow:${region}:${account}:flow/orders`;
  await appflow.send(new TagResourceCommand({ resourceArn, tags: { team: 'crm', old: '1' } }));
  await page.goto(`/flows/orders?account=${account}&region=${region}`);
  await page.getByRole('button', { name: 'Edit tags' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('group', { name: 'Tag 1' }).getByLabel('Key')).toBeFocused();
  await dialog.getByRole('button', { name: 'Remove tag old' }).click();
  await expect(dialog.getByRole('button', { name: 'Add a tag' })).toBeFocused();
  await dialog.getByRole('group', { name: 'Tag 1' }).getByLabel('Value').fill('sales');
  await dialog.getByRole('button', { name: 'Add a tag' }).click();
  const added = dialog.getByRole('group', { name: 'Tag 2' });
  await page.keyboard.type('tier!');
  await expect(added.getByLabel('Key')).toHaveValue('tier!');
  await expect(added.getByText(/Letters, digits/)).toBeVisible();
  await added.getByLabel('Key').fill('tier');
  await added.getByLabel('Value').fill('gold');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('group', { name: 'Tag 3' }).getByLabel('Key')).toBeFocused();
  await dialog.getByRole('button', { name: 'Add a tag' }).click();
  await dialog.getByRole('button', { name: 'Remove tag 3' }).click();
  await expect(dialog.getByRole('button', { name: 'Remove tag 3' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: 'Add a tag' })).toBeFocused();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('tier = gold')).toBeVisible();
  expect((await appflow.send(new DescribeFlowCommand({ flowName: 'orders' }))).tags).toEqual({
    team: 'sales',
    tier: 'gold',
  });
});

test('one tag too many is said where it is saved', async ({ page, account, appflow, createFlow }) => {
  await createFlow('orders', 'OnDemand');
  const resourceArn = `arn:aws:appflow:${region}:${account}:flow/orders`;
  const tags = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`key-${index + 10}`, '']));
  await appflow.send(new TagResourceCommand({ resourceArn, tags }));
  await page.goto(`/flows/orders?account=${account}&region=${region}`);
  await page.getByRole('button', { name: 'Edit tags' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Add a tag' }).click();
  await page.keyboard.type('one-more');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Not saved: A flow has 50 tags at most.');
  await dialog.getByRole('button', { name: 'Remove tag key-10' }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('one-more').first()).toBeVisible();
});

test('an unknown name is HTTP 404 with a way back', async ({ page, flowsUrl, account }) => {
  const response = await page.goto(`/flows/nothing?account=${account}&region=${region}`);
  expect(response?.status()).toBe(404);
  await page.getByRole('link', { name: /flows/i }).first().click();
  await expect(page).toHaveURL(new RegExp(flowsUrl.split('?')[0] ?? ''));
});
