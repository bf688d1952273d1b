import { StopFlowCommand } from '@aws-sdk/client-appflow';
import { expect, region, test } from '../fixtures';

test('the demo fleet is understood at a glance', async ({ page }) => {
  await page.goto('/overview');
  await expect(page.getByText(/\d+ of \d+ flows need attention\./)).toBeVisible();
  const attention = page.getByRole('list', { name: 'Flows that need attention' });
  await expect(attention).toContainText('Errored');
  await expect(attention).toContainText('Failing');
  await expect(page.getByRole('list', { name: 'Next runs' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Recent changes' })).toContainText('Ana Ruiz');
  await page.getByRole('link', { name: /^\d+ stopped by people/ }).click();
  await expect(page).toHaveURL('/flows?status=stopped-by-people');
});

test('the runs of a day are bars, and a table for whoever reads', async ({ page }) => {
  await page.goto('/overview');
  await expect(page.getByText(/[\d,]+ ended: [\d,]+ successful/)).toBeVisible();
  const section = page.getByRole('region', { name: 'Runs over 24 hours' });
  await expect(section.getByText('Successful', { exact: true })).toBeVisible();
  const height = (await section.boundingBox())?.height;
  await page.getByRole('button', { name: 'Show as table' }).click();
  await expect(page.getByRole('table', { name: 'Runs by hour' }).getByRole('row')).toHaveCount(25);
  await page.getByRole('button', { name: 'Show as table' }).click();
  await expect(section.getByText('Successful', { exact: true })).toBeVisible();
  expect((await section.boundingBox())?.height).toBe(height);
});

test('a stop elsewhere appears by itself, with who and why', async ({
  page,
  account,
  appflow,
  createFlow,
}) => {
  await page.goto(`/overview?account=${account}&region=${region}`);
  await expect(page.getByText(/There are no flows in/)).toBeVisible();
  await createFlow('orders', 'Scheduled', 'started');
  await expect(page.getByText('All is well with the one flow.')).toBeVisible();
  await expect(page.getByRole('list', { name: 'Next runs' })).toContainText('orders');
  await appflow.send(new StopFlowCommand({ flowName: 'orders' }));
  const stopped = page.getByRole('list', { name: 'Flows stopped by people' });
  await expect(stopped).toContainText('no reason given');
  await stopped.getByRole('link', { name: 'Start… orders' }).click();
  await expect(page.getByRole('heading', { name: 'orders', level: 1 })).toBeVisible();
});

test('nothing moves while the page comes', async ({ page }) => {
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value } = entry as PerformanceEntry & { value: number };
        document.documentElement.dataset.shift = String(
          Number(document.documentElement.dataset.shift ?? 0) + value,
        );
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto('/overview');
  await expect(
    page.getByRole('region', { name: 'Runs over 24 hours' }).getByText('Failed', { exact: true }),
  ).toBeVisible();
  expect(Number((await page.locator('html').getAttribute('data-shift')) ?? 0)).toBeLessThan(0.01);
});
