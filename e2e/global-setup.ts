import { startServer, temporaryFolder } from './server-process';

/**
 * Starts the production build twice for all tests, each on a free port with a database and the demo fleet of its own: once as it is
 * meant to run, once with Next answering the API. Their addresses are in SLUICE_URL and SLUICE_NEXT_URL.
 */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const folder = temporaryFolder();
  const start = (wire: 'server' | 'next') =>
    startServer({
      DATABASE_URL: `file:${folder.path}/${wire}.db`,
      SLUICE_SEED: 'demo',
      SLUICE_WIRE: wire,
      LOG_LEVEL: 'error',
    });
  const servers = [await start('server'), await start('next')] as const;
  process.env.SLUICE_URL = servers[0].url;
  process.env.SLUICE_NEXT_URL = servers[1].url;
  return async () => {
    const ends = await Promise.all(servers.map(({ stop }) => stop()));
    process.stderr.write(servers.map(({ output }) => output.stderr).join(''));
    folder.remove();
    if (ends.some((end) => end !== 0)) {
      throw new Error(`The servers ended with ${ends.join(' and ')} instead of 0.`);
    }
  };
}
