import { expect, test } from '../fixtures';
import { expectLive } from './live-page';

test.use({ timezoneId: 'Asia/Tokyo' });

// That the browser's console stays clean is every test's: React says there where a page is another than the server made.
test('pages come to life in a time zone that is not the server’s, and tell its times @any-window', async ({
  page,
}) => {
  for (const address of [
    '/flows?status=stopped-by-people',
    '/overview',
    '/flows/salesforce-cases-events',
    '/activity',
    '/bulk',
    '/create',
    '/settings',
  ]) {
    await page.goto(address);
    await expectLive(page);
  }
  await page.goto('/activity');
  await expect(page.getByRole('columnheader', { name: /^Time/ })).toContainText('UTC+9');
});
