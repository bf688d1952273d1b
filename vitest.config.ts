import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)) } },
  test: {
    include: ['**/*.test.{ts,tsx}'],
    exclude: ['node_modules/**', '.next/**', 'dist/**', 'e2e/**'],
    // One less than there are processors is one, where there are two.
    maxWorkers: '100%',
    // For busy machines: no test waits for time to pass.
    testTimeout: 30_000,
    globalSetup: ['server/testing/template-database.ts'],
  },
});
