// `npm run dev`: the server from its sources, pages and the AppFlow API answered by Next, which takes up changes at once.
// What the process holds open (server.ts, server/data, server/runner) needs a restart.
require('./check-node.cjs');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const { repositoryRoot, setUp } = require('./setup.cjs');

async function main() {
  await setUp({ build: false, exitCodeWhenStopped: 0 });
  process.env.NODE_ENV = 'development';
  process.env.NEXT_TELEMETRY_DISABLED = '1';
  process.env.SLUICE_WIRE = process.env.SLUICE_WIRE || 'next';
  process.argv.push('--dev');
  process.chdir(repositoryRoot);
  const { register } = await import('tsx/esm/api');
  register();
  await import(pathToFileURL(path.join(repositoryRoot, 'server.ts')).href);
}

main().catch((error) => {
  process.stderr.write(error.name === 'SetUpError' ? `${error.message}\n` : `${error.stack}\n`);
  process.exit(1);
});
