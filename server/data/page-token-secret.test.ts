import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import { expect, inject, onTestFinished, test } from 'vitest';
import { openData } from './open-data';

function newDatabase(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'sluice-test-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  const databaseFile = path.join(folder, 'sluice.db');
  copyFileSync(inject('templateDatabase'), databaseFile);
  return databaseFile;
}

async function secretOf(databaseFile: string): Promise<Uint8Array> {
  const data = await openData({
    databaseFile,
    now: Date.now,
    newId: randomUUID,
    history: () => [],
    onCommit: () => undefined,
    onFatal: () => undefined,
  });
  await data.close();
  return data.pageTokenSecret;
}

test('a database keeps its secret over restarts, and each has one of its own', async () => {
  const databaseFile = newDatabase();
  const secret = await secretOf(databaseFile);
  expect(secret.byteLength).toBe(32);
  expect(await secretOf(databaseFile)).toEqual(secret);
  expect(await secretOf(newDatabase())).not.toEqual(secret);
});
