// `npm run keys`: makes, lists and revokes the access keys of the strict mode.
require('./check-node.cjs');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const { repositoryRoot, setUp } = require('./setup.cjs');

async function main() {
  await setUp({ build: false, exitCodeWhenStopped: 0 });
  await import(pathToFileURL(path.join(repositoryRoot, 'dist', 'keys.js')).href);
}

main().catch((error) => {
  process.stderr.write(error.name === 'SetUpError' ? `${error.message}\n` : `${error.stack}\n`);
  process.exit(1);
});
