// `npm test`: everything from a fresh clone to the closing line `N passed, N failed`, over all suites.
require('./check-node.cjs');
const { spawnSync } = require('node:child_process');
const { mkdtempSync, readFileSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const path = require('node:path');
const { setUp } = require('./setup.cjs');
const { ensureBrowser } = require('./browser.cjs');

const bin = (name) => path.join('node_modules', '.bin', name);
const reports = mkdtempSync(path.join(tmpdir(), 'sluice-reports-'));

/** Checks either pass or fail; suites count their tests in a report. */
const steps = [
  { name: 'types', command: [bin('tsc'), '--noEmit'] },
  { name: 'lint', command: [bin('eslint'), '.'] },
  { name: 'format', command: [bin('prettier'), '--check', '--log-level', 'warn', '.'] },
  { name: 'unused', command: [bin('knip')] },
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
      '--reporter=line,json,./e2e/compatibility-reporter.ts',
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
  let passed = 0;
  let failed = 0;
  for (const step of steps) {
    const result = run(step);
    passed += result.passed;
    failed += result.failed;
    process.stdout.write(`\n${step.name}: ${result.passed} passed, ${result.failed} failed\n`);
  }
  rmSync(reports, { recursive: true });
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  process.exitCode = failed === 0 ? 0 : 1;
}

function run({ name, command, count }) {
  process.stdout.write(`\n── ${name}\n`);
  const report = path.join(reports, `${name}.json`);
  const [program, ...words] = command;
  const { status } = spawnSync(program, words, {
    stdio: 'inherit',
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report, FORCE_COLOR: '0' },
  });
  if (!count) {
    return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  }
  const { passed, total } = readCounts(report, count);
  // A suite that ran nothing, or that failed beside its tests, has failed too; nothing may be skipped.
  return { passed, failed: Math.max(total - passed, status === 0 && passed > 0 ? 0 : 1) };
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
