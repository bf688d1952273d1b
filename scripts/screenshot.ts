import { chromium } from '@playwright/test';
import { chromiumPath } from './browser.cjs';

/** `npm run screenshot -- http://127.0.0.1:3000`: the README's picture, from a running server with a fresh demo fleet. */
const [base = 'http://127.0.0.1:3000'] = process.argv.slice(2);

const browser = await chromium.launch({
  executablePath: chromiumPath(),
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage({ viewport: { width: 1440, height: 860 }, colorScheme: 'light' });
await page.goto(`${base}/flows?q=salesforce`);

async function stop(flowName: string, reason: string): Promise<void> {
  await page.getByRole('button', { name: `Stop ${flowName}`, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Reason/).fill(reason);
  const name = dialog.getByLabel('Your name');
  if (await name.isVisible()) {
    await name.fill('Ana Ruiz');
  }
  await dialog.getByRole('button', { name: /^Stop/ }).click();
}

await stop('salesforce-opportunities-to-snowflake', 'INC-2240: the table is being changed');
await page
  .locator('[data-flow-name="salesforce-opportunities-to-snowflake"][data-status="Suspended"]')
  .waitFor();
await stop('salesforce-full-export', 'Quarter close');
await page.getByRole('alert').filter({ hasText: 'UnsupportedOperationException' }).waitFor();
await page.screenshot({ path: 'docs/flows.png' });
await browser.close();
