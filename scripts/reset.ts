import { randomUUID } from 'node:crypto';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { demoHistory } from '@/prisma/demo-fleet/demo-fleet';
import { lockDatabase } from '@/server/data/lock';
import { openData } from '@/server/data/open-data';
import { parseEnv } from '@/server/env';
import { tellMistakes } from './tell-mistakes';

/** What SQLite keeps beside a database that was not closed cleanly. */
const SUFFIXES = ['', '-wal', '-shm'];

function remove(databaseFile: string): void {
  for (const suffix of [...SUFFIXES, '.lock', '.lock-journal']) {
    rmSync(`${databaseFile}${suffix}`, { force: true });
  }
}

function move(databaseFile: string, to: string): void {
  for (const suffix of SUFFIXES.filter((each) => existsSync(`${databaseFile}${each}`))) {
    renameSync(`${databaseFile}${suffix}`, `${to}${suffix}`);
  }
}

/**
 * `npm run reset`: a new database with the demo fleet, its history relative to now. The former one is kept beside it, and stays in
 * its place when anything goes wrong before the new one is whole.
 */
await tellMistakes(async () => {
  const { databaseFile } = parseEnv(process.env);
  const fresh = `${databaseFile}.fresh`;
  const former = `${databaseFile}.before-reset`;
  const lock = lockDatabase(databaseFile);
  remove(fresh);
  const data = await openData({
    databaseFile: fresh,
    now: () => Date.now(),
    newId: () => randomUUID(),
    history: (now) => demoHistory(now),
    onCommit: () => undefined,
    onFatal: () => undefined,
  });
  await data.close();
  const hadOne = existsSync(databaseFile);
  if (hadOne) {
    remove(former);
    move(databaseFile, former);
  }
  move(fresh, databaseFile);
  remove(fresh);
  lock.release();
  console.log(
    `The demo fleet is back in ${databaseFile}.${hadOne ? ` What was there before is in ${former}.` : ''}`,
  );
});
