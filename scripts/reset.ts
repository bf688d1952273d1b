import { existsSync, renameSync, rmSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { demoFleet } from '@/prisma/demo-fleet/demo-fleet';
import { lockDatabase } from '@/server/data/lock';
import { openData } from '@/server/data/open-data';
import { parseEnv } from '@/server/env';

/** `npm run reset`: a new database with the demo fleet, its history relative to now; the former one is kept beside it. */
try {
  const { databaseFile } = parseEnv(process.env);
  const former = `${databaseFile}.before-reset`;
  const lock = lockDatabase(databaseFile);
  const hadOne = existsSync(databaseFile);
  for (const suffix of ['', '-wal', '-shm']) {
    rmSync(`${former}${suffix}`, { force: true });
    if (existsSync(`${databaseFile}${suffix}`)) {
      renameSync(`${databaseFile}${suffix}`, `${former}${suffix}`);
    }
  }
  lock.release();
  const data = await openData({
    databaseFile,
    now: () => Date.now(),
    newId: () => randomUUID(),
    history: (now) => demoFleet(now),
    onCommit: () => undefined,
    onFatal: () => undefined,
  });
  await data.close();
  console.log(
    `The demo fleet is back in ${databaseFile}.${hadOne ? ` What was there before is in ${former}.` : ''}`,
  );
} catch (error) {
  if (!(error instanceof Error && /^(Database\w+|Settings)Error$/.test(error.name))) {
    throw error;
  }
  console.error(error.message);
  process.exit(1);
}
