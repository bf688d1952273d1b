// `npm run reset`: puts a new database with the demo fleet in the place of the present one.
require('./check-node.cjs');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const { repositoryRoot, setUp } = require('./setup.cjs');

async function main() {
  await setUp({ build: false, exitCodeWhenStopped: 0 });
  await import(pathToFileURL(path.join(repositoryRoot, 'dist', 'reset.js')).href);
}

main().catch((error) => {
  process.stderr.write(error.name === 'SetUpError' ? `${error.message}\n` : `${error.stack}\n`);
  process.exit(1);
});
