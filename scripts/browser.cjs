// Finds a Chromium for the browser tests, or gets one: Playwright's own where it can be downloaded, else Debian's.
const { spawnSync } = require('node:child_process');
const { existsSync } = require('node:fs');
const path = require('node:path');

/** Throws an Error that says what to do when there is no browser and none can be had. */
function ensureBrowser() {
  if (chromiumPath() !== undefined) {
    return;
  }
  process.stdout.write('Getting a Chromium for the browser tests…\n');
  const isRoot = process.getuid && process.getuid() === 0;
  if (isRoot && existsSync('/usr/bin/apt-get')) {
    run('apt-get', 'update', '-qq');
    run('apt-get', 'install', '-y', '-qq', 'chromium', 'chromium-headless-shell', 'fonts-liberation');
  } else {
    run(path.join('node_modules', '.bin', 'playwright'), 'install', 'chromium');
  }
  if (chromiumPath() === undefined) {
    throw new Error(
      'The browser tests need a Chromium: run `npx playwright install chromium`, or install your system’s package chromium.',
    );
  }
}

/** The program to launch: Playwright's own where it is installed, else the system's; undefined where there is none. */
function chromiumPath() {
  const { chromium } = require('@playwright/test');
  return [chromium.executablePath(), '/usr/bin/chromium', '/usr/bin/chromium-browser'].find((file) =>
    existsSync(file),
  );
}

/** The system's Chromium without what only a screen needs, which is a third faster; the whole one where that is not there. */
function headlessShellPath() {
  const shell = '/usr/bin/chromium-headless-shell';
  return existsSync(shell) ? shell : chromiumPath();
}

function run(program, ...words) {
  return spawnSync(program, words, {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

module.exports = { chromiumPath, ensureBrowser, headlessShellPath };
