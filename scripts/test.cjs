// `npm test`: everything from a fresh clone to the closing line `N passed, N failed`, over all suites.
require('./check-node.cjs');
const { spawn, spawnSync } = require('node:child_process');
const { mkdtempSync, readFileSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const path = require('node:path');
const { setUp } = require('./setup.cjs');
const { ensureBrowser } = require('./browser.cjs');

const bin = (name) => path.join('node_modules', '.bin', name);
const env = { ...process.env, FORCE_COLOR: '0' };
const reports = mkdtempSync(path.join(tmpdir(), 'sluice-reports-'));

// Where lines stay, one for each of two thousand tests would bury what failed.
const reporter = process.stdout.isTTY ? 'line' : 'dot';

/** Each passes or fails as a whole; they run beside each other. */
const checks = [
  { name: 'types', command: [bin('tsc'), '--noEmit'] },
  { name: 'lint', command: [bin('eslint'), '.'] },
  { name: 'format', command: [bin('prettier'), '--check', '--log-level', 'warn', '.'] },
  { name: 'unused', command: [bin('knip')] },
];

/** Each counts its tests in a report; one runs after the other. */
const suites = [
  {
    name: 'unit',
    command: [
      bin('vitest'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${reports}/unit.json`,
    ],
    count: ({ numPassedTests, numTotalTests }) => ({ passed: numPassedTests, total: numTotalTests }),
  },
  ...['process', 'wire', 'wire-next', 'console', 'console-narrow'].map((project) => ({
    name: project,
    command: [
      bin('playwright'),
      'test',
      `--project=${project}`,
      `--reporter=${reporter},json,./e2e/compatibility-reporter.ts`,
    ],
    count: ({ stats }) => ({
      passed: stats.expected,
      total: stats.expected + stats.unexpected + stats.flaky + stats.skipped,
    }),
  })),
];

async function main() {
  await setUp();
  ensureBrowser();
  const results = await Promise.all(checks.map(runCheck));
  for (const suite of suites) {
    results.push(runSuite(suite));
  }
  rmSync(reports, { recursive: true });
  const sumOf = (outcome) => results.reduce((sum, result) => sum + result[outcome], 0);
  process.stdout.write(`\n${sumOf('passed')} passed, ${sumOf('failed')} failed\n`);
  process.exitCode = sumOf('failed') === 0 ? 0 : 1;
}

/** Its output comes when it has ended, so that it stands together. */
async function runCheck({ name, command: [program, ...words] }) {
  const startedAt = performance.now();
  const said = [];
  const status = await new Promise((resolve) => {
    const child = spawn(program, words, { env });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk));
    child.on('error', (error) => said.push(Buffer.from(`${error.message}\n`)));
    child.on('close', resolve);
  });
  process.stdout.write(Buffer.concat(said));
  return told(name, startedAt, status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
}

function runSuite({ name, command: [program, ...words], count }) {
  process.stdout.write(`\n── ${name}\n`);
  const startedAt = performance.now();
  const report = path.join(reports, `${name}.json`);
  const { status } = spawnSync(program, words, {
    stdio: 'inherit',
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  });
  const { passed, total } = readCounts(report, count);
  // A suite that ran nothing, or that failed beside its tests, has failed too; nothing may be skipped.
  const failed = Math.max(total - passed, status === 0 && passed > 0 ? 0 : 1);
  return told(name, startedAt, { passed, failed });
}

function told(name, startedAt, result) {
  const seconds = Math.round((performance.now() - startedAt) / 1_000);
  process.stdout.write(`\n${name}: ${result.passed} passed, ${result.failed} failed, in ${seconds} s\n`);
  return result;
}

function readCounts(report, count) {
  try {
    return count(JSON.parse(readFileSync(report, 'utf8')));
  } catch {
    return { passed: 0, total: 0 };
  }
}

main().catch((error) => {
  process.stderr.write(`${error.message}\n`);
  process.stdout.write('\n0 passed, 1 failed\n');
  process.exitCode = 1;
});
