import { expect, type Page } from '@playwright/test';
import { region } from '../fixtures';

/** Waits until changes show by themselves. */
export async function expectLive(page: Page): Promise<void> {
  await expect(page.locator('[data-live]')).toHaveText('Live');
}

/** The paths that a page asks for, from now on. */
export function requestsOf(page: Page): string[] {
  const paths: string[] = [];
  page.on('request', (request) => paths.push(new URL(request.url()).pathname));
  return paths;
}

/** Calls the API as Ana's console would in another tab. Throws where it is refused. */
export async function callAsPage(
  page: Page,
  account: string,
  path: string,
  input: object,
  headers: Record<string, string> = {},
): Promise<void> {
  await page.evaluate(
    async ({ path, init }) => {
      const response = await fetch(path, init);
      if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    },
    {
      path,
      init: {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-sluice-account': account,
          'x-sluice-region': region,
          'x-sluice-actor': 'Ana',
          ...headers,
        },
        body: JSON.stringify(input),
      },
    },
  );
}
