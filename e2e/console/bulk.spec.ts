import {
  DescribeFlowCommand,
  DescribeFlowExecutionRecordsCommand,
  StartFlowCommand,
  TagResourceCommand,
} from '@aws-sdk/client-appflow';
import { expect, region, test } from '../fixtures';
import { expectAccessible } from './accessible';
import { listOf } from './list-page';
import { callAsPage, expectLive, requestsOf } from './live-page';

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('sluice.actor', 'Ana'));
});

test('selected flows are stopped as a job, each with its outcome, and exactly those start again', async ({
  page,
  account,
  appflow,
  createFlow,
  flowsUrl,
}) => {
  await createFlow('active', 'Scheduled', 'started');
  await createFlow('draft', 'Scheduled');
  await createFlow('export', 'OnDemand');
  await createFlow('not-selected', 'Scheduled', 'started');
  await page.goto(flowsUrl);
  for (const flowName of ['active', 'draft', 'export']) {
    await page.getByRole('checkbox', { name: `Select ${flowName}`, exact: true }).click();
  }
  const bar = page.getByRole('region', { name: 'Selected flows' });
  await expect(bar).toContainText('3 selected');
  await bar.getByRole('button', { name: 'Stop…' }).click();
  const { dialog, chooseStartAgain } = listOf(page);
  await expect(dialog).toContainText('1 active flow will be stopped.');
  await expect(dialog).toContainText('1 flow runs on demand');
  await expect(dialog).toContainText('1 draft flow: AppFlow refuses this.');
  await expect(dialog.getByRole('heading', { name: 'Stop 1 of 3 flows?' })).toBeVisible();
  // What the preview has pushed down is in view all the same, above the row of buttons.
  const reasonBox = await dialog.getByLabel(/^Reason/).boundingBox();
  const buttonBox = await dialog.getByRole('button', { name: 'Stop 1 flow' }).boundingBox();
  expect((reasonBox?.y ?? NaN) + (reasonBox?.height ?? NaN)).toBeLessThan(buttonBox?.y ?? NaN);
  await expectAccessible(page);
  await chooseStartAgain('In 4 hours');
  await dialog.getByLabel(/^Reason/).fill('INC-1');
  await dialog.getByRole('button', { name: 'Stop 1 flow' }).click();

  await expect(page.getByRole('heading', { name: 'Stop 3 flows', level: 1 })).toBeVisible();
  await expect(page.getByText('Done, 2 flows refused')).toBeVisible();
  const table = page.getByRole('table', { name: 'Flows of this job' });
  await expect(table.getByRole('row', { name: /^active/ })).toContainText('Active → Suspended');
  await expect(table.getByRole('row', { name: /^export/ })).toContainText(
    'UnsupportedOperationException It runs on demand, so there is no schedule to stop.',
  );
  await expectAccessible(page);
  await page.getByRole('button', { name: /2 Refused/ }).click();
  await expect(table.getByRole('row', { name: /Suspended/ })).toHaveCount(0);
  expect(page.url()).toContain('state=refused');

  const csv = await page.request.get(
    `${page.url().split('?')[0]?.replace('/bulk/', '/api/bulk/') ?? ''}/csv?account=${account}&region=${region}`,
  );
  expect((await csv.text()).split('\r\n')[1]).toMatch(
    /^active,stop,changed,,,Active,Suspended,.*,Ana,INC-1,/,
  );

  await page.getByRole('button', { name: 'Start again exactly these' }).click();
  await dialog.getByRole('button', { name: 'Start 1 flow' }).click();
  await expect(page.getByRole('heading', { name: 'Start 1 flow', level: 1 })).toBeVisible();
  await expect(page.getByText('Done', { exact: true })).toBeVisible();
  expect(await appflow.send(new DescribeFlowCommand({ flowName: 'active' }))).toMatchObject({
    flowStatus: 'Active',
  });

  await page.getByRole('link', { name: 'Bulk actions' }).click();
  await page.getByRole('link', { name: 'Stop 3 flows' }).click();
  await expect(page.getByText('Done, 2 flows refused')).toBeVisible();
  // What was refused would be refused again, until somebody changes the flow.
  const retry = page.getByRole('button', { name: /^Try/ });
  await expect(retry).toHaveCount(0);
  await expectLive(page);
  await appflow.send(new StartFlowCommand({ flowName: 'draft' }));
  await expect(retry).toHaveText('Try 1 flow again');
  await retry.click();
  await expect(dialog).toContainText('Stop 1 flow?');
  await expect(dialog.getByLabel(/^Reason/)).toHaveValue('INC-1');
  await expect(dialog.getByRole('button', { name: /^Start again/ })).toContainText('As before: ');
  await dialog.getByRole('button', { name: 'Stop 1 flow' }).click();
  await expect(page.getByRole('heading', { name: 'Stop 1 flow', level: 1 })).toBeVisible();
  await expect(page.getByText('Done', { exact: true })).toBeVisible();
  await expect(table.getByRole('row', { name: /^draft/ })).toContainText('Active → Suspended');
  await page.getByRole('link', { name: 'Bulk actions' }).click();
  await expect(page.getByRole('table', { name: 'Bulk jobs' }).getByRole('row')).toHaveCount(4);
  await expectAccessible(page);
});

test('all that match are stopped although the page is closed at once; protected ones are left alone', async ({
  page,
  account,
  appflow,
  createFlow,
  flowsUrl,
}) => {
  const flowNames = Array.from({ length: 30 }, (_, index) => `orders-${index + 10}`);
  for (const flowName of flowNames) {
    await createFlow(flowName, 'Scheduled', 'started');
  }
  await createFlow('leads', 'Scheduled', 'started');
  await appflow.send(
    new TagResourceCommand({
      resourceArn: `arn:aws:appflow:${region}:${account}:flow/orders-10`,
      tags: { protected: 'true' },
    }),
  );
  await page.goto(`${flowsUrl}&q=orders&size=25`);
  await page.getByRole('checkbox', { name: 'Select orders-11' }).click();
  await page.getByRole('button', { name: 'Select all 30 that match' }).click();
  await page.getByRole('button', { name: 'Stop…' }).click();
  const { dialog } = listOf(page);
  await expect(dialog).toContainText('1 flow is protected: left alone. orders-10');
  await dialog.getByText('orders-11 and 28 others').click();
  await expect(dialog.getByText(/^orders-12, orders-13, .* and orders-39$/)).toBeVisible();
  const asked = page.waitForResponse((response) => response.url().endsWith('/api/bulk'));
  await dialog.getByRole('button', { name: 'Stop 29 flows' }).click();
  await asked;
  await page.close();

  const statusOf = async (flowName: string) =>
    (await appflow.send(new DescribeFlowCommand({ flowName }))).flowStatus;
  await expect.poll(() => statusOf('orders-39')).toBe('Suspended');
  expect(await statusOf('orders-10')).toBe('Active');
  expect(await statusOf('leads')).toBe('Active');
});

test('what is picked is still picked after a look at a flow, and no more once it is done', async ({
  page,
  createFlow,
  flowsUrl,
}) => {
  for (const flowName of ['leads', 'orders', 'shop']) await createFlow(flowName, 'Scheduled', 'started');
  await page.goto(flowsUrl);
  const picked = (flowName: string) =>
    page.getByRole('checkbox', { name: `Select ${flowName}`, exact: true });
  await picked('leads').click();
  await picked('shop').click();
  const { dialog, row } = listOf(page);
  await row('shop').getByRole('link', { name: 'shop', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'shop', level: 1 })).toBeVisible();
  await page.goBack();
  const bar = page.getByRole('region', { name: 'Selected flows' });
  await expect(bar).toContainText('2 selected');
  await expect(picked('leads')).toBeChecked();
  await expect(picked('orders')).not.toBeChecked();

  await bar.getByRole('button', { name: 'Stop…' }).click();
  await dialog.getByRole('button', { name: 'Stop 2 flows' }).click();
  await expect(page.getByRole('heading', { name: 'Stop 2 flows', level: 1 })).toBeVisible();
  await page.goBack();
  await expect(picked('leads')).not.toBeChecked();
  await expect(bar).toBeHidden();

  await page.getByRole('button', { name: '1 Active' }).click();
  await expect(picked('leads')).toBeHidden();
  await picked('orders').click();
  await bar.getByRole('button', { name: 'Stop…' }).click();
  await expect(dialog).toBeVisible();
  await page.goBack();
  await expect(dialog).toBeHidden();
  await picked('leads').click();
  await expect(bar).toContainText('1 selected');
  await expect(dialog).toBeHidden();
});

test('nothing is confirmed before it is known what will come of it, which is asked until there is an answer', async ({
  page,
  createFlow,
  flowsUrl,
}) => {
  await createFlow('orders', 'Scheduled', 'started');
  await page.goto(flowsUrl);
  await page.getByRole('checkbox', { name: 'Select orders' }).click();
  const sent = requestsOf(page);
  await page.route('**/api/bulk/preview', (route) => route.abort());
  await page.getByRole('button', { name: 'Stop…' }).click();
  const { dialog, status, chooseStartAgain } = listOf(page);
  await expect(dialog.getByRole('alert')).toContainText('No answer');
  await expect(dialog.getByRole('button', { name: 'Stop flows' })).toBeDisabled();
  await expectAccessible(page);
  await dialog.getByLabel(/^Reason/).press('Enter');
  await page.unroute('**/api/bulk/preview');
  await expect(dialog.getByRole('button', { name: 'Stop 1 flow' })).toBeEnabled();
  expect(sent).not.toContain('/api/bulk');
  // What is known is of another question: nothing is confirmed before there is an answer to this one.
  await page.route('**/api/bulk/preview', (route) => route.fulfill({ status: 502, body: '' }));
  await chooseStartAgain('In 4 hours');
  await expect(dialog.getByRole('alert')).toContainText('No answer');
  await expect(dialog.getByRole('button', { name: 'Stop 1 flow' })).toBeDisabled();
  await page.unroute('**/api/bulk/preview');
  await dialog.getByRole('button', { name: 'Stop 1 flow' }).click();
  await expect(page.getByText('Done', { exact: true })).toBeVisible();
  await page.goto(flowsUrl);
  await expect(status('orders', 'Suspended')).toBeVisible();
});

test('what got no answer is sent again as it was, and something else leads to what was begun @any-window', async ({
  page,
  appflow,
  account,
  createFlow,
  flowsUrl,
}) => {
  await createFlow('orders', 'Scheduled', 'started');
  await createFlow('payroll', 'Scheduled', 'started');
  const resourceArn = `arn:aws:appflow:${region}:${account}:flow/payroll`;
  await appflow.send(new TagResourceCommand({ resourceArn, tags: { protected: 'true' } }));
  await page.goto(flowsUrl);
  await page.getByRole('checkbox', { name: 'Select all on this page' }).click();
  await page.getByRole('button', { name: 'Stop…' }).click();
  const { dialog, chooseStartAgain } = listOf(page);
  await chooseStartAgain('In 4 hours');
  const sent: unknown[] = [];
  await page.route('**/api/bulk', async (route) => {
    sent.push(route.request().postDataJSON());
    await route.fetch();
    await route.abort();
  });
  // How many it says depends on what is known by now, and how far the job is that was begun meanwhile.
  const send = dialog.getByRole('button', { name: /^Stop / });
  await send.click();
  await expect(dialog.getByRole('alert')).toContainText('No answer');
  await send.click();
  await expect.poll(() => sent.length).toBe(2);
  expect(sent[1]).toEqual(sent[0]);

  await page.unrouteAll({ behavior: 'wait' });
  await dialog.getByLabel(/^To include/).fill('protected');
  await send.click();
  await expect(dialog.getByRole('alert')).toContainText('Begun before');
  await dialog.getByRole('link', { name: 'see it' }).click();
  await expect(page.getByRole('heading', { name: 'Stop 2 flows', level: 1 })).toBeVisible();
  await expect(page.getByText(/^Done/)).toBeVisible();
});

test('protected flows are stopped too once that is typed, and nothing is sent while it is mistyped', async ({
  page,
  account,
  appflow,
  createFlow,
  flowsUrl,
}) => {
  await createFlow('orders', 'Scheduled', 'started');
  await createFlow('payroll', 'Scheduled', 'started');
  await appflow.send(
    new TagResourceCommand({
      resourceArn: `arn:aws:appflow:${region}:${account}:flow/payroll`,
      tags: { protected: 'true' },
    }),
  );
  const requests = requestsOf(page);
  await page.goto(flowsUrl);
  await page.getByRole('checkbox', { name: 'Select orders' }).click();
  await page.getByRole('checkbox', { name: 'Select payroll' }).click();
  await page.getByRole('button', { name: 'Stop…' }).click();
  const { dialog } = listOf(page);
  await expect(dialog).toContainText('1 flow is protected: left alone.');
  const typed = dialog.getByLabel('To include 1 flow with the tag protected, type protected');
  await typed.fill('protectd');
  await dialog.getByRole('button', { name: 'Stop 1 flow' }).click();
  await expect(dialog).toContainText('This is not protected.');
  await expect(typed).toBeFocused();
  await expect(typed).toHaveAccessibleDescription(/This is not protected\./);
  expect(requests).not.toContain('/api/bulk');

  await typed.fill('protected');
  await dialog.getByRole('button', { name: 'Stop 2 flows' }).click();
  await expect(page.getByRole('heading', { name: 'Stop 2 flows', level: 1 })).toBeVisible();
  await expect(page.getByText('Done', { exact: true })).toBeVisible();
  const table = page.getByRole('table', { name: 'Flows of this job' });
  await expect(table.getByRole('row', { name: /^payroll/ })).toContainText('Active → Suspended');
  expect(await appflow.send(new DescribeFlowCommand({ flowName: 'payroll' }))).toMatchObject({
    flowStatus: 'Suspended',
  });
});

test('the runs under way of selected flows are canceled as a job', async ({ page, clientOf }) => {
  // Flows of the demo fleet, because only its runs take long: the one that is started here a minute or more.
  const appflow = clientOf({ account: '000000000000' });
  const flowName = 's3-segments-to-marketo';
  const { executionId } = await appflow.send(new StartFlowCommand({ flowName }));
  await page.goto('/flows?trigger=OnDemand');
  await page.getByRole('checkbox', { name: `Select ${flowName}` }).click();
  await page.getByRole('checkbox', { name: 'Select veeva-trials-on-demand' }).click();
  await page.getByRole('button', { name: 'Cancel runs…' }).click();
  const { dialog } = listOf(page);
  await expect(dialog).toContainText('The runs in progress of 1 flow will be canceled.');
  await expect(dialog).toContainText('1 flow has no run in progress: nothing changes.');
  await dialog.getByRole('button', { name: 'Cancel runs of 1 flow' }).click();

  await expect(page.getByRole('heading', { name: 'Cancel runs of 2 flows' })).toBeVisible();
  await expect(page.getByText('Done', { exact: true })).toBeVisible();
  const table = page.getByRole('table', { name: 'Flows of this job' });
  await expect(table.getByRole('row', { name: flowName })).toContainText('Runs canceled');
  await expect(table.getByRole('row', { name: 'veeva-trials-on-demand' })).toContainText('No run to cancel');
  await expect
    .poll(async () => {
      const { flowExecutions } = await appflow.send(new DescribeFlowExecutionRecordsCommand({ flowName }));
      return flowExecutions?.find((each) => each.executionId === executionId)?.executionStatus;
    })
    .toBe('Canceled');
});

test('jobs of others show by themselves, with their progress, and nothing is read while none runs @any-window', async ({
  page,
  context,
  account,
  createFlow,
}) => {
  await createFlow('orders', 'Scheduled', 'started');
  await createFlow('leads', 'Event', 'started');
  const requests = requestsOf(page);
  await page.goto(`/bulk?account=${account}&region=${region}`);
  await expect(page.getByText('None yet.')).toBeVisible();
  await expectLive(page);
  const other = await context.newPage();
  await other.goto(`/bulk?account=${account}&region=${region}`);
  await callAsPage(other, account, '/api/bulk', { action: 'stop', flows: { filter: '' } });
  const jobs = page.getByRole('table', { name: 'Bulk jobs' });
  await expect(jobs.getByRole('row', { name: /Stop 2 flows/ })).toContainText('2 stopped');
  await expect(jobs).toContainText('Done');

  const streams = () => requests.filter((path) => path === '/api/events').length;
  const reads = () => requests.filter((path) => path === '/api/bulk').length;
  await page.bringToFront();
  await jobs.getByRole('link', { name: 'Stop 2 flows' }).click();
  await expect(page.getByText('2 of 2 flows handled')).toBeVisible();
  await page.goBack();
  await expect(jobs).toBeVisible();
  const before = reads();
  const renewed = streams() + 1;
  await expect.poll(streams).toBeGreaterThanOrEqual(renewed);
  expect(reads() - before).toBeLessThanOrEqual(1);
});

test('older jobs are on further pages, which have addresses @any-window', async ({
  page,
  account,
  createFlow,
  request,
}) => {
  await createFlow('orders', 'Event', 'started');
  const headers = { 'x-sluice-account': account, 'x-sluice-region': region };
  const flows = { filter: '' };
  for (const reason of Array.from({ length: 51 }, (_, index) => `INC-${index + 1}`)) {
    const data = { action: 'stop', flows };
    const made = await request.post('/api/bulk', {
      headers: { ...headers, 'x-sluice-reason': reason },
      data,
    });
    expect(made.status()).toBe(201);
  }
  await page.goto(`/bulk?account=${account}&region=${region}`);
  const jobs = page.getByRole('table', { name: 'Bulk jobs' });
  await expect(page.getByRole('region', { name: 'Jobs' })).toContainText('51, the newest first');
  await expect(jobs.getByRole('row').nth(1)).toContainText('INC-51');
  await page.getByRole('button', { name: 'Next page' }).click();
  await expect(page).toHaveURL(/page=2/);
  await expect(jobs.getByRole('row')).toHaveCount(2);
  await expect(jobs).toContainText('INC-1');
  await expectAccessible(page);
  await page.reload();
  await expect(jobs.getByRole('row')).toHaveCount(2);
  await page.goBack();
  await expect(jobs.getByRole('row').nth(1)).toContainText('INC-51');
});

test('jobs and what they did are read without scrolling sideways, however narrow the window', async ({
  page,
  account,
  createFlow,
  request,
}) => {
  await createFlow('orders', 'Event', 'started');
  await createFlow('export', 'OnDemand');
  const made = await request.post('/api/bulk', {
    headers: {
      'x-sluice-account': account,
      'x-sluice-region': region,
      'x-sluice-reason': 'INC-1, until the vendor answers',
    },
    data: { action: 'stop', flows: { filter: '' } },
  });
  expect(made.status()).toBe(201);
  await page.goto(`/bulk?account=${account}&region=${region}`);
  const jobs = page.getByRole('table', { name: 'Bulk jobs' });
  await expect(jobs.getByRole('cell', { name: 'INC-1, until the vendor answers' })).toBeInViewport({
    ratio: 1,
  });
  await expect(jobs.getByText('just now').or(jobs.getByText(/ ago$/))).toBeInViewport({ ratio: 1 });
  await jobs.getByRole('link', { name: 'Stop 2 flows' }).click();
  const whys = page.getByText('It runs on demand, so there is no schedule to stop.');
  await whys.scrollIntoViewIfNeeded();
  await expect(whys).toBeInViewport({ ratio: 1 });
});
