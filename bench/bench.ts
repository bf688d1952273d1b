import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { build } from 'esbuild';
import { createFleet, toggleFlows, type BenchFlow, type Measurement } from './load';
import { startServer, type ServerProcess } from './server-process';

// `npm run bench`: StopFlow and StartFlow on the production server beside the floor (floor.ts), each in a process of its own and in turns,
// so that whatever else the machine does meets both. Compare the ratios: the other numbers are the machine's.

const FLOWS = 2_000;
const ROUNDS = 7;
const ROUND_MS = 1_500;
const WARM_UP_MS = 3_000;

/** The floor's requests a second that must be reached, by the number of connections. */
const levels = [
  { connections: 1, goal: 0.3 },
  { connections: 16, goal: 0.8 },
  { connections: 64, goal: 1 },
];
const MEMORY_GOAL_MB = 300;
const START_GOAL_S = 3;

interface Contender {
  server: ServerProcess;
  flows: BenchFlow[];
}

interface Result {
  connections: number;
  goal: number;
  rounds: { sluice: Measurement; floor: Measurement }[];
}

const folder = mkdtempSync(path.join(tmpdir(), 'sluice-bench-'));
const inFolder = (name: string) => path.join(folder, name);
const say = (line: string) => process.stdout.write(`${line}\n`);

try {
  await bench();
} finally {
  rmSync(folder, { recursive: true });
}

async function bench(): Promise<void> {
  say(`Starting Sluice and the floor, ${FLOWS} flows each…`);
  const sluice = await openSluice();
  const floor = await openFloor(sluice.flows);
  await lookAtPage(sluice.server.port);

  say(
    `Measuring: ${ROUNDS} rounds of ${levels.length} levels, ${ROUND_MS / 1_000} s each for Sluice and for the floor in turns…`,
  );
  for (const { server, flows } of [sluice, floor]) {
    await toggleFlows(server.port, flows, 64, WARM_UP_MS);
  }
  const results = levels.map((level): Result => ({ ...level, rounds: [] }));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { connections, rounds } of results) {
      rounds.push({
        sluice: await toggleFlows(sluice.server.port, sluice.flows, connections, ROUND_MS),
        floor: await toggleFlows(floor.server.port, floor.flows, connections, ROUND_MS),
      });
    }
  }
  const memoryMb = { sluice: sluice.server.peakMemoryMb(), floor: floor.server.peakMemoryMb() };
  await floor.server.stop();
  await sluice.server.stop();
  const restarted = await startSluice();
  await restarted.stop();

  say('\nconnections  server  requests/s    p50 ms    p99 ms   (medians of the rounds; of all requests)');
  for (const { connections, rounds } of results) {
    say(
      row(
        connections,
        'Sluice',
        rounds.map(({ sluice: measured }) => measured),
      ),
    );
    say(
      row(
        connections,
        'floor',
        rounds.map(({ floor: measured }) => measured),
      ),
    );
  }
  say(
    `\nPeak of memory: Sluice ${memoryMb.sluice.toFixed()} MB, the floor ${memoryMb.floor.toFixed()} MB.\n`,
  );
  for (const { connections, goal, rounds } of results) {
    const ratio = median(
      rounds.map((round) => round.sluice.requestsPerSecond / round.floor.requestsPerSecond),
    );
    sayGoal(
      ratio >= goal,
      `${ratio.toFixed(2)} × the floor at ${connections} connections (goal: ${goal.toFixed(1)} ×)`,
    );
  }
  sayGoal(
    memoryMb.sluice < MEMORY_GOAL_MB,
    `${memoryMb.sluice.toFixed()} MB (goal: under ${MEMORY_GOAL_MB} MB)`,
  );
  const seconds = restarted.readyAfterMs / 1_000;
  sayGoal(
    seconds < START_GOAL_S,
    `ready ${seconds.toFixed(1)} s after a second start (goal: under ${START_GOAL_S} s)`,
  );
}

function sayGoal(met: boolean, sentence: string): void {
  say(`${met ? 'met   ' : 'MISSED'}  ${sentence}`);
}

function row(connections: number, name: string, measurements: Measurement[]): string {
  const latencies = measurements.flatMap(({ latenciesMs }) => latenciesMs).sort((a, b) => a - b);
  return [
    String(connections).padStart(11),
    name.padEnd(6),
    median(measurements.map(({ requestsPerSecond }) => requestsPerSecond))
      .toFixed()
      .padStart(11),
    ...[0.5, 0.99].map((share) => quantile(latencies, share).toFixed(2).padStart(8)),
  ].join('  ');
}

function median(values: number[]): number {
  return quantile(
    [...values].sort((a, b) => a - b),
    0.5,
  );
}

function quantile(sorted: number[], share: number): number {
  return sorted[Math.floor(sorted.length * share)] ?? NaN;
}

async function openSluice(): Promise<Contender> {
  const server = await startSluice();
  return { server, flows: await createFleet(server.port, FLOWS) };
}

function startSluice(): Promise<ServerProcess> {
  return startServer([process.execPath, 'dist/server.js'], sluiceEnv(), inFolder('sluice.log'));
}

function sluiceEnv(): Record<string, string> {
  return {
    NODE_ENV: 'production',
    PORT: '0',
    DATABASE_URL: `file:${inFolder('sluice.db')}`,
    SLUICE_SEED: 'none',
    SLUICE_WIRE: 'server',
    LOG_LEVEL: 'info',
  };
}

/** The floor works on a copy of Sluice's database: the same tables, indices and rows. */
async function openFloor(flows: BenchFlow[]): Promise<Contender> {
  const database = new Database(inFolder('sluice.db'), { readonly: true });
  database.prepare('VACUUM INTO ?').run(inFolder('floor.db'));
  database.close();
  await build({
    entryPoints: ['bench/floor.ts'],
    outfile: 'dist/bench/floor.js',
    bundle: true,
    format: 'esm',
    packages: 'external',
    platform: 'node',
  });
  const command: [string, ...string[]] = [process.execPath, 'dist/bench/floor.js', inFolder('floor.db')];
  const server = await startServer(command, { NODE_ENV: 'production' }, inFolder('floor.log'));
  return { server, flows: flows.map((flow) => ({ ...flow })) };
}

/** So that the memory measured is that of a server that serves its console too. */
async function lookAtPage(port: number): Promise<void> {
  for (const address of ['/flows', '/api/flows', '/flows/bench-flow-1']) {
    const response = await fetch(`http://127.0.0.1:${port}${address}`);
    await response.text();
    if (!response.ok) {
      throw new Error(`GET ${address} answered ${response.status}`);
    }
  }
}
