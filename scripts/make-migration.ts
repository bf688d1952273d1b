import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { missingMigration } from '@/server/data/migrations';
import { repositoryRoot } from '@/server/repository-root';

/**
 * `npm run migration -- NAME` writes the migration that leads from the existing ones to prisma/schema.prisma.
 * `npm run migration -- --again NAME` first removes the newest one of that name: for a migration that nobody has applied yet.
 */
const args = process.argv.slice(2);
const again = args[0] === '--again';
const name = args[again ? 1 : 0];
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error(
    'Say what the migration does, in lower case with underscores: npm run migration -- add_profiles',
  );
  process.exit(1);
}

const folder = join(repositoryRoot, 'prisma/migrations');
const scratch = mkdtempSync(join(tmpdir(), 'sluice-migration-'));
try {
  if (again) {
    const newest = readdirSync(folder)
      .filter((entry) => /^\d{14}_/.test(entry))
      .sort()
      .at(-1);
    if (newest?.slice(15) !== name) {
      throw new Error(`The newest migration is ${newest ?? 'missing'}, not one of the name ${name}.`);
    }
    rmSync(join(folder, newest), { recursive: true });
  }
  const sql = await missingMigration(scratch);
  if (sql === undefined) {
    console.log('Nothing to do: the migrations already lead to prisma/schema.prisma.');
  } else {
    const directory = `${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}_${name}`;
    mkdirSync(join(folder, directory));
    writeFileSync(join(folder, directory, 'migration.sql'), sql);
    console.log(`prisma/migrations/${directory}/migration.sql is written: read it before you commit it.`);
  }
} finally {
  rmSync(scratch, { recursive: true });
}
