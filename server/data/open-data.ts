import type { PrismaClient } from '@/generated/prisma/client';
import { connectorProfilesRepository, registeredConnectorsRepository } from './connectors';
import type { Data } from './data';
import { openDatabase } from './database';
import { eventsRepository } from './events';
import { executionsRepository } from './executions';
import { flowsRepository } from './flows';
import { lockDatabase } from './lock';
import { migrate } from './migrations';
import { pageTokenSecret } from './page-token-secret';
import { replay, type Moment } from './replay';
import { createWriter } from './writer';

interface Options {
  /** An absolute path. */
  databaseFile: string;
  now: () => number;
  newId: () => string;
  /** The history that a database without flows and events begins with. */
  history: (now: number) => Moment[];
  onCommit: (commit: { reschedules: boolean }) => void;
  onFatal: (error: Error) => void;
}

/** Locks, migrates and opens the database, and fills it when it is new. `close` finishes what was accepted. */
export async function openData(options: Options): Promise<Data & { close(): Promise<void> }> {
  const { databaseFile, now, newId, history, onCommit, onFatal } = options;
  const lock = lockDatabase(databaseFile);
  try {
    await migrate(databaseFile);
    const database = await openDatabase(databaseFile);
    if (await isNew(database.reader)) {
      replay(database.writer, history(now()), newId);
    }
    const writer = createWriter({ database: database.writer, now, onCommit, onFatal });
    return {
      flows: flowsRepository(database.reader),
      executions: executionsRepository(database.reader),
      events: eventsRepository(database.reader),
      pageTokenSecret: pageTokenSecret(database.writer, now()),
      connectorProfiles: connectorProfilesRepository(database.reader),
      registeredConnectors: registeredConnectorsRepository(database.reader),
      submit: writer.submit,
      submitConnectorProfile: writer.submit,
      submitConnector: writer.submit,
      async close() {
        await writer.close();
        await database.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function isNew(reader: PrismaClient): Promise<boolean> {
  return (await reader.event.findFirst()) === null;
}
