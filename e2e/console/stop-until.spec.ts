import {
  AppflowClient,
  CreateFlowCommand,
  DescribeFlowCommand,
  DescribeFlowExecutionRecordsCommand,
  StartFlowCommand,
  TagResourceCommand,
} from '@aws-sdk/client-appflow';
import type { Locator } from '@playwright/test';
import { expect, flowRequest, region, test } from '../fixtures';
import { listOf } from './list-page';

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('sluice.actor', 'Ana'));
});

test('a flow is stopped until a time, which its row says; starting it before cancels that', async ({
  page,
  createFlow,
  flowsUrl,
}) => {
  await createFlow('orders', 'Scheduled', 'started');
  await page.goto(flowsUrl);
  const list = listOf(page);
  await list.button('Stop', 'orders').click();
  await list.chooseStartAgain('In 4 hours');
  await list.dialog.getByLabel(/^Reason/).fill('INC-1');
  await list.dialog.getByRole('button', { name: 'Stop flow' }).click();
  await expect(list.status('orders', 'Suspended')).toBeVisible();
  await expect(list.row('orders')).toContainText(
    /Stopped until .*\d\d:\d\d by Ana (just now|\d+ s ago): INC-1/,
  );

  await list.button('Start', 'orders').click();
  await expect(list.dialog).toContainText(/until .*\d\d:\d\d/);
  await list.dialog.getByRole('button', { name: 'Start flow' }).click();
  await expect(list.status('orders', 'Active')).toBeVisible();
  await expect(list.row('orders')).not.toContainText('until');
});

test('a long reason begins the line of why, and cuts off neither until when nor the height of the row', async ({
  page,
  createFlow,
  flowsUrl,
}) => {
  await createFlow('leads', 'Scheduled', 'started');
  await createFlow('orders', 'Scheduled', 'started');
  await page.goto(flowsUrl);
  const list = listOf(page);
  const height = async (flowName: string) => (await list.row(flowName).boundingBox())?.height;
  const before = await height('orders');
  await list.button('Stop', 'orders').click();
  await list.chooseStartAgain('In 4 hours');
  await list.dialog.getByLabel(/^Reason/).fill(`INC-1: ${'the source is being moved '.repeat(10)}`);
  await list.dialog.getByRole('button', { name: 'Stop flow' }).click();
  await expect(list.status('orders', 'Suspended')).toBeVisible();
  const cell = list.row('orders').locator('[data-cell="status"]');
  const until = cell.getByText(/· until .*\d\d:\d\d/);
  const reason = cell.getByText(/^INC-1: the source/);
  const [boxOfCell, boxOfUntil, boxOfReason] = await Promise.all(
    [cell, until, reason].map((one) => one.boundingBox()),
  );
  const right = (box: { x: number; width: number } | null | undefined) => (box ? box.x + box.width : NaN);
  expect(right(boxOfUntil)).toBeLessThanOrEqual(right(boxOfCell));
  expect(boxOfReason?.x).toBe(boxOfCell?.x);
  expect(boxOfReason?.width).toBeGreaterThan(50);
  expect(await height('orders')).toBe(before);
});

test('what has the focus in a dialog, and what is wrong with it, are in view', async ({
  page,
  appflow,
  account,
  createFlow,
  flowsUrl,
}) => {
  await createFlow('orders', 'Scheduled', 'started');
  await appflow.send(
    new TagResourceCommand({
      resourceArn: `arn:aws:appflow:${region}:${account}:flow/orders`,
      tags: { protected: 'true' },
    }),
  );
  await page.goto(flowsUrl);
  const { dialog, ...list } = listOf(page);
  await list.button('Stop', 'orders').click();
  const confirm = dialog.getByRole('button', { name: 'Stop flow' });
  const buttonsTop = async () => (await confirm.boundingBox())?.y ?? NaN;
  const reason = dialog.getByLabel(/^Reason/);
  await expect(reason).toBeFocused();
  const bottom = async (locator: Locator) => {
    const box = await locator.boundingBox();
    return box ? box.y + box.height : NaN;
  };
  expect(await bottom(reason)).toBeLessThan(await buttonsTop());
  await page.keyboard.press('Tab');
  const typed = dialog.getByLabel('To confirm, type orders');
  await expect(typed).toBeFocused();
  expect(await bottom(typed)).toBeLessThan(await buttonsTop());
  await page.keyboard.press('Enter');
  const problem = dialog.getByText('This is not orders.');
  await expect.poll(async () => (await bottom(problem)) < (await buttonsTop())).toBe(true);
  await expect(typed).toBeFocused();

  // Escape closes what is open in the dialog, and only then the dialog.
  await dialog.getByRole('button', { name: /Start again/ }).click();
  await expect(page.getByRole('option', { name: 'In 4 hours' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('option', { name: 'In 4 hours' })).toBeHidden();
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('a time that is past is not taken', async ({ page, createFlow, flowsUrl }) => {
  await createFlow('orders', 'Scheduled', 'started');
  await page.goto(flowsUrl);
  const list = listOf(page);
  await list.button('Stop', 'orders').click();
  await list.chooseStartAgain('At a date and time…');
  await list.dialog.getByRole('button', { name: 'Stop flow' }).click();
  await expect(list.dialog).toContainText('Choose a time.');
  await list.dialog.getByLabel('Date', { exact: true }).fill('2020/01/01');
  await list.dialog.getByLabel('Time', { exact: true }).fill('09:00');
  await list.dialog.getByRole('button', { name: 'Stop flow' }).click();
  await expect(list.dialog).toContainText('This is not a time to come.');
  await expect(list.status('orders', 'Active')).toBeVisible();
});

test('a stop is taken back from the message that tells of it', async ({
  page,
  appflow,
  createFlow,
  flowsUrl,
}) => {
  await createFlow('orders', 'Scheduled', 'started');
  await page.goto(flowsUrl);
  const list = listOf(page);
  await list.act('Stop', 'orders');
  const told = page.getByRole('region', { name: 'What was done' });
  await expect(told).toContainText('orders: stopped, now Suspended.');
  await told.getByRole('button', { name: 'Undo' }).click();
  await expect(list.status('orders', 'Active')).toBeVisible();
  expect(await appflow.send(new DescribeFlowCommand({ flowName: 'orders' }))).toMatchObject({
    flowStatus: 'Active',
  });
  await expect(told).toContainText('orders: started, now Active.');

  // What changed nothing is told so, and cannot be taken back.
  await list.act('Start', 'orders');
  await expect(told).toContainText('orders: was started already, still Active.');
  await expect(told.getByRole('button', { name: 'Undo' })).toBeHidden();
});

test('stopping again keeps the time unless another is chosen, says what became of it, and is taken back', async ({
  page,
  appflow,
  createFlow,
  flowsUrl,
}) => {
  await createFlow('orders', 'Scheduled', 'started');
  await page.goto(flowsUrl);
  const list = listOf(page);
  const told = page.getByRole('region', { name: 'What was done' });
  await list.button('Stop', 'orders').click();
  await list.chooseStartAgain(/^In 4 hours/);
  await list.dialog.getByRole('button', { name: 'Stop flow' }).click();
  await expect(list.row('orders')).toContainText('until');

  await list.button('Stop', 'orders').click();
  await expect(list.dialog.getByRole('button', { name: /^Start again/ })).toContainText('As before');
  await expect(list.dialog).toContainText('the flow goes on showing why it was stopped');
  await list.dialog.getByRole('button', { name: 'Stop again' }).click();
  await expect(told).toContainText('orders: was stopped already, still Suspended.');
  await expect(list.row('orders')).toContainText('until');

  await list.button('Stop', 'orders').click();
  await list.chooseStartAgain(/^Not by itself/);
  await list.dialog.getByRole('button', { name: 'Stop again' }).click();
  await expect(told).toContainText('orders: stays stopped, and no longer starts again by itself.');
  await expect(list.row('orders')).not.toContainText('until');
  await told.getByRole('button', { name: 'Undo' }).click();
  await expect(told).toContainText('orders: stays stopped until');
  await expect(list.row('orders')).toContainText('until');
  expect((await appflow.send(new DescribeFlowCommand({ flowName: 'orders' }))).flowStatus).toBe('Suspended');
});

test('a protected flow is stopped only after its name was typed', async ({ page, appflow, flowsUrl }) => {
  await appflow.send(
    new CreateFlowCommand({ ...flowRequest('payroll', 'Event'), tags: { protected: 'true' } }),
  );
  await appflow.send(new StartFlowCommand({ flowName: 'payroll' }));
  await page.goto(flowsUrl);
  const list = listOf(page);
  await expect(list.row('payroll')).toContainText('Protected');
  await list.act('Stop', 'payroll');
  await expect(list.dialog).toContainText('This is not payroll.');
  await list.dialog.getByLabel('To confirm, type payroll').fill('payroll');
  await list.dialog.getByRole('button', { name: 'Stop flow' }).click();
  await expect(list.status('payroll', 'Suspended')).toBeVisible();

  // To take back its start would be to stop it.
  await list.act('Start', 'payroll');
  const told = page.getByRole('region', { name: 'What was done' });
  await expect(told).toContainText('payroll: started, now Active.');
  await expect(told.getByRole('button', { name: 'Undo' })).toBeHidden();
});

test('the runs under way are canceled with the stop, when that is asked for @any-window', async ({
  page,
  sluiceUrl,
}) => {
  // A flow of the demo fleet, because only its runs take long.
  const flowName = 'zendesk-tickets-to-s3';
  const appflow = new AppflowClient({
    endpoint: sluiceUrl,
    region,
    credentials: { accessKeyId: '000000000000', secretAccessKey: 'x' },
  });
  const records = await appflow.send(new DescribeFlowExecutionRecordsCommand({ flowName }));
  const underWay = records.flowExecutions?.find(({ executionStatus }) => executionStatus === 'InProgress');
  expect(underWay).toBeDefined();

  await page.goto(`/flows?q=${flowName}`);
  const list = listOf(page);
  await list.button('Stop', flowName).click();
  await list.dialog.getByRole('checkbox', { name: /Cancel the .* under way/ }).check();
  await list.dialog.getByRole('button', { name: 'Stop flow' }).click();
  await expect(list.status(flowName, 'Suspended')).toBeVisible();
  await expect
    .poll(async () => {
      const now = await appflow.send(new DescribeFlowExecutionRecordsCommand({ flowName }));
      return now.flowExecutions?.find(({ executionId }) => executionId === underWay?.executionId)
        ?.executionStatus;
    })
    .toBe('Canceled');
  appflow.destroy();
});
