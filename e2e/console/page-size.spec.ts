import { type APIRequestContext, expect } from '@playwright/test';
import { test } from '../fixtures';

/**
 * What a page may ship before it can be used, in kilobytes as they are sent (compressed): what it has now and some 7 % more. The code of
 * dialogs, which comes when the page is idle, is not in it.
 */
const budgetsKb = {
  '/flows': { scripts: 405, styles: 122 },
  '/flows/NAME': { scripts: 312, styles: 90 },
  '/flows/NAME/edit': { scripts: 330, styles: 98 },
  '/overview': { scripts: 280, styles: 82 },
  '/activity': { scripts: 342, styles: 103 },
  '/bulk': { scripts: 277, styles: 82 },
  '/create': { scripts: 321, styles: 96 },
  '/settings': { scripts: 301, styles: 93 },
};

for (const [address, budget] of Object.entries(budgetsKb)) {
  test(`${address} ships no more than it needs`, async ({ request, account, createFlow }) => {
    await createFlow('orders', 'Event');
    const path = address.replace('NAME', 'orders');
    const html = await (await request.get(`${path}?account=${account}&region=us-east-1`)).text();
    // No browser of this decade loads what is for those without modules.
    const tags = [...html.matchAll(/<(?:script|link)[^>]*>/g)].map(([tag]) => tag);
    const needed = tags.filter((tag) => !/noModule|rel="(?!stylesheet)/i.test(tag));
    const scripts = await sizeOf(request, needed, /<script[^>]* src="([^"]+\.js[^"]*)"/);
    const styles = await sizeOf(request, needed, /<link[^>]* href="([^"]+\.css[^"]*)"/);
    process.stdout.write(
      `${address}: ${scripts.kilobytes.toFixed(1)} KB of JavaScript in ${scripts.files} files, ` +
        `${styles.kilobytes.toFixed(1)} KB of styles in ${styles.files}\n`,
    );
    // A style that is told of and not linked is loaded for nothing.
    const toldOf = html.match(/\/_next\/static\/[\w~./-]+\.css/g) ?? [];
    expect(toldOf.filter((style) => !needed.some((tag) => tag.includes(style)))).toEqual([]);
    expect(scripts.files).toBeGreaterThan(0);
    expect(scripts.kilobytes).toBeLessThan(budget.scripts);
    expect(styles.kilobytes).toBeLessThan(budget.styles);
  });
}

/** The files that tags name, as they are sent to a browser. */
async function sizeOf(request: APIRequestContext, tags: string[], pattern: RegExp) {
  const addresses = new Set(tags.flatMap((tag) => pattern.exec(tag)?.[1] ?? []));
  let bytes = 0;
  for (const address of addresses) {
    const response = await request.get(address, { headers: { 'accept-encoding': 'gzip, br' } });
    expect(response.headers()['content-encoding']).toBe('br');
    bytes += Number(response.headers()['content-length']);
  }
  return { kilobytes: bytes / 1_000, files: addresses.size };
}
