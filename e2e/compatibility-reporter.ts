import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { FullResult, Reporter, Suite, TestCase, TestResult } from '@playwright/test/reporter';
import { format, resolveConfig } from 'prettier';
import { compatibilityTable, type Proof } from './compatibility-table';
import { root } from './server-process';
import { behavioursIn, errorsIn } from './wire/conformance/annotations';

const file = path.join(root, 'docs/appflow-compatibility.md');
const specs = path.join(root, 'e2e/wire/conformance');

/**
 * After a run of all conformance tests in the project `wire`: holds docs/appflow-compatibility.md against what they proved, and fails
 * the run where that differs or is incomplete. With SLUICE_WRITE_COMPATIBILITY it writes the file instead.
 */
export default class CompatibilityReporter implements Reporter {
  private tests: TestCase[] = [];
  private readonly proofs = new Map<TestCase, Proof>();

  onBegin(_config: unknown, suite: Suite): void {
    const wire = suite.suites.find((project) => project.project()?.name === 'wire');
    this.tests = wire?.allTests().filter((test) => behavioursIn(test.annotations).length > 0) ?? [];
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    if (this.tests.includes(test) && result.status === 'passed') {
      const { annotations } = result;
      this.proofs.set(test, { behaviours: behavioursIn(annotations), met: errorsIn(annotations) });
    }
  }

  async onEnd(): Promise<{ status?: FullResult['status'] } | undefined> {
    if (!this.isWhole()) return undefined;
    const proofs = this.tests.flatMap((test) => this.proofs.get(test) ?? []);
    const { text, mistakes } = compatibilityTable(proofs);
    const formatted = await format(text, { ...(await resolveConfig(file)), filepath: file });
    if (process.env.SLUICE_WRITE_COMPATIBILITY !== undefined) {
      writeFileSync(file, formatted);
    } else if (!existsSync(file) || readFileSync(file, 'utf8') !== formatted) {
      mistakes.push(
        'docs/appflow-compatibility.md does not say what was proven: npm run compatibility writes it.',
      );
    }
    process.stderr.write(mistakes.map((mistake) => `${mistake}\n`).join(''));
    return mistakes.length > 0 ? { status: 'failed' } : undefined;
  }

  /** Not when some files or tests were chosen; and a test that failed fails the run by itself. */
  private isWhole(): boolean {
    const ran = new Set(this.tests.map((test) => path.basename(fileOf(test))));
    const all = readdirSync(specs).filter((name) => name.endsWith('.spec.ts'));
    return all.every((name) => ran.has(name)) && this.tests.every((test) => this.proofs.has(test));
  }
}

/** The spec that declares a test; its own location is where the helper makes it. */
function fileOf(test: TestCase): string {
  for (let suite: Suite | undefined = test.parent; suite; suite = suite.parent) {
    if (suite.type === 'file') return suite.location?.file ?? suite.title;
  }
  return '';
}
