import { StartFlowCommand, TagResourceCommand } from '@aws-sdk/client-appflow';
import { expect, region, test } from '../fixtures';
import { expectAccessible } from './accessible';
import { listOf } from './list-page';
import { callAsPage } from './live-page';

/** The demo fleet, which has every state. */
const fleet = `account=000000000000&region=us-east-1`;

test('the list, with every state', async ({ page }) => {
  await page.goto(`/flows?${fleet}`);
  await expect(listOf(page).name('salesforce-accounts-to-redshift')).toBeVisible();
  await expectAccessible(page);
});

test('overview, activity and settings', async ({ page }) => {
  await page.goto(`/overview?${fleet}`);
  const runs = page.getByRole('region', { name: 'Runs over 24 hours' });
  await expect(runs.getByText('Successful', { exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Show as table' }).click();
  await expectAccessible(page);

  await page.goto(`/activity?${fleet}&outcome=refused&from=2020-01-01T00:00:00Z`);
  await page
    .getByRole('button', { name: /^Details of/ })
    .first()
    .click();
  await expectAccessible(page);

  await page.goto(`/settings?${fleet}`);
  await expect(page.getByRole('button', { name: 'Save' })).toBeEnabled();
  await expectAccessible(page);
  const menu = page.getByRole('button', { name: 'Menu, on Settings' });
  if (await menu.isVisible()) {
    await menu.click();
    await expectAccessible(page);
  }
});

test('bulk actions, one of them, and what it did in the overview and the activity', async ({
  page,
  account,
  createFlow,
}) => {
  const world = `account=${account}&region=${region}`;
  await page.goto(`/bulk?${world}`);
  await expect(page.getByText('None yet.')).toBeVisible();
  await expectAccessible(page);
  await createFlow('orders', 'Scheduled', 'started');
  const until = Date.now() + 7_200_000;
  await callAsPage(page, account, '/api/bulk', { action: 'stop', flows: { filter: '' }, until });
  await expect(page.getByRole('table', { name: 'Bulk jobs' })).toContainText('Done');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Stop 1 flow' }).click();
  await expect(page.getByRole('heading', { name: 'Stop 1 flow', level: 1 })).toBeVisible();
  await expectAccessible(page);

  await page.goto(`/overview?${world}`);
  const list = page.getByRole('list', { name: 'Flows stopped until a time' });
  await expect(list.getByRole('button', { name: 'Start… orders' })).toBeEnabled();
  await expectAccessible(page);
  await list.getByRole('button', { name: 'Start… orders' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(page);
  await page.goto(`/activity?${world}`);
  await expect(page.getByText('Bulk action begun')).toBeVisible();
  await page
    .getByRole('button', { name: /^Details of StopFlow/ })
    .first()
    .click();
  await expectAccessible(page);
});

test('dialogs and a refusal in a row', async ({ page, createFlow, flowsUrl }) => {
  await createFlow('export', 'OnDemand');
  await createFlow('orders', 'Scheduled', 'started');
  await page.goto(flowsUrl);
  const list = listOf(page);
  await list.button('Stop', 'orders').click();
  await expect(list.dialog).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await list.button('Start', 'export').click();
  await expect(list.dialog).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await list.act('Stop', 'export');
  await expect(list.problem('export')).toBeVisible();
  await expectAccessible(page);
});

test('a flow’s page, its delete dialog, and an empty world', async ({
  page,
  account,
  createFlow,
  flowsUrl,
}) => {
  await page.goto(flowsUrl);
  await expect(page.getByText(/No flows in/)).toBeVisible();
  await expectAccessible(page);
  await createFlow('orders', 'Scheduled', 'started');
  await page.goto(`/flows/orders?account=${account}&region=${region}`);
  await expect(page.getByRole('heading', { name: 'orders', level: 1 })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Delete orders' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(page);
});

test('a flow’s page with its runs, and its tags', async ({ page }) => {
  const name = 'salesforce-opportunities-to-snowflake';
  await page.goto(`/flows/${name}?${fleet}`);
  await expect(page.getByRole('slider')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Edit tags' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(page);
});

test('a bulk action: the selection, its dialog, its job and the jobs before', async ({
  page,
  account,
  appflow,
  createFlow,
  flowsUrl,
}) => {
  await createFlow('orders', 'Scheduled', 'started');
  await createFlow('leads', 'Scheduled');
  await createFlow('payroll', 'Scheduled', 'started');
  const resourceArn = `arn:aws:appflow:${region}:${account}:flow/payroll`;
  await appflow.send(new TagResourceCommand({ resourceArn, tags: { protected: 'true' } }));
  await page.goto(flowsUrl);
  for (const flowName of ['orders', 'leads', 'payroll']) {
    await page.getByRole('checkbox', { name: `Select ${flowName}` }).click();
  }
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Stop…' }).click();
  const { dialog } = listOf(page);
  await expect(dialog).toContainText('1 draft flow: AppFlow refuses this.');
  const typed = dialog.getByLabel(/type protected$/);
  await typed.fill('protectd');
  await dialog.getByRole('button', { name: 'Stop 1 flow' }).click();
  await expect(dialog).toContainText('This is not protected.');
  await expectAccessible(page);
  await typed.fill('protected');
  await dialog.getByRole('button', { name: 'Stop 2 flows' }).click();
  await expect(page.getByRole('heading', { name: 'Stop 3 flows', level: 1 })).toBeVisible();
  await expect(page.getByText('Done, 1 flow refused')).toBeVisible();
  await expectAccessible(page);
  await appflow.send(new StartFlowCommand({ flowName: 'leads' }));
  await page.getByRole('button', { name: 'Try 1 flow again' }).click();
  await expect(dialog).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Bulk actions' }).click();
  await expect(page.getByRole('table', { name: 'Bulk jobs' })).toBeVisible();
  await expectAccessible(page);
});

test('the list’s preferences, its views, the keys, and an address that leads nowhere', async ({
  page,
  request,
  account,
  createFlow,
  flowsUrl,
}) => {
  const headers = { 'x-sluice-account': account, 'x-sluice-region': region };
  const save = { action: 'save', name: 'Orders only', search: 'q=orders' };
  expect((await request.post('/api/views', { headers, data: save })).ok()).toBe(true);
  await createFlow('orders', 'Scheduled', 'started');
  await page.goto(flowsUrl);
  const list = listOf(page);
  await expect(list.button('Stop', 'orders')).toBeEnabled();
  await page.getByRole('button', { name: 'Preferences' }).click();
  await expect(list.dialog.getByRole('checkbox', { name: 'Owner' })).toBeVisible();
  await expectAccessible(page);
  await list.dialog.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Views' }).click();
  const views = page.getByRole('list', { name: 'Views' });
  await expect(views.getByRole('link', { name: 'Orders only' })).toBeVisible();
  await expectAccessible(page);
  await views.getByRole('button', { name: 'Rename Orders only' }).click();
  await expect(page.getByLabel('New name of Orders only')).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Keyboard keys' }).click();
  await expect(list.dialog.getByRole('heading', { name: 'Keyboard keys' })).toBeVisible();
  await expectAccessible(page);

  for (const [address, heading] of [
    ['/flows/not-there', 'No flow not-there'],
    ['/bulk/not-there', 'There is no such bulk action'],
    ['/not-there', 'There is no such page'],
  ] as const) {
    expect((await page.goto(`${address}?account=${account}&region=${region}`))?.status()).toBe(404);
    await expect(page.getByRole('heading', { name: heading })).toBeVisible();
    await expectAccessible(page);
  }
});

test('the pages on which a flow is made and edited', async ({ page }) => {
  await page.goto(`/flows/salesforce-opportunities-to-snowflake/edit?${fleet}`);
  await expect(page.getByRole('button', { name: 'Save' })).toBeEnabled();
  await expectAccessible(page);
  await page.goto(`/create?${fleet}`);
  await page.getByRole('button', { name: 'Create flow' }).click();
  await expect(page.getByText('This is required.').first()).toBeVisible();
  await expectAccessible(page);
  await page.goto(`/create?${fleet}&view=json`);
  await expect(page.getByLabel('CreateFlow input as JSON')).toBeVisible();
  await expectAccessible(page);
});
test.describe('where less motion is asked for', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('nothing moves: not the dialog that opens, nor the row that waits for its answer', async ({
    page,
    createFlow,
    flowsUrl,
  }) => {
    await createFlow('orders', 'Scheduled', 'started');
    await page.goto(flowsUrl);
    const list = listOf(page);
    const moving = () =>
      page.evaluate(() =>
        document
          .getAnimations()
          .filter(
            ({ playState, effect }) =>
              playState === 'running' && Number(effect?.getComputedTiming().duration) > 1,
          )
          .map((animation) => (animation instanceof CSSAnimation ? animation.animationName : 'transition')),
      );
    await list.button('Stop', 'orders').click();
    await expect(list.dialog).toBeVisible();
    expect(await moving()).toEqual([]);
    let answer: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => (answer = resolve));
    await page.route('**/stop-flow', async (route) => {
      await asked;
      await route.continue();
    });
    await list.dialog.getByRole('button', { name: 'Stop flow' }).click();
    await expect(list.row('orders')).toContainText('Stopping…');
    expect(await moving()).toEqual([]);
    answer();
    await expect(list.status('orders', 'Suspended')).toBeVisible();
    expect(await moving()).toEqual([]);
  });
});
