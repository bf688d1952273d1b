import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { migrate } from '../data/migrations';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A migrated, empty database that tests copy: migrating takes a second, copying does not. */
    templateDatabase: string;
  }
}

/** Vitest's global set-up: migrates one database for all test files. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'sluice-test-'));
  const file = path.join(folder, 'template.db');
  await migrate(file);
  project.provide('templateDatabase', file);
  return () => {
    rmSync(folder, { recursive: true });
  };
}
