import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkDatabase, measure, openFloor, openSluice, setUp, startSluice } from './contenders';
import type { Measurement } from './load';

// `npm run bench`: StopFlow and StartFlow on the production server beside the floor (floor.ts), each in a process of its own and in turns,
// so that whatever else the machine does meets both. Compare the ratios: the other numbers are the machine's. The databases are in the
// temporary folder, and the goals are for a disk: in memory (TMPDIR=/dev/shm) a sync costs nothing, and only the processor is compared.

const FLEET_SIZE = 2_000;
const ROUNDS = 7;
const ROUND_MS = 1_500;
const WARM_UP_MS = 3_000;
const STARTS = 3;

/** The share of the floor's requests a second that must be reached, by the number of connections. */
const levels = [
  { connections: 1, goal: 0.3 },
  { connections: 16, goal: 0.8 },
  { connections: 64, goal: 1 },
];
const MEMORY_GOAL_MB = 300;
const START_GOAL_S = 3;

interface Result {
  connections: number;
  goal: number;
  rounds: { ours: Measurement; floors: Measurement }[];
}

const folder = mkdtempSync(path.join(tmpdir(), 'sluice-bench-'));
process.on('exit', () => {
  rmSync(folder, { recursive: true, force: true });
});
await bench();

async function bench(): Promise<void> {
  setUp();
  say(`Starting Sluice and the floor, ${FLEET_SIZE} flows each…`);
  const sluice = await openSluice(folder, FLEET_SIZE);
  const floor = await openFloor(folder, sluice);
  await lookAtPages(sluice.server.port);

  say(
    `Measuring: ${ROUNDS} rounds at ${levels.map(({ connections }) => connections).join(', ')} connections…`,
  );
  await measure(sluice, 64, WARM_UP_MS);
  await measure(floor, 64, WARM_UP_MS);
  const results = levels.map((level): Result => ({ ...level, rounds: [] }));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { connections, rounds } of results) {
      rounds.push({
        ours: await measure(sluice, connections, ROUND_MS),
        floors: await measure(floor, connections, ROUND_MS),
      });
    }
  }
  const memoryMb = sluice.server.peakMemoryMb();
  const floorsMemoryMb = floor.server.peakMemoryMb();
  for (const contender of [sluice, floor]) {
    await contender.server.stop();
    checkDatabase(contender);
  }
  const startsMs: number[] = [];
  for (let start = 0; start < STARTS; start += 1) {
    const restarted = await startSluice(['npm', 'start'], folder);
    startsMs.push(restarted.readyAfterMs);
    await restarted.stop();
  }

  sayTable(results);
  say(`\nPeak of memory: Sluice ${memoryMb.toFixed()} MB, the floor ${floorsMemoryMb.toFixed()} MB.\n`);
  for (const { connections, goal, rounds } of results) {
    const ratio = median(rounds.map(({ ours, floors }) => ours.requestsPerSecond / floors.requestsPerSecond));
    sayGoal(
      ratio >= goal,
      `${ratio.toFixed(2)} × the floor at ${connections} connections`,
      `${goal.toFixed(1)} ×`,
    );
  }
  sayGoal(memoryMb < MEMORY_GOAL_MB, `${memoryMb.toFixed()} MB`, `under ${MEMORY_GOAL_MB} MB`);
  const readyAfterS = median(startsMs) / 1_000;
  sayGoal(
    readyAfterS <= START_GOAL_S,
    `a second npm start ready in ${readyAfterS.toFixed(1)} s`,
    `${START_GOAL_S} s`,
  );
}

/** So that the memory measured is that of a server that serves its console too. */
async function lookAtPages(port: number): Promise<void> {
  for (const address of ['/flows', '/api/flows', '/flows/bench-flow-1']) {
    const response = await fetch(`http://127.0.0.1:${port}${address}`);
    await response.text();
    if (!response.ok) {
      throw new Error(`GET ${address} answered ${response.status}`);
    }
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function sayGoal(met: boolean, measured: string, goal: string): void {
  say(`${met ? 'met   ' : 'MISSED'}  ${measured} (goal: ${goal})`);
}

function sayTable(results: Result[]): void {
  say('\nconnections  server  requests/s (median of rounds)  p50 ms  p99 ms (all requests)');
  for (const { connections, rounds } of results) {
    sayRow(
      connections,
      'Sluice',
      rounds.map(({ ours }) => ours),
    );
    sayRow(
      connections,
      'floor',
      rounds.map(({ floors }) => floors),
    );
  }
}

function sayRow(connections: number, name: string, measurements: Measurement[]): void {
  const requestsPerSecond = median(measurements.map((measurement) => measurement.requestsPerSecond));
  const latenciesMs = measurements.flatMap((measurement) => measurement.latenciesMs).sort((a, b) => a - b);
  const cells = [
    String(connections).padStart(11),
    name.padEnd(6),
    requestsPerSecond.toFixed().padStart(29),
    quantile(latenciesMs, 0.5).toFixed(2).padStart(6),
    quantile(latenciesMs, 0.99).toFixed(2).padStart(6),
  ];
  say(cells.join('  '));
}

function median(values: number[]): number {
  return quantile(
    values.sort((a, b) => a - b),
    0.5,
  );
}

function quantile(sorted: number[], share: number): number {
  return sorted[Math.floor(sorted.length * share)] ?? NaN;
}
