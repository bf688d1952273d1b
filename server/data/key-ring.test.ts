import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { randomBytes } from 'node:crypto';
import Sqlite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { openTestServices } from '../testing/open-test-services';
import { openKeyRing } from './key-ring';
import { openData } from './open-data';

const secretKey = randomBytes(32);
const owner = { account: '111122223333', name: 'ana' };
const HOUR_MS = 3_600_000;

async function open() {
  const services = await openTestServices({ secretKey });
  const ring = await openKeyRing(services.databaseFile);
  onTestFinished(() => ring.close());
  const { access } = services.data;
  if (!access) throw new Error('Strict services have access.');
  return { ...services, ...access, ring, ...ring.sealedWith(secretKey), now: services.time.now };
}

test('a key looks like one of AWS, and the server beside knows it at once', async () => {
  const { create, keys, now } = await open();
  const key = create(owner, now);
  expect(key.accessKeyId).toMatch(/^AKIA[A-Z2-7]{16}$/);
  expect(key.secret).toMatch(/^[\w+/]{40}$/);
  expect(keys.find(key.accessKeyId)).toEqual({ ...owner, ...key, temporary: undefined });
  expect(create({ account: owner.account, name: undefined }, now)).toMatchObject({
    name: expect.stringMatching(/^AKIA/),
  });
  expect(keys.find('AKIANOBODY')).toBeUndefined();
});

test('no secret is in the database as it is', async () => {
  const { create, createTemporary, now, databaseFile } = await open();
  const key = create(owner, now);
  const temporary = createTemporary(key.accessKeyId, HOUR_MS, now);
  const bytes = ['', '-wal']
    .map((suffix) => readFileSync(`${databaseFile}${suffix}`).toString('latin1'))
    .join('');
  expect(bytes).toContain(key.accessKeyId);
  for (const secret of [key.secret, temporary?.secret, temporary?.sessionToken]) {
    expect(secret).toBeDefined();
    expect(bytes).not.toContain(secret);
  }
});

test('a revoked key is gone at once, with its temporary keys and the sessions of the console', async () => {
  const { ring, create, createTemporary, keys, sessions, now } = await open();
  const key = create(owner, now);
  const other = create(owner, now);
  const temporary = createTemporary(key.accessKeyId, HOUR_MS, now);
  const { token } = sessions.begin(key.accessKeyId, now);
  expect(sessions.find(token, now)).toEqual({ ...owner, accessKeyId: key.accessKeyId });

  expect(ring.revoke(key.accessKeyId, now)).toBe(true);
  expect(keys.find(key.accessKeyId)).toBeUndefined();
  expect(keys.find(temporary?.accessKeyId ?? '')).toBeUndefined();
  expect(sessions.find(token, now)).toBeUndefined();
  expect(keys.find(other.accessKeyId)).toBeDefined();
  expect(ring.revoke(key.accessKeyId, now)).toBe(false);
  expect(createTemporary(key.accessKeyId, HOUR_MS, now)).toBeUndefined();
});

test('a temporary key has the account and name of its source, a token of its own, and an end', async () => {
  const { create, createTemporary, keys, now } = await open();
  const { accessKeyId } = create(owner, now);
  const temporary = createTemporary(accessKeyId, HOUR_MS, now);
  expect(temporary).toMatchObject({ ...owner, expiresAt: now + HOUR_MS });
  expect(temporary?.accessKeyId).toMatch(/^ASIA[A-Z2-7]{16}$/);
  const found = keys.find(temporary?.accessKeyId ?? '');
  expect(found?.temporary?.hasToken(temporary?.sessionToken ?? '')).toBe(true);
  expect(found?.temporary?.hasToken(`${temporary?.sessionToken}x`)).toBe(false);
  expect(createTemporary(temporary?.accessKeyId ?? '', HOUR_MS, now)).toBeUndefined();
});

test('the use of a key is listed, and written at most once a minute', async () => {
  const { ring, create, keys, now, databaseFile } = await open();
  const { accessKeyId } = create(owner, now);
  const lastUsedAt = () => ring.list()[0]?.lastUsedAt;
  expect(lastUsedAt()).toBeNull();
  keys.noteUse(accessKeyId, now);
  expect(lastUsedAt()).toBe(now);
  const watcher = new Sqlite(databaseFile);
  onTestFinished(() => {
    watcher.close();
  });
  const version = () => watcher.pragma('data_version', { simple: true });
  const before = version();
  keys.noteUse(accessKeyId, now + 59_999);
  expect(version()).toBe(before);
  keys.noteUse(accessKeyId, now + 60_000);
  expect(version()).not.toBe(before);
  expect(lastUsedAt()).toBe(now + 60_000);
});

test('a session ends when it is told to, and after 12 hours', async () => {
  const { create, sessions, now } = await open();
  const { accessKeyId } = create(owner, now);
  const [first = '', second = ''] = [1, 2].map(() => sessions.begin(accessKeyId, now).token);
  sessions.end(first);
  expect(sessions.find(first, now)).toBeUndefined();
  expect(sessions.find(second, now + 12 * HOUR_MS - 1)).toBeDefined();
  expect(sessions.find(second, now + 12 * HOUR_MS)).toBeUndefined();
});

test('another secret key opens nothing, neither for the command nor for the server', async () => {
  const { ring, create, now, databaseFile, close } = await open();
  const { accessKeyId } = create(owner, now);
  const other = randomBytes(32);
  const sentence = `SLUICE_SECRET_KEY does not open the access key ${accessKeyId} of this database: `;
  expect(() => ring.sealedWith(other)).toThrow(sentence);
  await close();
  const options = {
    now: () => now,
    newId: () => '',
    history: () => [],
    onCommit: () => undefined,
    onFatal: () => undefined,
  };
  await expect(openData({ databaseFile, secretKey: other, ...options })).rejects.toMatchObject({
    name: 'DatabaseSealedError',
    message: expect.stringContaining(sentence),
  });
  ring.revoke(accessKeyId, now);
  ring.sealedWith(other).create(owner, now);
});

test('a sealed secret cannot be passed off as another key’s', async () => {
  const { create, keys, now, databaseFile } = await open();
  const [one, other] = [create(owner, now), create(owner, now)];
  const database = new Sqlite(databaseFile);
  database
    .prepare(
      'UPDATE "AccessKey" SET sealedSecret = (SELECT sealedSecret FROM "AccessKey" WHERE accessKeyId = ?) WHERE accessKeyId = ?',
    )
    .run(one.accessKeyId, other.accessKeyId);
  database.close();
  expect(keys.find(one.accessKeyId)).toBeDefined();
  expect(() => keys.find(other.accessKeyId)).toThrow('SLUICE_SECRET_KEY does not open');
});

test('a key can be made before the server has ever run, but not in a file of something else', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'sluice-test-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  const ring = await openKeyRing(path.join(folder, 'new/sluice.db'));
  ring.sealedWith(secretKey).create(owner, 1);
  expect(ring.list()).toMatchObject([{ ...owner, createdAt: 1 }]);
  ring.close();
  const file = path.join(folder, 'diary');
  writeFileSync(file, 'Dear diary, '.repeat(1000));
  await expect(openKeyRing(file)).rejects.toMatchObject({ name: 'DatabaseUnusableError' });
});
