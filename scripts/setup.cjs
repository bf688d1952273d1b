// Brings a clone to where it can run: dependencies, Prisma client, server bundle, Next build, each only when it is not up to date.
const { spawn } = require('node:child_process');
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');

const repositoryRoot = path.dirname(__dirname);
const at = (...parts) => path.join(repositoryRoot, ...parts);

/** What went wrong, in a sentence for the person at the screen. */
class SetUpError extends Error {
  name = 'SetUpError';
}

/**
 * Sets up what is not up to date, telling each step on standard error. Throws SetUpError. SIGTERM and SIGINT end the step under way
 * and then the process, with the exit code given.
 */
async function setUp({ build = true, beforeBuild = async () => {}, exitCodeWhenStopped = 130 } = {}) {
  if (isUpToDate(build)) {
    return;
  }
  const stop = () => void stopSetUp(exitCodeWhenStopped);
  process.on('SIGTERM', stop).on('SIGINT', stop);
  try {
    await withSetUpLock(async () => {
      await installDependencies();
      if (!generated.isCurrent()) {
        await generateClient();
      }
      if (!bundled.isCurrent()) {
        await step('Bundling the server', [process.execPath, at('scripts/bundle.cjs')]);
        bundled.record();
      }
      if (build && !built.isCurrent()) {
        await beforeBuild();
        await step(
          'Building the console',
          [process.execPath, at('node_modules/next/dist/bin/next'), 'build'],
          {
            NODE_ENV: 'production',
          },
        );
        built.record();
      }
    });
  } finally {
    process.off('SIGTERM', stop).off('SIGINT', stop);
  }
}

function isUpToDate(build) {
  return (
    dependenciesAreCurrent() &&
    sqliteLoads() &&
    generated.isCurrent() &&
    bundled.isCurrent() &&
    (!build || built.isCurrent())
  );
}

async function installDependencies() {
  if (!dependenciesAreCurrent()) {
    // devDependencies are needed to build, also where NODE_ENV says production.
    await step('Installing dependencies', [...npm(), 'ci', '--include=dev', '--no-audit', '--no-fund']);
  }
  if (!sqliteLoads()) {
    // Compiled for another Node, or never, because npm was told to ignore install scripts.
    await step('Building better-sqlite3', [...npm(), 'rebuild', 'better-sqlite3', '--ignore-scripts=false']);
    if (!sqliteLoads()) {
      throw new SetUpError(
        'better-sqlite3 does not load on this Node: remove the folder node_modules and start again.',
      );
    }
  }
}

async function generateClient() {
  await step(
    'Generating the database client',
    [process.execPath, at('node_modules/prisma/build/index.js'), 'generate'],
    {
      // Prisma looks for its native engine, would download it, and never runs it here: any program will do.
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    },
  );
  generated.record();
}

/** Compares what npm installed (its own record of it) with the lock file; what other platforms need may be missing. */
function dependenciesAreCurrent() {
  const installed = readJson(at('node_modules', '.package-lock.json'))?.packages;
  const locked = readJson(at('package-lock.json'))?.packages ?? {};
  return (
    installed !== undefined &&
    Object.entries(locked).every(
      ([name, { version, integrity, optional, devOptional, peer }]) =>
        name === '' ||
        (installed[name]
          ? installed[name].version === version && installed[name].integrity === integrity
          : Boolean(optional || devOptional || peer)),
    )
  );
}

function sqliteLoads() {
  try {
    const Sqlite = require('better-sqlite3');
    new Sqlite(':memory:').close();
    return true;
  } catch {
    return false;
  }
}

/** Every file that the bundle or the Next build is made from. */
function buildInputs() {
  const folders = ['app', 'components', 'contract', 'prisma', 'public', 'queries', 'server'];
  const files = [
    'server.ts',
    'next.config.js',
    'package-lock.json',
    'tsconfig.json',
    'scripts/bundle.cjs',
    'scripts/used-fonts.cjs',
    'scripts/keys.ts',
    'scripts/reset.ts',
    'scripts/import.ts',
    'scripts/export.ts',
    'scripts/tell-mistakes.ts',
  ];
  return [
    ...folders.flatMap((folder) => filesIn(at(folder))).filter((file) => !/\.test\.tsx?$|\.md$/.test(file)),
    ...files.map((file) => at(file)),
  ];
}

function filesIn(folder) {
  if (!fs.existsSync(folder)) {
    return [];
  }
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of [...files].sort()) {
    hash
      .update(`${path.relative(repositoryRoot, file)}\0`)
      .update(fs.existsSync(file) ? fs.readFileSync(file) : '')
      .update('\0');
  }
  return hash.digest('hex');
}

/** Something made from files: current when its record beside it names their present contents. */
function product({ file, recordFile, inputs }) {
  return {
    isCurrent: () =>
      fs.existsSync(file) &&
      fs.existsSync(recordFile) &&
      fs.readFileSync(recordFile, 'utf8') === hashOf(inputs()),
    record: () => fs.writeFileSync(recordFile, hashOf(inputs())),
  };
}

const generated = product({
  file: at('generated/prisma/client.ts'),
  recordFile: at('generated/.inputs'),
  inputs: () => [at('prisma/schema.prisma'), at('node_modules/prisma/package.json')],
});
const bundled = product({ file: at('dist/server.js'), recordFile: at('dist/.inputs'), inputs: buildInputs });
const built = product({
  file: at('.next/BUILD_ID'),
  recordFile: at('.next/sluice-inputs'),
  inputs: buildInputs,
});

function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** The npm that started this, else the one that the shell would find. */
function npm() {
  const cli = process.env.npm_execpath;
  return cli?.endsWith('npm-cli.js') && fs.existsSync(cli) ? [process.execPath, cli] : ['npm'];
}

/** Runs a step in a child process and tells of it; throws SetUpError, with what it printed, when it fails. */
async function step(title, command, env = {}) {
  const startedAt = Date.now();
  const elapsed = () => `${Math.round((Date.now() - startedAt) / 1000)} s`;
  const { isTTY } = process.stderr;
  const tell = (text) => process.stderr.write(isTTY ? `\r\x1b[2K${text}` : `${text}\n`);
  tell(`${title}…`);
  const ticker = setInterval(() => tell(`${title}… ${elapsed()}`), isTTY ? 1000 : 15_000);
  try {
    await run(command, { env });
  } catch (error) {
    if (isTTY) process.stderr.write('\n');
    throw error.name === 'SetUpError'
      ? new SetUpError(`${error.message}\n${title} failed: see above.`)
      : error;
  } finally {
    clearInterval(ticker);
  }
  tell(`${title}: done in ${elapsed()}.`);
  if (isTTY) process.stderr.write('\n');
}

/** The child process under way, the leader of a group of its own, so that it can be ended with all that it started. */
let current;
let stopping = false;

/** Runs a program. Throws SetUpError with its output when it fails; with `show`, that is on the screen and its exit code is ours. */
function run([program, ...args], { env = {}, show = false } = {}) {
  return new Promise((resolve, reject) => {
    let output = '';
    const child = spawn(program, args, {
      cwd: repositoryRoot,
      detached: true,
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    });
    current = child;
    child.on('error', reject);
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    child.on('close', (code) => {
      current = undefined;
      if (stopping) {
        // The promise stays open: stopSetUp ends the process.
      } else if (code === 0) {
        resolve();
      } else if (show) {
        process.exit(code ?? 1);
      } else {
        reject(new SetUpError(output.trimEnd()));
      }
    });
  });
}

async function stopSetUp(exitCode) {
  if (stopping) {
    return;
  }
  stopping = true;
  process.stderr.write('\nStopping the set-up.\n');
  const group = current?.pid;
  if (group !== undefined) {
    signalGroup(group, 'SIGTERM');
    // npm does not heed SIGTERM while it installs; what it leaves half done, the next set-up does again.
    for (let waited = 0; waited < 2000 && signalGroup(group, 0); waited += 50) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    signalGroup(group, 'SIGKILL');
  }
  process.exit(exitCode);
}

/** Whether there was anybody to get it. */
function signalGroup(group, signal) {
  try {
    process.kill(-group, signal);
    return true;
  } catch {
    return false;
  }
}

/**
 * Two set-ups of one clone must not write the same files: the second waits, and then finds most of it done. The lock is a file that
 * its owner touches every second; one that nobody has touched for ten was left behind.
 */
const lockFile = at('.setup-lock');
let lockTicker;

async function withSetUpLock(work) {
  for (let told = false; !takeSetUpLock(); told = true) {
    if (!told) {
      process.stderr.write('Waiting for another set-up in this folder…\n');
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  try {
    await work();
  } finally {
    releaseSetUpLock();
  }
}

function takeSetUpLock() {
  try {
    fs.closeSync(fs.openSync(lockFile, 'wx'));
  } catch (error) {
    if (error.code !== 'EEXIST') {
      throw new SetUpError(`The folder ${repositoryRoot} cannot be written (${error.code}).`);
    }
    const touchedAt = fs.statSync(lockFile, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (Date.now() - touchedAt > 10_000) {
      fs.rmSync(lockFile, { force: true });
    }
    return false;
  }
  process.on('exit', releaseSetUpLock);
  lockTicker = setInterval(() => fs.utimes(lockFile, new Date(), new Date(), () => {}), 1000);
  return true;
}

function releaseSetUpLock() {
  if (lockTicker) {
    clearInterval(lockTicker);
    lockTicker = undefined;
    fs.rmSync(lockFile, { force: true });
  }
}

module.exports = { repositoryRoot, run, setUp };

if (require.main === module) {
  setUp().catch((error) => {
    process.stderr.write(error.name === 'SetUpError' ? `${error.message}\n` : `${error.stack}\n`);
    process.exit(1);
  });
}
