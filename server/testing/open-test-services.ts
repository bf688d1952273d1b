import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { inject, onTestFinished } from 'vitest';
import type { World } from '@/contract/console';
import type { CreateFlowRequest } from '@/contract/shapes.gen';
import { createChangeFeed } from '../change-feed';
import type { Context, Services } from '../context';
import type { OwnedData } from '../data/data';
import { openData } from '../data/open-data';
import type { Moment } from '../data/replay';

export const world: World = { account: '111122223333', region: 'eu-west-1' };

export interface TestServices extends Services {
  data: OwnedData;
  databaseFile: string;
  /** The present: tests move it by setting it, in epoch milliseconds. */
  time: { now: number };
  /** What an operation gets when this person calls it. */
  contextOf(actor: string, more?: Partial<Context>): Context;
}

interface Options {
  history?: Moment[];
  /** What access keys are sealed with: then the services are strict. */
  secretKey?: Uint8Array;
  /** Services that are killed, as `kill -9` would: these begin with what they have on disk, at the same time. */
  killed?: TestServices;
}

/** Services on a database of its own, a real SQLite file, with a clock that stands still. Closed when the test ends. */
export async function openTestServices(options: Options = {}): Promise<TestServices> {
  const folder = mkdtempSync(path.join(tmpdir(), 'sluice-test-'));
  const databaseFile = path.join(folder, 'sluice.db');
  copyDatabase(options.killed?.databaseFile ?? inject('templateDatabase'), databaseFile);
  await options.killed?.close();
  const time = { now: options.killed?.time.now ?? Date.UTC(2026, 0, 15, 12) };
  const clock = { now: () => time.now };
  const ids = { next: () => randomUUID() };
  const changes = createChangeFeed();
  const fatal: ((error: Error) => void)[] = [];
  const data = await openData({
    databaseFile,
    now: clock.now,
    newId: ids.next,
    secretKey: options.secretKey,
    history: () => options.history ?? [],
    onCommit: ({ worlds }) => {
      changes.tell(worlds);
    },
    onFatal: (error) => {
      fatal.forEach((listener) => {
        listener(error);
      });
    },
  });
  let closed: Promise<void> | undefined;
  const close = () => (closed ??= data.close());
  onTestFinished(async () => {
    await close();
    rmSync(folder, { recursive: true });
  });
  const log = pino({ level: 'silent' });
  const services: Services & { data: OwnedData } = {
    env: {
      port: 0,
      host: '127.0.0.1',
      databaseFile,
      auth: options.secretKey ? 'strict' : 'open',
      secretKey: options.secretKey,
      seed: 'none',
      allowedHosts: ['sluice.test'],
      wire: 'server',
      quotas: {},
      logLevel: 'silent',
    },
    log,
    clock,
    ids,
    data,
    changes,
    admits: () => true,
    notReady: () => [],
    wakeBulk: () => undefined,
    onFatal: (listener) => {
      fatal.push(listener);
    },
    close,
  };
  return {
    ...services,
    databaseFile,
    time,
    contextOf: (actor, more) => ({
      world,
      caller: { actor, via: 'test' },
      requestId: ids.next(),
      clock,
      ids,
      log,
      data,
      quotas: {},
      ...more,
    }),
  };
}

/** With the log beside it, which has what was committed last. */
function copyDatabase(from: string, to: string): void {
  copyFileSync(from, to);
  if (existsSync(`${from}-wal`)) {
    copyFileSync(`${from}-wal`, `${to}-wal`);
  }
}

/** A CreateFlow request for a flow of a trigger type, Salesforce to S3. */
export function flowRequest(
  flowName: string,
  triggerType: CreateFlowRequest['triggerConfig']['triggerType'],
): CreateFlowRequest {
  return {
    flowName,
    triggerConfig: {
      triggerType,
      ...(triggerType === 'Scheduled' && {
        triggerProperties: { Scheduled: { scheduleExpression: 'rate(5minutes)' } },
      }),
    },
    sourceFlowConfig: {
      connectorType: 'Salesforce',
      sourceConnectorProperties: { Salesforce: { object: 'Account' } },
    },
    destinationFlowConfigList: [
      { connectorType: 'S3', destinationConnectorProperties: { S3: { bucketName: 'orders-lake' } } },
    ],
    tasks: [{ sourceFields: ['Id', 'Name'], taskType: 'Map_all', taskProperties: {} }],
  };
}
