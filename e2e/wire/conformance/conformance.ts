import type { AppflowClient } from '@aws-sdk/client-appflow';
import type { ExceptionName } from '@/contract/errors';
import { exceptions } from '@/contract/errors';
import type { OperationName } from '@/contract/operations';
import { expect, type Fixtures, test as base, type WorkerFixtures } from '../../fixtures';
import { type RunningServer, type Settings, startServer, temporaryFolder } from '../../server-process';
import { behaviourAnnotation, errorAnnotation, type Grade } from './annotations';

export { expect };

interface ConformanceFixtures {
  /**
   * Expects that the call is answered with the exception, its status and, if given, its message, and has the table of compatibility
   * say that the operation was met with it.
   */
  refused: (call: Promise<unknown>, exception: ExceptionName, message?: string | RegExp) => Promise<void>;
  /** The AWS SDK without retries, at a server of its own that has these settings and nothing in it. */
  appflowWith: (settings: Settings) => Promise<AppflowClient>;
}

interface ConformanceOptions {
  /** The operation that a test is about, where that is one. */
  operation: OperationName;
}

interface ConformanceWorkerFixtures {
  /** The address of a server with these settings; one for all tests of a worker that ask for the same. */
  serverWith: (settings: Settings) => Promise<string>;
}

/** One of everything for an account, and for the account of the demo fleet less than it has. One server serves all tests of quotas. */
export const smallQuotas: Settings = {
  SLUICE_SEED: 'demo',
  SLUICE_FLOW_QUOTA: '1',
  SLUICE_RUN_QUOTA: '1',
  SLUICE_CONNECTOR_PROFILE_QUOTA: '1',
  SLUICE_CONNECTOR_QUOTA: '1',
};

type Body = (
  fixtures: Fixtures & WorkerFixtures & ConformanceFixtures & ConformanceWorkerFixtures,
) => Promise<void>;

const test = base.extend<ConformanceFixtures & ConformanceOptions, ConformanceWorkerFixtures>({
  operation: ['ListFlows', { option: true }],
  refused: async ({ operation }, use) => {
    await use(async (call, exception, message) => {
      await expectRefusal(call, exception, message);
      metBy(operation, exception);
    });
  },
  serverWith: [
    async ({ answeredBy }, use) => {
      const servers = new Map<string, Promise<RunningServer>>();
      const folder = temporaryFolder();
      await use(async (settings) => {
        const key = JSON.stringify(settings);
        const started =
          servers.get(key) ??
          startServer({
            DATABASE_URL: `file:${folder.path}/${servers.size}.db`,
            SLUICE_SEED: 'none',
            SLUICE_WIRE: answeredBy,
            LOG_LEVEL: 'error',
            ...settings,
          });
        servers.set(key, started);
        return (await started).url;
      });
      await Promise.all([...servers.values()].map(async (started) => (await started).stop()));
      folder.remove();
    },
    { scope: 'worker' },
  ],
  appflowWith: async ({ serverWith, clientOf }, use) => {
    await use(async (settings) => clientOf({ url: await serverWith(settings), maxAttempts: 1 }));
  },
});

/**
 * The tests of one operation. Each says what AppFlow does, or Sluice where nobody knows (its grade), and stands in
 * docs/appflow-compatibility.md with the declared errors that it was met with.
 */
export function conformance(
  operation: OperationName,
  tests: (behaves: (grade: Grade, behaviour: string, body: Body) => void) => void,
): void {
  test.describe(operation, () => {
    test.use({ operation });
    tests((grade, behaviour, body) => {
      test(behaviour, { annotation: behaviourAnnotation(operation, grade, behaviour) }, body);
    });
  });
}

/** One test of what several operations have in common; it says itself by `metBy` which of them it saw refuse. */
export function conformanceOf(
  operations: readonly OperationName[],
  grade: Grade,
  behaviour: string,
  body: Body,
): void {
  const annotation = operations.map((operation) => behaviourAnnotation(operation, grade, behaviour));
  test(behaviour, { annotation }, body);
}

/** Notes that the operation of a test that is about several was met with this exception. */
export function metBy(operation: OperationName, exception: ExceptionName): void {
  test.info().annotations.push(errorAnnotation(operation, exception));
}

export async function expectRefusal(
  call: Promise<unknown>,
  exception: ExceptionName,
  message?: string | RegExp,
): Promise<void> {
  await expect(call).rejects.toMatchObject({
    name: exception,
    $metadata: { httpStatusCode: exceptions[exception], requestId: expect.stringMatching(/^\S+$/) },
    ...(message !== undefined && {
      message: message instanceof RegExp ? expect.stringMatching(message) : message,
    }),
  });
}
