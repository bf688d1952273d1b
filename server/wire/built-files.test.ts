import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { beforeAll, expect, it } from 'vitest';
import { type BuiltFiles, createBuiltFiles } from './built-files';

let files: BuiltFiles;
const script = 'console.log("Sluice");'.repeat(100);

beforeAll(() => {
  const folder = mkdtempSync(path.join(tmpdir(), 'sluice-built-'));
  mkdirSync(path.join(folder, 'static/chunks'), { recursive: true });
  writeFileSync(path.join(folder, 'static/chunks/a-1~b.js'), script);
  writeFileSync(path.join(folder, 'static/secret.js'), 'secret');
  files = createBuiltFiles(folder);
  return () => rmSync(folder, { recursive: true });
});

const ask = (rawUrl: string, encoding?: string, method = 'GET') =>
  files({
    method,
    rawUrl,
    headers: encoding === undefined ? {} : { 'accept-encoding': encoding },
    rawHeaders: [],
  });

it('are sent compressed, as the client can read it', async () => {
  const brotli = await ask('/_next/static/chunks/a-1~b.js', 'gzip, deflate, br, zstd');
  expect(brotli?.headers['content-encoding']).toBe('br');
  expect(brotliDecompressSync(brotli?.body ?? '').toString()).toBe(script);
  const gzip = await ask('/_next/static/chunks/a-1~b.js?dpl=1', 'gzip');
  expect(gzip?.headers).toMatchObject({
    'content-encoding': 'gzip',
    'content-type': 'application/javascript; charset=UTF-8',
    vary: 'Accept-Encoding',
  });
  expect(gunzipSync(gzip?.body ?? '').toString()).toBe(script);
});

it('are compressed once', async () => {
  const first = await ask('/_next/static/chunks/a-1~b.js', 'br');
  expect((await ask('/_next/static/chunks/a-1~b.js', 'br'))?.body).toBe(first?.body);
});

it.each([
  ['what does not exist', '/_next/static/chunks/none.js', 'br'],
  ['another folder', '/_next/static/chunks/../secret.js', 'br'],
  ['another folder, written otherwise', '/_next/static/chunks/%2e%2e%2fsecret.js', 'br'],
  ['a client that reads it plain only', '/_next/static/chunks/a-1~b.js', undefined],
  ['a compression that is refused', '/_next/static/chunks/a-1~b.js', 'br;q=0'],
  ['a page', '/flows', 'br'],
])('leave %s to Next', async (_, url, encoding) => {
  expect(await ask(url, encoding)).toBeUndefined();
});

it('are only read', async () => {
  expect(await ask('/_next/static/chunks/a-1~b.js', 'br', 'HEAD')).toBeUndefined();
});
