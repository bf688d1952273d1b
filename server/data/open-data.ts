import type { PrismaClient } from '@/generated/prisma/client';
import { checkSecretKey, openAccessKeys } from './access-keys';
import { bulkRepository } from './bulk';
import { carryOutAll } from './carry-out-all';
import { connectorProfilesRepository, registeredConnectorsRepository } from './connectors';
import type { Access, OwnedData } from './data';
import { openDatabase, openLists, openReader, type Database } from './database';
import { eventsRepository } from './events';
import { executionsRepository } from './executions';
import { flowsRepository, type FlowsRepository } from './flows';
import { lockDatabase } from './lock';
import { checkIsCurrent, migrate } from './migrations';
import { overviewRepository } from './overview';
import { pageTokenSecret } from './page-token-secret';
import { replay, type Moment } from './replay';
import { savedViewsRepository } from './saved-views';
import { openSessions } from './sessions';
import { worldsRepository } from './worlds';
import { createWriter, type Committed } from './writer';

interface Options {
  /** An absolute path. */
  databaseFile: string;
  now: () => number;
  newId: () => string;
  /** What the access keys are sealed with, in strict mode. */
  secretKey?: Uint8Array | undefined;
  /** The history that a database without flows and events begins with. */
  history: (now: number) => Moment[];
  /** After each commit, see the writer. */
  onCommit: (commit: Committed) => void;
  onFatal: (error: Error) => void;
}

/** Locks, migrates and opens the database, and fills it when it is new. */
export async function openData(options: Options): Promise<OwnedData> {
  const { databaseFile, now, newId, secretKey, history, onCommit, onFatal } = options;
  const lock = lockDatabase(databaseFile);
  try {
    await migrate(databaseFile);
    const database = await openDatabase(databaseFile);
    const access = secretKey && openAccess(database.writer, secretKey);
    if (await isNew(database.reader)) {
      replay(database.writer, history(now()), newId);
    }
    const writer = createWriter({ database: database.writer, now, onCommit, onFatal });
    return {
      flows: flowsRepository(database.reader, database.lists),
      executions: executionsRepository(database.reader),
      events: eventsRepository(database.reader),
      bulk: bulkRepository(database.reader, database.writer, (world) => {
        onCommit({ worlds: [world] });
      }),
      access,
      overview: overviewRepository(database.reader),
      worlds: worldsRepository(database.reader),
      savedViews: savedViewsRepository(database.lists, database.writer),
      pageTokenSecret: pageTokenSecret(database.writer, now()),
      connectorProfiles: connectorProfilesRepository(database.reader),
      registeredConnectors: registeredConnectorsRepository(database.reader),
      submit: writer.submit,
      submitConnectorProfile: writer.submit,
      submitConnector: writer.submit,
      submitWorld: writer.submit,
      // The writer works in one go too, so its transaction is never open here.
      submitAll: (submissions) => carryOutAll(database.writer, submissions, now()),
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

/**
 * Opens the flows of a database (an absolute path) for reads, beside the server that may have it. Throws DatabaseUnusableError where
 * there is none or one that was not brought to this version, DatabaseTooNewError for one of a newer version.
 */
export async function openFlows(databaseFile: string): Promise<FlowsRepository & { close(): Promise<void> }> {
  checkIsCurrent(databaseFile);
  const reader = await openReader(databaseFile);
  const lists = openLists(databaseFile);
  return {
    ...flowsRepository(reader, lists),
    close: async () => {
      lists.close();
      await reader.$disconnect();
    },
  };
}

function openAccess(database: Database['writer'], secretKey: Uint8Array): Access {
  checkSecretKey(database, secretKey);
  return { keys: openAccessKeys(database, secretKey), sessions: openSessions(database) };
}

async function isNew(reader: PrismaClient): Promise<boolean> {
  return (await reader.event.findFirst()) === null;
}
