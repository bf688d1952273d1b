import {
  DeleteFlowCommand,
  DescribeFlowCommand,
  StartFlowCommand,
  StopFlowCommand,
} from '@aws-sdk/client-appflow';
import { expect, test } from '../fixtures';
import { listOf } from './list-page';

test('a flow is stopped with a reason, which the row then shows; the API agrees', async ({
  page,
  appflow,
  createFlow,
  flowsUrl,
}) => {
  await createFlow('orders', 'Scheduled', 'started');
  await page.goto(flowsUrl);
  const list = listOf(page);
  await expect(list.status('orders', 'Active')).toBeVisible();

  await list.button('Stop', 'orders').click();
  await expect(list.dialog).toContainText('orders');
  await expect(list.dialog).toContainText('Deactivate flow');
  await expect(list.dialog.getByLabel(/^Reason/)).toBeFocused();
  await list.dialog.getByLabel(/^Reason/).fill('INC-1: vendor outage');
  await list.dialog.getByLabel('Your name').fill('Ana');
  await list.dialog.getByRole('button', { name: /^Stop/ }).click();

  await expect(list.status('orders', 'Suspended')).toBeVisible();
  await expect(list.row('orders')).toContainText('Stopped by Ana');
  await expect(list.row('orders')).toContainText('INC-1: vendor outage');
  await expect(list.button('Stop', 'orders')).toBeFocused();
  expect(await appflow.send(new DescribeFlowCommand({ flowName: 'orders' }))).toMatchObject({
    flowStatus: 'Suspended',
  });
});

test('whoever starts a stopped flow is told who stopped it and why', async ({
  page,
  createFlow,
  flowsUrl,
}) => {
  await createFlow('orders', 'Event', 'started');
  await page.goto(flowsUrl);
  const list = listOf(page);
  await list.act('Stop', 'orders', 'INC-1: vendor outage');
  await expect(list.status('orders', 'Suspended')).toBeVisible();

  await list.button('Start', 'orders').click();
  await expect(list.dialog).toContainText('INC-1: vendor outage');
  await list.dialog.getByRole('button', { name: /^Start/ }).click();
  await expect(list.status('orders', 'Active')).toBeVisible();
});

test('an on-demand flow runs once and its run ends by itself', async ({ page, createFlow, flowsUrl }) => {
  await createFlow('export', 'OnDemand');
  await page.goto(flowsUrl);
  const list = listOf(page);
  await list.act('Start', 'export');
  await expect(list.row('export')).toContainText('Successful');
});

test('the browser calls the API itself, with who, why and the world in headers @any-window', async ({
  page,
  account,
  createFlow,
  flowsUrl,
}) => {
  await createFlow('orders', 'Scheduled', 'started');
  await page.goto(flowsUrl);
  const list = listOf(page);
  await list.button('Stop', 'orders').click();
  await list.dialog.getByLabel('Your name').fill('Zoë');
  await list.dialog.getByLabel(/^Reason/).fill('prêt?');
  const sent = page.waitForRequest('**/stop-flow');
  await list.dialog.getByRole('button', { name: /^Stop/ }).click();
  const request = await sent;
  expect(request.method()).toBe('POST');
  expect(request.postDataJSON()).toEqual({ flowName: 'orders' });
  expect(request.headers()).toMatchObject({
    'content-type': 'application/json',
    'x-sluice-account': account,
    'x-sluice-region': 'us-east-1',
    'x-sluice-actor': encodeURIComponent('Zoë'),
    'x-sluice-reason': encodeURIComponent('prêt?'),
  });
});

test('while the answer is awaited the row says so, and its status is the old one', async ({
  page,
  createFlow,
  flowsUrl,
}) => {
  await createFlow('orders', 'Scheduled', 'started');
  await page.goto(flowsUrl);
  const list = listOf(page);
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route('**/stop-flow', async (route) => {
    await held;
    await route.continue();
  });
  await list.act('Stop', 'orders');
  await expect(list.row('orders')).toContainText('Stopping…');
  await expect(list.status('orders', 'Active')).toBeVisible();
  letGo();
  await expect(list.status('orders', 'Suspended')).toBeVisible();
  await expect(list.row('orders')).not.toContainText('Stopping…');
});

test('confirmed twice in a hurry, a stop, a start and a bulk action are sent once', async ({
  page,
  createFlow,
  flowsUrl,
}) => {
  await createFlow('orders', 'Scheduled', 'started');
  await page.goto(flowsUrl);
  const list = listOf(page);
  const sent: string[] = [];
  let letGo: () => void = () => undefined;
  await page.route(/\/(stop-flow|start-flow|api\/bulk(\?.*)?)$/, async (route) => {
    if (route.request().method() === 'POST') {
      sent.push(new URL(route.request().url()).pathname);
      await new Promise<void>((resolve) => (letGo = resolve));
    }
    await route.continue();
  });

  await list.button('Stop', 'orders').click();
  const stop = list.dialog.getByRole('button', { name: 'Stop flow' });
  // Both presses come before the dialog can go.
  await stop.evaluate((button: HTMLElement) => {
    button.click();
    button.click();
  });
  await expect(list.row('orders')).toContainText('Stopping…');
  await expect.poll(() => sent).toEqual(['/stop-flow']);
  letGo();
  await expect(list.status('orders', 'Suspended')).toBeVisible();

  await list.button('Start', 'orders').click();
  await expect(list.dialog.getByLabel(/^Reason/)).toBeFocused();
  await page.keyboard.press('Enter');
  // The focus is back on the button of the row, whose action is under way.
  await expect(list.button('Start', 'orders')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(list.row('orders')).toContainText('Starting…');
  await expect(list.dialog).toBeHidden();
  await expect.poll(() => sent).toEqual(['/stop-flow', '/start-flow']);
  letGo();
  await expect(list.status('orders', 'Active')).toBeVisible();

  await page.getByRole('checkbox', { name: 'Select orders' }).click();
  await page.getByRole('button', { name: 'Stop…' }).click();
  await list.dialog.getByRole('button', { name: 'Stop 1 flow' }).dblclick();
  await expect.poll(() => sent.includes('/api/bulk')).toBe(true);
  letGo();
  await expect(page.getByRole('heading', { name: 'Stop 1 flow', level: 1 })).toBeVisible();
  expect(sent).toEqual(['/stop-flow', '/start-flow', '/api/bulk']);
});

test.describe('a refused stop is explained in its row', () => {
  test('UnsupportedOperationException, for a flow that runs on demand', async ({
    page,
    createFlow,
    flowsUrl,
  }) => {
    await createFlow('export', 'OnDemand');
    await page.goto(flowsUrl);
    const list = listOf(page);
    await list.button('Stop', 'export').click();
    await expect(list.dialog).toContainText('nothing to stop');
    await list.dialog.getByRole('button', { name: 'Stop anyway' }).click();

    await expect(list.problem('export')).toContainText('UnsupportedOperationException');
    await expect(list.problem('export')).toContainText('Not stopped: export runs on demand');
    await expect(list.status('export', 'Active')).toBeVisible();
    await list.problem('export').getByRole('link', { name: 'See its runs' }).click();
    await expect(page.getByRole('heading', { name: 'export', level: 1 })).toBeVisible();
  });

  test('ConflictException, for a draft; the next step starts it', async ({ page, createFlow, flowsUrl }) => {
    await createFlow('orders', 'Scheduled');
    await page.goto(flowsUrl);
    const list = listOf(page);
    await list.act('Stop', 'orders');
    await expect(list.problem('orders')).toContainText('ConflictException');
    await expect(list.problem('orders')).toContainText('orders is a draft, it was never started');

    await list.problem('orders').getByRole('button', { name: 'Start flow…' }).click();
    await list.dialog.getByRole('button', { name: /^Start/ }).click();
    await expect(list.status('orders', 'Active')).toBeVisible();
    await expect(list.problem('orders')).toBeHidden();
  });

  test('ResourceNotFoundException, for a flow that was deleted meanwhile; its row stays, marked, until removed', async ({
    page,
    appflow,
    createFlow,
    flowsUrl,
  }) => {
    await createFlow('orders', 'Scheduled');
    await createFlow('other', 'Scheduled');
    await page.goto(flowsUrl);
    const list = listOf(page);
    await list.button('Stop', 'orders').click();
    await appflow.send(new DeleteFlowCommand({ flowName: 'orders' }));
    await list.dialog.getByRole('button', { name: /^Stop/ }).click();

    await expect(list.problem('orders')).toContainText('ResourceNotFoundException');
    await expect(list.problem('orders')).toContainText('orders was deleted by');
    await list.problem('orders').getByRole('button', { name: 'Remove row' }).click();
    await expect(list.name('orders')).toBeHidden();
    await expect(list.name('other')).toBeVisible();
  });

  test('each row keeps its own, × dismisses one, a reload all', async ({ page, createFlow, flowsUrl }) => {
    await createFlow('draft', 'Scheduled');
    await createFlow('export', 'OnDemand');
    await page.goto(flowsUrl);
    const list = listOf(page);
    await list.act('Stop', 'draft');
    await expect(list.problem('draft')).toContainText('ConflictException');
    await list.act('Stop', 'export');
    await expect(list.problem('export')).toContainText('UnsupportedOperationException');
    await expect(list.problem('draft')).toContainText('ConflictException');

    await list
      .problem('draft')
      .getByRole('button', { name: /^Dismiss/ })
      .click();
    await expect(list.problem('draft')).toBeHidden();
    await expect(list.problem('export')).toBeVisible();
    await page.reload();
    await expect(list.name('export')).toBeVisible();
    await expect(list.problem('export')).toBeHidden();
  });

  test('a live change of the flow only adds what it is now', async ({
    page,
    appflow,
    createFlow,
    flowsUrl,
  }) => {
    await createFlow('orders', 'Scheduled');
    await page.goto(flowsUrl);
    const list = listOf(page);
    await list.act('Stop', 'orders');
    await expect(list.problem('orders')).toContainText('ConflictException');
    await appflow.send(new StartFlowCommand({ flowName: 'orders' }));
    await expect(list.problem('orders')).toContainText('Now: Active');
    await expect(list.problem('orders')).toContainText('ConflictException');
  });
});

test.describe('failures that only a fake can cause', () => {
  const refusals = [
    {
      status: 429,
      exception: 'ThrottlingException',
      says: 'too many requests just now. Nothing was changed.',
    },
    { status: 500, exception: 'InternalServerException', says: 'The stop failed inside Sluice' },
    { status: 403, exception: 'AccessDeniedException', says: 'you may not stop orders' },
  ];
  for (const { status, exception, says } of refusals) {
    test(exception, async ({ page, createFlow, flowsUrl }) => {
      await createFlow('orders', 'Scheduled', 'started');
      await page.goto(flowsUrl);
      const list = listOf(page);
      let sent = 0;
      await page.route('**/stop-flow', async (route) => {
        sent += 1;
        await route.fulfill({
          status,
          headers: { 'x-amzn-ErrorType': exception, 'x-amzn-RequestId': 'request-1' },
          json: { message: 'No.' },
        });
      });
      await list.act('Stop', 'orders');
      await expect(list.problem('orders')).toContainText(exception);
      await expect(list.problem('orders')).toContainText(says);
      await expect(list.problem('orders')).toContainText('request-1');
      await expect(list.status('orders', 'Active')).toBeVisible();
      expect(sent).toBe(1);
      if (exception !== 'AccessDeniedException') {
        await page.unroute('**/stop-flow');
        await list.problem('orders').getByRole('button', { name: 'Try again', exact: true }).click();
        await expect(list.status('orders', 'Suspended')).toBeVisible();
        await expect(list.problem('orders')).toBeHidden();
      }
    });
  }

  test('no answer: it may or may not have happened, and the row finds out', async ({
    page,
    createFlow,
    flowsUrl,
  }) => {
    await createFlow('orders', 'Scheduled', 'started');
    await page.goto(flowsUrl);
    const list = listOf(page);
    await expect(list.status('orders', 'Active')).toBeVisible();
    // Nothing comes through, like with the network gone: neither the stop nor a look at the state.
    await page.route('**/{stop-flow,api/**}', (route) => route.abort());
    await list.act('Stop', 'orders');
    await expect(list.problem('orders')).toContainText('No answer');
    await expect(list.problem('orders')).toContainText('may or may not have happened');

    await page.unroute('**/{stop-flow,api/**}');
    await expect(list.problem('orders')).not.toContainText('may or may not have happened');
    await expect(list.status('orders', 'Active')).toBeVisible();
    await list.problem('orders').getByRole('button', { name: 'Try again', exact: true }).click();
    await expect(list.status('orders', 'Suspended')).toBeVisible();
  });

  test('starting an on-demand flow again after no answer cannot run it twice @any-window', async ({
    page,
    account,
    createFlow,
    flowsUrl,
  }) => {
    await createFlow('export', 'OnDemand');
    await page.goto(flowsUrl);
    const list = listOf(page);
    // The request arrives and is carried out; its answer is lost.
    await page.route('**/start-flow', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await list.act('Start', 'export');
    await expect(list.problem('export')).toBeVisible();
    await page.unroute('**/start-flow');
    const answered = page.waitForResponse('**/start-flow');
    await list.problem('export').getByRole('button', { name: 'Try again', exact: true }).click();
    expect((await answered).ok()).toBe(true);
    await expect(list.problem('export')).toBeHidden();
    const detail = await page.request.get(`/api/flows/export?account=${account}&region=us-east-1`);
    expect((await detail.json()).executions).toHaveLength(1);
  });
});

test('two tabs stop the same flow: both see who did @any-window', async ({
  page,
  context,
  createFlow,
  flowsUrl,
}) => {
  await createFlow('orders', 'Scheduled', 'started');
  const other = await context.newPage();
  await page.goto(flowsUrl);
  await other.goto(flowsUrl);
  const here = listOf(page);
  const there = listOf(other);
  await here.button('Stop', 'orders').click();
  await there.button('Stop', 'orders').click();
  await here.dialog.getByLabel(/^Reason/).fill('first');
  await there.dialog.getByLabel(/^Reason/).fill('second');
  await here.dialog.getByRole('button', { name: /^Stop/ }).click();
  await expect(here.status('orders', 'Suspended')).toBeVisible();
  const answered = other.waitForResponse('**/stop-flow');
  await there.dialog.getByRole('button', { name: /^Stop/ }).click();
  await answered;
  for (const list of [here, there]) {
    await expect(list.status('orders', 'Suspended')).toBeVisible();
    await expect(list.row('orders')).toContainText('first');
    await expect(list.row('orders')).not.toContainText('second');
  }
});

test('a stop by somebody else shows in the open page by itself', async ({
  page,
  appflow,
  createFlow,
  flowsUrl,
}) => {
  await createFlow('orders', 'Scheduled', 'started');
  await page.goto(flowsUrl);
  const list = listOf(page);
  await expect(list.status('orders', 'Active')).toBeVisible();
  await appflow.send(new StopFlowCommand({ flowName: 'orders' }));
  await expect(list.status('orders', 'Suspended')).toBeVisible();
  await expect(list.row('orders')).toContainText('aws-sdk-js');
});

test('the keyboard alone stops a flow; focus comes back', async ({ page, createFlow, flowsUrl }) => {
  await createFlow('orders', 'Scheduled', 'started');
  await page.goto(flowsUrl);
  const list = listOf(page);
  const stop = list.button('Stop', 'orders');
  await expect(stop).toBeEnabled();
  for (
    let presses = 0;
    presses < 60 && !(await stop.evaluate((element) => element === document.activeElement));
    presses += 1
  ) {
    await page.keyboard.press('Tab');
  }
  await expect(stop).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(list.dialog.getByLabel(/^Reason/)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(list.dialog).toBeHidden();
  await expect(stop).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(list.dialog.getByLabel(/^Reason/)).toBeFocused();
  await page.keyboard.type('by keyboard');
  await page.keyboard.press('Enter');
  await expect(list.status('orders', 'Suspended')).toBeVisible();
  await expect(list.row('orders')).toContainText('by keyboard');
  await expect(stop).toBeFocused();
});
