import * as sdk from '@aws-sdk/client-appflow';
import SQLite from 'better-sqlite3';
import { type OperationName, operations } from '@/contract/operations';
import { startServer, temporaryFolder } from '../../server-process';
import { everyOperation } from '../every-operation';
import { conformanceOf, expect, expectRefusal, metBy } from './conformance';

const names = Object.keys(operations) as OperationName[];

/** A browser may be led to read anything, but not to change it. */
const isChanging = ({ operation }: { operation: OperationName }) => operations[operation].method !== 'GET';
const changing = names.filter((operation) => isChanging({ operation }));

/** Sends a request by the command of the AWS SDK that is named like the operation. */
function send(client: sdk.AppflowClient, operation: OperationName, input: object) {
  // The commands are one as good as another here: what they send and receive is looked at by the other tests.
  const Command = sdk[`${operation}Command`] as new (input: object) => sdk.ListFlowsCommand;
  return client.send(new Command(input));
}

conformanceOf(names, 'A', 'the AWS SDK sends it and reads its answer', async ({ appflow, account }) => {
  for (const { operation, input } of everyOperation(account)) {
    const { $metadata } = await send(appflow, operation, input);
    expect($metadata.httpStatusCode, operation).toBe(200);
    expect($metadata.requestId, operation).toMatch(/^\S+$/);
  }
});

conformanceOf(
  names,
  'S',
  'beyond SLUICE_RATE_LIMIT requests a second it is throttled',
  async ({ appflowWith, account }) => {
    const appflow = await appflowWith({ SLUICE_RATE_LIMIT: '1' });
    for (const { operation, input } of everyOperation(account)) {
      // So many that they cannot take a second each, on however busy a machine.
      const calls = Array.from({ length: 4 }, () => send(appflow, operation, input));
      const failed = (await Promise.allSettled(calls)).filter((each) => each.status === 'rejected');
      const throttled = failed.map(({ reason }) => reason as Error).find(isThrottling);
      await expectRefusal(
        Promise.reject(throttled ?? new Error(operation)),
        'ThrottlingException',
        'Rate exceeded',
      );
      metBy(operation, 'ThrottlingException');
    }
  },
);

function isThrottling({ name }: Error): boolean {
  return name === 'ThrottlingException';
}

conformanceOf(changing, 'S', 'a page of somebody else may not send it', async ({ clientOf, account }) => {
  const forged = clientOf();
  forged.middlewareStack.add(
    (next) => (args) => {
      const { headers } = args.request as { headers: Record<string, string> };
      headers.origin = 'https://evil.example';
      headers['sec-fetch-site'] = 'cross-site';
      return next(args);
    },
    { step: 'build' },
  );
  for (const { operation, input } of everyOperation(account).filter(isChanging)) {
    await expectRefusal(send(forged, operation, input), 'AccessDeniedException');
    metBy(operation, 'AccessDeniedException');
  }
});

conformanceOf(
  names,
  'S',
  'when the database fails it says so, and nothing of the inside',
  async ({ answeredBy, clientOf, account }) => {
    let waiting = everyOperation(account);
    while (waiting.length > 0) {
      const folder = temporaryFolder();
      const databaseFile = `${folder.path}/sluice.db`;
      const server = await startServer({
        DATABASE_URL: `file:${databaseFile}`,
        SLUICE_SEED: 'none',
        SLUICE_WIRE: answeredBy,
        LOG_LEVEL: 'silent',
      });
      const appflow = clientOf({ url: server.url, maxAttempts: 1 });
      breakDatabase(databaseFile);
      // At once: a server that could not write ends, and a new one takes those that had no answer.
      const answers = await Promise.allSettled(
        waiting.map(async ({ operation, input }) => {
          await expectRefusal(
            send(appflow, operation, input),
            'InternalServerException',
            'An internal failure occurred.',
          );
          return operation;
        }),
      );
      const met = answers.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
      expect(met, String(waiting.map(({ operation }) => operation))).not.toEqual([]);
      met.forEach((operation) => {
        metBy(operation, 'InternalServerException');
      });
      waiting = waiting.filter(({ operation }) => !met.includes(operation));
      await server.stop();
      folder.remove();
    }
  },
);

/** Takes the tables away, as no client can. */
function breakDatabase(databaseFile: string): void {
  const database = new SQLite(databaseFile);
  database.pragma('foreign_keys = OFF');
  const tables = database.prepare(
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`,
  );
  for (const name of tables.pluck().all() as string[]) {
    database.exec(`DROP TABLE IF EXISTS "${name}"`);
  }
  database.close();
}
