import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { startServer } from '@/e2e/server-process';
import { chromiumPath } from './browser.cjs';

/**
 * `npm run screenshots`: the pictures of the README and of docs/console.md, each page in light on a wide screen, and in
 * dark on a narrow one. Each look has servers of its own, one with a fresh demo fleet and one that asks who one is. Needs a build (npm
 * start makes one).
 */
const looks = [
  { name: 'wide', colorScheme: 'light', viewport: { width: 1440, height: 900 } },
  { name: 'narrow', colorScheme: 'dark', viewport: { width: 320, height: 720 } },
] as const;

const shots: { name: string; path: string; prepare?: (page: Page) => Promise<void> }[] = [
  { name: 'overview', path: '/overview' },
  { name: 'flows', path: '/flows?q=salesforce', prepare: refuseAStop },
  { name: 'stop', path: '/flows', prepare: openStopDialog },
  { name: 'flow', path: '/flows/salesforce-accounts-to-redshift' },
  { name: 'create', path: '/create' },
  { name: 'edit', path: '/flows/salesforce-accounts-to-redshift/edit' },
  { name: 'bulk-dialog', path: '/flows', prepare: openBulkDialog },
  { name: 'bulk-job', path: '/flows', prepare: stopMany },
  { name: 'bulk', path: '/bulk' },
  { name: 'activity', path: '/activity' },
  { name: 'settings', path: '/settings' },
];

const browser = await chromium.launch({
  executablePath: chromiumPath(),
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  for (const look of looks) await takeAll(look);
} finally {
  await browser.close();
}

async function takeAll({ name: look, ...options }: (typeof looks)[number]): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'sluice-screenshots-'));
  const open = await startServer({ DATABASE_URL: `file:${folder}/open.db`, SLUICE_SEED: 'demo' });
  const strict = await startServer({
    DATABASE_URL: `file:${folder}/strict.db`,
    SLUICE_SEED: 'none',
    SLUICE_AUTH: 'strict',
    SLUICE_SECRET_KEY: randomBytes(32).toString('hex'),
  });
  const context = await browser.newContext({ ...options, reducedMotion: 'reduce' });
  try {
    await context.addInitScript(() => localStorage.setItem('sluice.actor', 'Ana Ruiz'));
    for (const { name, path: address, prepare } of shots) {
      const page = await context.newPage();
      await page.goto(`${open.url}${address}`, { waitUntil: 'load' });
      await page.locator('[data-live="live"]').first().waitFor();
      await prepare?.(page);
      await take(page, `${name}-${look}`);
      await page.close();
    }
    const page = await context.newPage();
    await page.goto(strict.url);
    await page.locator('input:enabled').first().waitFor();
    await take(page, `sign-in-${look}`);
  } finally {
    await context.close();
    await Promise.all([open.stop(), strict.stop()]);
    rmSync(folder, { recursive: true });
  }
}

async function take(page: Page, name: string): Promise<void> {
  const file = `docs/screenshots/${name}.png`;
  await page.screenshot({ path: file });
  process.stdout.write(`${file}\n`);
}

async function openStop(page: Page, flowName: string): Promise<void> {
  await page.getByRole('button', { name: `Stop ${flowName}`, exact: true }).click();
}

async function stop(page: Page, flowName: string, reason: string): Promise<void> {
  await openStop(page, flowName);
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Reason/).fill(reason);
  await dialog.getByRole('button', { name: /^Stop/ }).click();
}

async function refuseAStop(page: Page): Promise<void> {
  const flowName = 'salesforce-opportunities-to-snowflake';
  await stop(page, flowName, 'INC-2240: the table is being changed');
  await page.locator(`[data-flow-name="${flowName}"][data-status="Suspended"]`).waitFor();
  await stop(page, 'salesforce-full-export', 'Quarter close');
  await page.getByRole('alert').filter({ hasText: 'UnsupportedOperationException' }).waitFor();
}

async function openStopDialog(page: Page): Promise<void> {
  await openStop(page, 'salesforce-accounts-to-redshift');
  await page.getByRole('dialog').waitFor();
}

async function openBulkDialog(page: Page): Promise<void> {
  for (const box of (await page.getByRole('checkbox', { name: /^Select [a-z]+-/ }).all()).slice(0, 9)) {
    await box.click();
  }
  await page.getByRole('region', { name: 'Selected flows' }).getByRole('button', { name: 'Stop…' }).click();
  await page.getByRole('dialog').getByRole('listitem').first().waitFor();
}

async function stopMany(page: Page): Promise<void> {
  await openBulkDialog(page);
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Reason/).fill('INC-2240: the warehouse is being moved');
  await dialog.getByRole('button', { name: /^Stop \d+ flow|^Stop anyway/ }).click();
  await page.getByRole('heading', { name: /^Stop \d+ flows$/, level: 1 }).waitFor();
  await page.getByText(/^Done/).waitFor();
}
