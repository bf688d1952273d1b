import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { build } from 'esbuild';
import { z } from 'zod';
import { createFleet, toggleFlows, type BenchFlow, type Measurement } from './load';
import { startServer, type ServerProcess } from './server-process';

/** A server under load, with flows of its own. */
export interface Contender {
  name: string;
  server: ServerProcess;
  flows: BenchFlow[];
  databaseFile: string;
  /** How many changes of state it has acknowledged. */
  acknowledged: number;
}

/** Brings what is run to what the sources say. */
export function setUp(): void {
  const { status } = spawnSync(process.execPath, ['scripts/setup.cjs'], { stdio: 'inherit' });
  if (status !== 0) {
    throw new Error('The set-up failed.');
  }
}

/** The production server, on a new database in this folder, with a fleet of active flows. */
export async function openSluice(folder: string, fleetSize: number): Promise<Contender> {
  const databaseFile = path.join(folder, 'sluice.db');
  const server = await startSluice(startCommand(), folder);
  const flows = await createFleet(server.port, fleetSize);
  return { name: 'Sluice', server, flows, databaseFile, acknowledged: fleetSize };
}

/** Starts the production server on the database in this folder. */
export function startSluice(command: [string, ...string[]], folder: string): Promise<ServerProcess> {
  return startServer(
    command,
    {
      PORT: '0',
      DATABASE_URL: `file:${path.join(folder, 'sluice.db')}`,
      SLUICE_SEED: 'none',
      SLUICE_WIRE: 'server',
      LOG_LEVEL: 'info',
    },
    path.join(folder, 'sluice.log'),
  );
}

const Package = z.object({ scripts: z.object({ start: z.string() }) });

/** What `npm start` runs, without npm around it, so that it is the server's own memory that is measured. */
function startCommand(): [string, ...string[]] {
  const { scripts } = Package.parse(JSON.parse(readFileSync('package.json', 'utf8')));
  const [, ...args] = scripts.start.replace(/^exec /, '').split(' ');
  return [process.execPath, ...args];
}

/** The floor, on a copy of a contender's database as it is now: the same tables, indices and rows. */
export async function openFloor(folder: string, original: Contender): Promise<Contender> {
  const databaseFile = path.join(folder, 'floor.db');
  const database = new Database(original.databaseFile, { readonly: true });
  database.prepare('VACUUM INTO ?').run(databaseFile);
  database.close();
  // In the repository, where it finds its packages.
  const bundle = 'dist/bench/floor.js';
  await build({
    entryPoints: ['bench/floor.ts'],
    outfile: bundle,
    bundle: true,
    format: 'esm',
    packages: 'external',
    platform: 'node',
  });
  const server = await startServer(
    [process.execPath, bundle, databaseFile],
    {},
    path.join(folder, 'floor.log'),
  );
  const flows = original.flows.map((flow) => ({ ...flow }));
  return { name: 'floor', server, flows, databaseFile, acknowledged: original.acknowledged };
}

/** Puts a contender under load and counts what it acknowledges. */
export async function measure(
  contender: Contender,
  connections: number,
  durationMs: number,
): Promise<Measurement> {
  const measurement = await toggleFlows(contender.server.port, contender.flows, connections, durationMs);
  contender.acknowledged += measurement.latenciesMs.length;
  return measurement;
}

/** Throws unless the database of a stopped contender has the state and the event of every change that was acknowledged. */
export function checkDatabase({ name, databaseFile, flows, acknowledged }: Contender): void {
  const database = new Database(databaseFile);
  const count = (sql: string) => Number(database.prepare(sql).pluck().get());
  const events = count(
    `SELECT count(*) FROM Event WHERE operation IN ('StartFlow', 'StopFlow') AND outcome = 'changed'`,
  );
  const active = count(`SELECT count(*) FROM Flow WHERE flowStatus = 'Active'`);
  database.close();
  const expectedActive = flows.filter((flow) => flow.active).length;
  if (events !== acknowledged || active !== expectedActive) {
    throw new Error(
      `${name} has ${events} events and ${active} active flows, but acknowledged ${acknowledged} changes that leave ${expectedActive} active.`,
    );
  }
}
