import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { root, startServer, temporaryFolder } from '../server-process';
import { sendAnyRequests } from './run';

// `npm run fuzz -- --count 100000 --seed 1`: random requests, sound and not, to the production server on a database of its own. Fails
// where one is answered with a 500, not in time or not in the form that clients read, or where memory grows. The same seed sends the same.

const { values } = parseArgs({
  options: { count: { type: 'string', default: '100000' }, seed: { type: 'string' } },
});
const count = Number(values.count);
const seed = Number(values.seed ?? randomInt(2 ** 31));

if (spawnSync(process.execPath, ['scripts/setup.cjs'], { cwd: root, stdio: 'inherit' }).status !== 0) {
  throw new Error('The set-up failed.');
}
const folder = temporaryFolder();
const server = await startServer(
  { DATABASE_URL: `file:${folder.path}/sluice.db`, SLUICE_SEED: 'none', LOG_LEVEL: 'error' },
  [process.execPath, '--max-semi-space-size=8', '--max-old-space-size=512', 'dist/server.js'],
);
say(`${count} requests, --seed ${seed}, to ${server.url}`);
const startedAt = performance.now();
const { statuses, memory, faults } = await sendAnyRequests(server.url, count, seed);
const seconds = (performance.now() - startedAt) / 1_000;
const end = await server.stop();
folder.remove();

say(`${seconds.toFixed()} s, ${(count / seconds).toFixed()} requests/s`);
for (const { share, bytes } of memory) {
  say(`memory after ${share * 100} %: ${(bytes / 1_048_576).toFixed()} MB`);
}
for (const [status, times] of Object.entries(statuses).sort()) say(`${status}: ${times}`);
for (const fault of faults.slice(0, 10)) say(`\n${fault}`);
if (server.output.stderr !== '') say(`\nThe server's log:\n${server.output.stderr.slice(0, 10_000)}`);
say(`\n${faults.length} faults, the server ended with ${end}`);
process.exitCode = faults.length === 0 && end === 0 ? 0 : 1;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
