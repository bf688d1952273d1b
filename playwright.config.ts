import { defineConfig } from '@playwright/test';
import { chromiumPath, headlessShellPath } from './scripts/browser.cjs';

const launchOptions = {
  executablePath: chromiumPath(),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/global-setup.ts',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  workers: 2,
  // For busy machines: no test waits for time to pass.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  outputDir: 'test-results',
  reporter: [[process.env.CI ? 'dot' : 'list'], ['./e2e/compatibility-reporter.ts']],
  use: {
    // To look into a failure, run it with --trace=on; for all tests it would cost an eighth of the time.
    trace: 'off',
    locale: 'en-GB',
    timezoneId: 'UTC',
    launchOptions,
  },
  projects: [
    { name: 'process', testDir: 'e2e/process' },
    { name: 'wire', testDir: 'e2e/wire' },
    {
      name: 'wire-next',
      testDir: 'e2e/wire',
      // To other clients and to random requests it is the same code behind the same door: once is enough.
      testIgnore: /(aws-cli|boto3|any-request)\.spec\.ts$/,
      metadata: { answeredBy: 'next' },
    },
    { name: 'console', testDir: 'e2e/console', use: { viewport: { width: 1440, height: 900 } } },
    {
      name: 'console-narrow',
      testDir: 'e2e/console',
      // What is the same in any window is tested once: how many bytes a page has, and what says so of itself.
      testIgnore: /page-size\.spec\.ts$/,
      grepInvert: /@any-window/,
      use: {
        viewport: { width: 320, height: 700 },
        colorScheme: 'dark',
        contextOptions: { reducedMotion: 'reduce' },
        // The wide window is tested in the browser that people have; this one in what is left of it without a screen.
        launchOptions: { ...launchOptions, executablePath: headlessShellPath() },
      },
    },
  ],
});
