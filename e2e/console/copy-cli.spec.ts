import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import {
  DescribeFlowCommand,
  ListFlowsCommand,
  ListTagsForResourceCommand,
  TagResourceCommand,
} from '@aws-sdk/client-appflow';
import type { Page } from '@playwright/test';
import { expect, region, test as base } from '../fixtures';
import { listOf } from './list-page';

const run = promisify(execFile);

interface CopyFixtures {
  /** Runs a copied text as a person would who pastes it into a shell. */
  paste: () => Promise<string>;
}

const test = base.extend<CopyFixtures>({
  paste: async ({ page, context }, use) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.addInitScript(() => localStorage.setItem('sluice.actor', 'Ana'));
    await use(async () => {
      const text = await page.evaluate(() => navigator.clipboard.readText());
      const { stdout } = await run('sh', ['-c', text], { env: { ...process.env, AWS_PAGER: '' } });
      return stdout;
    });
  },
});

const odd = 'really!#1@x.y-z';

async function copyIn(page: Page) {
  await listOf(page).dialog.getByRole('button', { name: 'Copy as AWS CLI' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Copied the AWS CLI command' })).toBeAttached();
}

if (spawnSync('aws', ['--version']).status === 0) {
  test('the copied commands of a flow do in a shell what the console does @any-window', async ({
    page,
    account,
    appflow,
    createFlow,
    paste,
  }) => {
    // Python takes its time to start.
    test.slow();
    const flow = `/flows/${encodeURIComponent(odd)}?account=${account}&region=${region}`;
    const resourceArn = `arn:aws:appflow:${region}:${account}:flow/${odd}`;
    const statusNow = async () => (await appflow.send(new DescribeFlowCommand({ flowName: odd }))).flowStatus;
    await createFlow(odd, 'Scheduled');
    await appflow.send(new TagResourceCommand({ resourceArn, tags: { team: 'crm' } }));
    await page.goto(flow);
    await page.getByRole('button', { name: `Start ${odd}` }).click();
    await copyIn(page);
    await paste();
    expect(await statusNow()).toBe('Active');

    await page.goto(flow);
    await page.getByRole('button', { name: `Stop ${odd}` }).click();
    await copyIn(page);
    await paste();
    expect(await statusNow()).toBe('Suspended');

    await page.goto(flow);
    await page.getByRole('button', { name: 'Edit tags' }).click();
    const { dialog } = listOf(page);
    await dialog
      .getByRole('button', { name: /^Remove/ })
      .first()
      .click();
    await dialog.getByRole('button', { name: /^Add/ }).click();
    await dialog.getByLabel('Key').last().fill('a+b');
    await dialog.getByLabel('Value').last().fill('sum of = all');
    await copyIn(page);
    await paste();
    expect((await appflow.send(new ListTagsForResourceCommand({ resourceArn }))).tags).toEqual({
      'a+b': 'sum of = all',
    });

    await page.goto(`/flows/${encodeURIComponent(odd)}/edit?account=${account}&region=${region}`);
    // A word of its own that begins so would be an option.
    const description = '--really! #1, why?';
    const bucketPrefix = `it's "$HOME" \`now\` \\ ü`;
    // What is filled in before the page reacts would be lost.
    await expect(page.getByRole('button', { name: 'Save' })).toBeEnabled();
    await page.getByLabel('Description').fill(description);
    await page.getByLabel('Bucket prefix').fill(bucketPrefix);
    await page.getByRole('button', { name: 'Copy as AWS CLI' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeAttached();
    await paste();
    const destinationFlowConfigList = [{ destinationConnectorProperties: { S3: { bucketPrefix } } }];
    expect(await appflow.send(new DescribeFlowCommand({ flowName: odd }))).toMatchObject({
      description,
      destinationFlowConfigList,
    });

    const menu = page.getByRole('button', { name: 'Copy as AWS CLI' });
    await page.goto(flow);
    await menu.click();
    await page.getByRole('menuitem', { name: 'update-flow' }).click();
    await paste();
    await page.getByRole('button', { name: `Delete ${odd}` }).click();
    await copyIn(page);
    await paste();
    expect((await appflow.send(new ListFlowsCommand({}))).flows).toEqual([]);
    await page.goto(flow);
    await menu.click();
    await page.getByRole('menuitem', { name: /create-flow/ }).click();
    await paste();
    expect(await appflow.send(new DescribeFlowCommand({ flowName: odd }))).toMatchObject({
      description,
      destinationFlowConfigList,
      tags: { 'a+b': 'sum of = all' },
    });
  });

  test('a stop of many flows is copied as a loop over their names @any-window', async ({
    page,
    appflow,
    createFlow,
    flowsUrl,
    paste,
  }) => {
    test.slow();
    const names = [odd, 'orders', 'leads'];
    for (const name of names) {
      await createFlow(name, 'Scheduled', 'started');
    }
    await page.goto(flowsUrl);
    await page.getByRole('checkbox', { name: 'Select all on this page' }).click();
    await page.getByRole('button', { name: 'Stop…' }).click();
    await copyIn(page);
    await paste();
    const { flows = [] } = await appflow.send(new ListFlowsCommand({}));
    expect(flows.map(({ flowStatus }) => flowStatus)).toEqual(names.map(() => 'Suspended'));
  });
}
