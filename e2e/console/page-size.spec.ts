import { gzipSync } from 'node:zlib';
import { expect, test } from '../fixtures';

/** What a page may ship, in kilobytes of compressed JavaScript: what it has now and a tenth more. */
const budgetsKb = { '/flows': 540, '/flows/NAME': 440 };

for (const [address, budgetKb] of Object.entries(budgetsKb)) {
  test(`${address} ships no more JavaScript than it needs`, async ({ request, account, createFlow }) => {
    await createFlow('orders', 'Event');
    const html = await (
      await request.get(`${address.replace('NAME', 'orders')}?account=${account}&region=us-east-1`)
    ).text();
    const scripts = new Set(
      [...html.matchAll(/<script[^>]* src="([^"]+\.js[^"]*)"/g)].map(([, src]) => src ?? ''),
    );
    expect(scripts.size).toBeGreaterThan(0);
    let bytes = 0;
    for (const script of scripts) {
      bytes += gzipSync(await (await request.get(script)).body()).byteLength;
    }
    const kilobytes = bytes / 1_000;
    process.stdout.write(`${address}: ${kilobytes.toFixed(1)} KB of JavaScript in ${scripts.size} files\n`);
    expect(kilobytes).toBeLessThan(budgetKb);
  });
}
