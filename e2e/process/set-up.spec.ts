import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test as base } from '@playwright/test';
import { root, startProcess, temporaryFolder, type SluiceProcess } from '../server-process';

/** A clone with nothing installed, and an npm that does what the test says. */
interface Clone {
  folder: string;
  start(npm: string): SluiceProcess;
}

const test = base.extend<{ clone: Clone }>({
  clone: async ({}, use) => {
    const folder = temporaryFolder();
    cpSync(path.join(root, 'scripts'), path.join(folder.path, 'scripts'), { recursive: true });
    const lock = { packages: { 'node_modules/some-package': { version: '1.0.0' } } };
    writeFileSync(path.join(folder.path, 'package-lock.json'), JSON.stringify(lock));
    mkdirSync(path.join(folder.path, 'npm'));
    await use({
      folder: folder.path,
      start: (npm) => {
        const cli = path.join(folder.path, 'npm/npm-cli.js');
        writeFileSync(cli, npm);
        return startProcess({ npm_execpath: cli }, [process.execPath, 'scripts/start.cjs'], folder.path);
      },
    });
    folder.remove();
  },
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  test(`${signal} while dependencies are installed ends everything that was started, with exit code 0`, async ({
    clone,
  }) => {
    const pidFile = path.join(clone.folder, 'pid');
    const { child, output, ended } = clone.start(`
      const { spawn } = require('node:child_process');
      const compiler = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
      require('node:fs').writeFileSync(${JSON.stringify(pidFile)}, String(compiler.pid));
      setInterval(() => {}, 1000);
    `);
    await expect.poll(() => existsSync(pidFile) && readFileSync(pidFile, 'utf8')).toMatch(/^\d+$/);
    child.kill(signal);
    expect(await ended).toBe(0);
    expect(output.stderr).toBe('Installing dependencies…\n\nStopping the set-up.\n');
    await expect.poll(() => isAlive(Number(readFileSync(pidFile, 'utf8')))).toBe(false);
    expect(existsSync(path.join(clone.folder, '.setup-lock'))).toBe(false);
  });
}

test('a step that fails shows what it said and ends with exit code 1', async ({ clone }) => {
  const { output, ended } = clone.start(
    `console.error('npm error network is unreachable'); process.exitCode = 3;`,
  );
  expect(await ended).toBe(1);
  expect(output.stderr).toBe(
    'Installing dependencies…\nnpm error network is unreachable\nInstalling dependencies failed: see above.\n',
  );
});

test('two set-ups of one clone take turns', async ({ clone }) => {
  const journal = path.join(clone.folder, 'journal');
  const npm = `
    const { appendFileSync } = require('node:fs');
    appendFileSync(${JSON.stringify(journal)}, 'begin ');
    setTimeout(() => { appendFileSync(${JSON.stringify(journal)}, 'end '); process.exitCode = 3; }, 1000);
  `;
  const both = [clone.start(npm), clone.start(npm)];
  await Promise.all(both.map(({ ended }) => ended));
  expect(readFileSync(journal, 'utf8')).toBe('begin end begin end ');
  expect(both.map(({ output }) => output.stderr).join('')).toContain(
    'Waiting for another set-up in this folder…\n',
  );
});
