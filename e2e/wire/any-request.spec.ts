import { sendAnyRequests } from '../any-request/run';
import { expect, test } from '../fixtures';
import { startServer, temporaryFolder } from '../server-process';

const count = 3_000;
const seed = 20_261_124;

test(`random requests, sound and not, are answered in time and never with a 500 (npm run fuzz -- --count ${count} --seed ${seed})`, async () => {
  test.slow();
  const folder = temporaryFolder();
  const server = await startServer({
    DATABASE_URL: `file:${folder.path}/sluice.db`,
    SLUICE_SEED: 'none',
    LOG_LEVEL: 'error',
  });
  const { faults, statuses } = await sendAnyRequests(server.url, count, seed);
  expect(faults).toEqual([]);
  expect(statuses['200']).toBeGreaterThan(0);
  expect(server.output.stderr).toBe('');
  expect(await server.stop()).toBe(0);
  folder.remove();
});
