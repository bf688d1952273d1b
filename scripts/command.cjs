// Runs a bundled command of dist in this same process, once what is not up to date is set up.
require('./check-node.cjs');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const { repositoryRoot, setUp } = require('./setup.cjs');

async function main(name) {
  await setUp({ build: false, exitCodeWhenStopped: 0 });
  await import(pathToFileURL(path.join(repositoryRoot, 'dist', `${name}.js`)).href);
}

exports.runCommand = (name) =>
  main(name).catch((error) => {
    process.stderr.write(error.name === 'SetUpError' ? `${error.message}\n` : `${error.stack}\n`);
    process.exit(1);
  });
