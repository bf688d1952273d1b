// `npm start`: sets up what is not up to date, then serves in this same process, so that signals and exit codes are the server's own.
require('./check-node.cjs');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const { repositoryRoot, run, setUp } = require('./setup.cjs');

const bundle = path.join(repositoryRoot, 'dist', 'server.js');

async function main() {
  process.env.NODE_ENV = 'production';
  process.env.NEXT_TELEMETRY_DISABLED = '1';
  await setUp({
    exitCodeWhenStopped: 0,
    // A mistake in the settings is told before the long build, not after it.
    beforeBuild: () => run([process.execPath, bundle, '--check-settings'], { show: true }),
  });
  const quit = () => process.exit(0);
  process.on('SIGTERM', quit).on('SIGINT', quit);
  await import(pathToFileURL(bundle).href);
  // The server has put its own in their place.
  process.off('SIGTERM', quit).off('SIGINT', quit);
}

main().catch((error) => {
  process.stderr.write(error.name === 'SetUpError' ? `${error.message}\n` : `${error.stack}\n`);
  process.exit(1);
});
