import { DescribeFlowCommand, TagResourceCommand, UpdateFlowCommand } from '@aws-sdk/client-appflow';
import type { Locator, Page } from '@playwright/test';
import { expect, flowRequest, region, test } from '../fixtures';
import { expectLive } from './live-page';

async function fillIn(page: Page, flowName: string): Promise<void> {
  await page.getByLabel('Name', { exact: true }).fill(flowName);
  await page.locator('#source').getByRole('combobox', { name: 'Object' }).fill('Account');
  await page.keyboard.press('Escape');
  await page.getByLabel('Bucket', { exact: true }).fill('orders-lake');
}

test('a flow is made by the form, and started from the page that follows', async ({
  page,
  account,
  appflow,
  flowsUrl,
}) => {
  await page.goto(flowsUrl);
  await page.getByRole('link', { name: 'Create flow' }).click();
  await expect(page.getByRole('heading', { name: 'Create a flow', level: 1 })).toBeVisible();
  await fillIn(page, 'orders');
  await page.getByRole('radio', { name: /^On a schedule/ }).check();
  await page.getByLabel('Every how many').fill('15');
  await page.getByLabel(/^Suspend it after/).fill('3');
  await page.getByRole('radio', { name: 'Chosen fields' }).check();
  await page.getByRole('checkbox', { name: /^Id\b/ }).check();
  await page.getByLabel('Destination field of Id').fill('account_id');
  await page.getByRole('button', { name: 'Add a tag' }).click();
  await page.keyboard.type('team');
  await page.getByRole('group', { name: 'Tag 1' }).getByLabel('Value').fill('crm');
  await page.getByRole('button', { name: 'Create flow' }).click();

  await expect(page.getByRole('heading', { name: 'orders', level: 1 })).toBeVisible();
  await expect(page.getByText('orders was created')).toBeVisible();
  await expect(page.getByRole('region', { name: 'What was done' })).toBeHidden();
  expect(page.url()).toContain(`account=${account}`);
  expect(await appflow.send(new DescribeFlowCommand({ flowName: 'orders' }))).toMatchObject({
    flowStatus: 'Draft',
    triggerConfig: {
      triggerType: 'Scheduled',
      triggerProperties: {
        Scheduled: { scheduleExpression: 'rate(15hours)', flowErrorDeactivationThreshold: 3 },
      },
    },
    tasks: [
      { taskType: 'Filter', sourceFields: ['Id'] },
      { taskType: 'Map', sourceFields: ['Id'], destinationField: 'account_id' },
    ],
    tags: { team: 'crm' },
  });
  await page.getByRole('button', { name: 'Start it…' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Start/ })
    .click();
  await expect(page.locator('[data-flow-name="orders"][data-status="Active"]')).toBeVisible();
});

test('what the contract does not take is said under its field; nothing is sent', async ({
  page,
  account,
}) => {
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/create-flow')) sent.push(request.url());
  });
  await page.goto(`/create?account=${account}&region=${region}`);
  await page.getByLabel('Name', { exact: true }).fill('-');
  await expect(page.getByText(/a letter or digit first/)).toBeVisible();
  await page.getByRole('button', { name: 'Create flow' }).click();
  await expect(page.getByText('This is required.').first()).toBeVisible();
  const summary = page.getByRole('alert').filter({ hasText: 'Not created' });
  await expect(summary).toHaveText(
    'Not created. Missing: Object of the source, Bucket of the destination. Not as AppFlow takes it: Name.',
  );
  await expect(page.getByLabel('Name', { exact: true })).toBeFocused();
  await summary.getByRole('button', { name: 'Bucket of the destination' }).click();
  await expect(page.getByLabel('Bucket', { exact: true })).toBeFocused();
  await summary.getByRole('button', { name: 'Object of the source' }).click();
  await expect(page.locator('#source').getByRole('combobox', { name: 'Object' })).toBeFocused();
  expect(sent).toEqual([]);
});

test('a flow that would move nothing is not made by the form', async ({ page, account, appflow }) => {
  await page.goto(`/create?account=${account}&region=${region}`);
  await fillIn(page, 'orders');
  await page.getByRole('radio', { name: 'Chosen fields' }).check();
  const problem = page.getByText('Choose at least one field.');
  await expect(problem).toBeHidden();
  await page.getByRole('button', { name: 'Create flow' }).click();
  await expect(problem).toBeVisible();
  await expect(page.getByText('Not created. Missing: Fields.')).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Chosen fields' })).toBeFocused();
  await page.getByRole('checkbox', { name: /^Id\b/ }).check();
  await expect(problem).toBeHidden();
  await page.getByRole('checkbox', { name: /^Id\b/ }).uncheck();
  await expect(problem).toBeVisible();

  // The JSON takes what the service takes.
  await view(page, 'JSON').then((json) => json.click());
  await page.getByRole('button', { name: 'Create flow' }).click();
  await expect(page.getByRole('heading', { name: 'orders', level: 1 })).toBeVisible();
  expect(await appflow.send(new DescribeFlowCommand({ flowName: 'orders' }))).toMatchObject({
    tasks: [{ taskType: 'Filter', sourceFields: [] }],
  });
});

/** What leads to one of the two views; where there is no room for both, it is in a list that is opened here. */
async function view(page: Page, name: 'Form' | 'JSON'): Promise<Locator> {
  const control = page.getByRole('toolbar', { name: 'View' });
  const list = page.getByRole('button', { name: /^View/ });
  await expect(control.or(list).filter({ visible: true })).toBeVisible();
  if (await control.isVisible()) return control.getByRole('button', { name });
  if ((await list.getAttribute('aria-expanded')) !== 'true') await list.click();
  return page.getByRole('option', { name });
}

test('form and JSON are two views of one input', async ({ page, account, appflow }) => {
  await page.goto(`/create?account=${account}&region=${region}`);
  await fillIn(page, 'orders');
  await view(page, 'JSON').then((json) => json.click());
  await expect(page).toHaveURL(/view=json/);
  const json = page.getByLabel('CreateFlow input as JSON');
  await expect(json).toHaveValue(/"flowName": "orders"/);
  const written = await json.inputValue();
  await json.fill(written.replace('"orders",', '"orders",\n  description: "x",'));
  await expect(page.getByText('Line 3')).toBeVisible();
  await json.fill(written.replace('"orders"', '"-"'));
  await expect(page.getByText(/^Line 2 flowName: .*a letter or digit first/)).toBeVisible();
  await json.fill(written.replace('"orders",', '"orders",\n  description: "x",'));
  await expect(await view(page, 'Form')).toHaveAttribute('aria-disabled', 'true');
  await json.fill(
    written.replace('"orders",', '"orders",\n  "metadataCatalogConfig": {},\n  "descripton": "x",'),
  );
  await expect(page.getByText(/descripton: CreateFlow does not know this/)).toBeVisible();
  await json.fill(
    written.replace('"orders",', '"orders",\n  "metadataCatalogConfig": {},\n  "description": "From JSON",'),
  );
  await view(page, 'Form').then((form) => form.click());
  await expect(page.getByLabel(/^Description/)).toHaveValue('From JSON');
  await expect(page.getByText(/the form keeps: metadataCatalogConfig/)).toBeVisible();
  await page.getByRole('button', { name: 'Create flow' }).click();
  await expect(page.getByRole('heading', { name: 'orders', level: 1 })).toBeVisible();
  expect(await appflow.send(new DescribeFlowCommand({ flowName: 'orders' }))).toMatchObject({
    description: 'From JSON',
    flowStatus: 'Active',
  });
});

test('a refusal stands where it belongs, and what was typed stays', async ({ page, account, createFlow }) => {
  await createFlow('orders', 'OnDemand');
  await page.goto(`/create?account=${account}&region=${region}`);
  await fillIn(page, 'orders');
  await page.getByRole('radio', { name: 'Chosen fields' }).check();
  await page.getByRole('radio', { name: 'All fields, under their own names' }).check();
  await page.getByRole('button', { name: 'Create flow' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'ConflictException' })).toBeVisible();
  await expect(page.locator('#flow')).toContainText('Flow with name orders already exists');
  await page.getByLabel('Name', { exact: true }).fill('orders-2');
  await expect(page.getByRole('alert').filter({ hasText: 'ConflictException' })).toBeHidden();
  await page.getByRole('button', { name: 'Create flow' }).click();
  await expect(page.getByRole('heading', { name: 'orders-2', level: 1 })).toBeVisible();
});

test('a flow is made like another one', async ({ page, account, appflow, createFlow }) => {
  await createFlow('orders', 'Scheduled');
  // As where a page is neither local nor HTTPS.
  await page.addInitScript(() => Reflect.deleteProperty(Crypto.prototype, 'randomUUID'));
  await page.goto(`/flows/orders?account=${account}&region=${region}`);
  await page.getByRole('link', { name: 'Duplicate' }).click();
  await expect(page.getByRole('heading', { name: 'Create a flow like orders', level: 1 })).toBeVisible();
  const bucket = page.getByLabel('Bucket', { exact: true });
  await expect(bucket).toHaveValue('orders-lake');
  await page.keyboard.press('c');
  await expect(page.getByRole('heading', { name: 'Create a flow', exact: true, level: 1 })).toBeVisible();
  await expect(bucket).toHaveValue('');
  await bucket.fill('typed');
  await page.evaluate(() => window.history.back());
  await page.getByRole('dialog').getByRole('button', { name: 'Leave', exact: true }).click();
  await expect(bucket).toHaveValue('orders-lake');
  await page.getByLabel('Name', { exact: true }).fill('orders-too');
  await page.getByRole('button', { name: 'Create flow' }).click();
  await expect(page.getByRole('heading', { name: 'orders-too', level: 1 })).toBeVisible();
  expect(await appflow.send(new DescribeFlowCommand({ flowName: 'orders-too' }))).toMatchObject({
    tasks: flowRequest('orders', 'Scheduled').tasks,
  });
});

test('an edit makes the next version, and says who else made one meanwhile', async ({
  page,
  account,
  appflow,
  createFlow,
}) => {
  await createFlow('orders', 'Scheduled', 'started');
  await page.goto(`/flows/orders?account=${account}&region=${region}`);
  await page.getByRole('link', { name: 'Edit orders' }).click();
  await expect(page.getByRole('heading', { name: 'Edit orders', level: 1 })).toBeVisible();
  await page.getByLabel(/^Description/).fill('Every quarter of an hour');
  await page.getByLabel('Every how many').fill('15');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { name: 'orders', level: 1 })).toBeVisible();
  await expect(page.getByText('JSON, version 2')).toBeVisible();
  const told = page.getByRole('region', { name: 'What was done' });
  await expect(told).toContainText('orders: saved, now version 2.');
  expect(await appflow.send(new DescribeFlowCommand({ flowName: 'orders' }))).toMatchObject({
    description: 'Every quarter of an hour',
    flowStatus: 'Active',
    triggerConfig: { triggerProperties: { Scheduled: { scheduleExpression: 'rate(15minutes)' } } },
  });

  await page.getByRole('link', { name: 'Edit orders' }).click();
  await expect(page.getByRole('heading', { name: 'Edit orders', level: 1 })).toBeVisible();
  // It would lie over the foot of the form.
  await expect(told).toBeHidden();
  await appflow.send(new UpdateFlowCommand(flowRequest('orders', 'Scheduled')));
  await expect(page.getByText(/changed this flow since you opened it: it is at version 3/)).toBeVisible();
  await page.getByRole('button', { name: 'Begin again with version 3' }).click();
  await expect(page.getByLabel('Every how many')).toHaveValue('5');
});

test('what an edit made is told as it is after it, not as a read that began before tells', async ({
  page,
  account,
  appflow,
  createFlow,
}) => {
  await createFlow('orders', 'Scheduled', 'started');
  await page.goto(`/flows/orders/edit?account=${account}&region=${region}`);
  await page.getByLabel(/^Description/).fill('Every quarter of an hour');
  await expectLive(page);
  const reads = /\/api\/flows\/orders/;
  const begun = page.waitForRequest(reads);
  // What is read because of the tag gets no answer before the flow is saved.
  await page.route(reads, () => undefined, { times: 1 });
  const resourceArn = `arn:aws:appflow:${region}:${account}:flow/orders`;
  await appflow.send(new TagResourceCommand({ resourceArn, tags: { team: 'crm' } }));
  await begun;
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('region', { name: 'What was done' })).toContainText('now version 2.');
});
