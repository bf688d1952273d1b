import { readFileSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import type { World } from '@/contract/console';
import { repositoryRoot } from '@/server/repository-root';

const connectors = [
  'Salesforce', 'S3', 'Redshift', 'Snowflake', 'Slack', 'Zendesk', 'Marketo', 'Servicenow', 'Googleanalytics', 'SAPOData',
  'Datadog', 'Amplitude', 'Dynatrace', 'Infornexus', 'Singular', 'Trendmicro', 'Veeva', 'EventBridge', 'Upsolver', 'Pardot',
]; // prettier-ignore
const objects = ['accounts', 'leads', 'orders', 'contacts', 'cases', 'invoices', 'events', 'tickets'];
const teams = ['finance', 'sales', 'support', 'platform', 'marketing', 'risk', 'data', 'people'];
const people = Array.from({ length: 200 }, (_, index) => `Person ${index}`);
const dayMs = 86_400_000;

/** The same numbers on every run, from 0 up to 1. */
function createRandom(): () => number {
  let state = 12_345;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

/** How often which status comes, of 100 flows. */
function statusOf(share: number): string {
  if (share < 78) return 'Active';
  if (share < 88) return 'Suspended';
  if (share < 90) return 'Errored';
  if (share < 95) return 'Draft';
  return share < 97 ? 'Deprecated' : 'Deleted';
}

interface Filling {
  world: World;
  flows: number;
  events: number;
  /** Epoch milliseconds: what happened lies before. */
  now: number;
  /** What the ids of these flows begin with. */
  name?: string;
}

/**
 * Fills a migrated database with flows and events of one world, and says how long both took. Triggers and indices are made anew afterwards,
 * with all that lists read of the flows: at once, as the migration does it, which takes a fraction of what it takes a flow at a time.
 */
export function fillDatabase(databaseFile: string, { world, flows, events, now, name = 'bench' }: Filling) {
  const database = new Sqlite(databaseFile, { fileMustExist: true });
  try {
    // Nothing here need survive a crash; the server sets its own way when it opens the file.
    database.pragma('journal_mode = OFF');
    database.pragma('synchronous = OFF');
    database.pragma('cache_size = -400000');
    database.pragma('threads = 2');
    const flowsMs = timed(database, () =>
      withoutUpkeep(database, ['Flow', 'FlowEntry'], () => {
        fillFlows(database, world, flows, now, name);
        fillKept(database);
      }),
    );
    const eventsMs = timed(database, () =>
      withoutUpkeep(database, ['Event'], () => fillEvents(database, world, flows, events, now, name)),
    );
    return { flowsMs, eventsMs };
  } finally {
    database.close();
  }
}

/** Does work on tables that have neither triggers nor indices meanwhile. */
function withoutUpkeep(database: Sqlite.Database, tables: string[], work: () => void): void {
  const upkeep = database
    .prepare<string, { type: string; name: string; sql: string }>(
      `SELECT type, name, sql FROM sqlite_master WHERE type IN ('trigger', 'index') AND sql IS NOT NULL
         AND tbl_name IN (SELECT value FROM json_each(?)) ORDER BY type, name`,
    )
    .all(JSON.stringify(tables));
  for (const { type, name } of upkeep) {
    database.exec(`DROP ${type} "${name}"`);
  }
  work();
  for (const { sql } of upkeep) {
    database.exec(sql);
  }
}

/** What lists read of the flows, by the SQL of the migration that was the first to keep it. */
function fillKept(database: Sqlite.Database): void {
  for (const table of ['FlowWorld', 'FlowTally', 'FlowEntry', 'FlowTag', 'FlowTextDue']) {
    database.exec(`DELETE FROM "${table}"`);
  }
  database.exec(`INSERT INTO "FlowText" ("FlowText") VALUES ('delete-all')`);
  const migration = path.join(
    repositoryRoot,
    'prisma/migrations/20261124120018_list_of_a_million/migration.sql',
  );
  const [, fill] =
    /^-- Flows that were there before\.$(.*?)^-- /ms.exec(readFileSync(migration, 'utf8')) ?? [];
  if (fill === undefined)
    throw new Error(`There is no SQL for flows that were there before in ${migration}.`);
  database.exec(fill);
}

function timed(database: Sqlite.Database, work: () => void): number {
  const startedAt = performance.now();
  database.transaction(work)();
  return performance.now() - startedAt;
}

function fillFlows(database: Sqlite.Database, world: World, flows: number, now: number, name: string): void {
  const random = createRandom();
  const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)] ?? '';
  let insert: Sqlite.Statement | undefined;
  for (let index = 0; index < flows; index += 1) {
    const [source, object, destination] = [pick(connectors), pick(objects), pick(connectors)];
    const flowName = `${source}-${object}-to-${destination}-${String(index).padStart(7, '0')}`.toLowerCase();
    const flowStatus = statusOf(random() * 100);
    const triggerType = ['Scheduled', 'Scheduled', 'OnDemand', 'Event'][Math.floor(random() * 4)] ?? '';
    const isOn = flowStatus === 'Active' && triggerType === 'Scheduled';
    const isStopped = flowStatus === 'Suspended';
    const hasRun = flowStatus !== 'Draft' && random() < 0.95;
    const failed = random() < 0.03;
    const createdAt = now - Math.floor(random() * 700 * dayMs);
    const changedAt = createdAt + Math.floor(random() * (now - createdAt));
    const schedule = triggerType === 'Scheduled' ? { scheduleExpression: 'rate(5minutes)' } : undefined;
    const row: Record<string, string | number | null> = {
      id: `${name}-${index}`,
      account: world.account,
      region: world.region,
      flowName,
      liveName: flowStatus === 'Deleted' ? null : flowName,
      flowStatus,
      triggerType,
      schedule: schedule ? JSON.stringify(schedule) : null,
      sourceConnectorType: source,
      destinationConnectorType: destination,
      definition: definitionOf(triggerType, schedule, source, object, destination),
      tags: JSON.stringify({ team: pick(teams), env: random() < 0.7 ? 'prod' : 'test' }),
      schemaVersion: 1,
      createdAt,
      createdBy: pick(people),
      lastUpdatedAt: changedAt,
      lastUpdatedBy: pick(people),
      statusChangedAt: changedAt,
      statusChangedBy: pick(people),
      statusChangedVia: 'console',
      statusReason: isStopped ? `INC-${Math.floor(random() * 100_000)}: ${object} are being moved` : null,
      stoppedByFailures: Number(isStopped && random() < 0.2),
      failedExecutionsInARow: Number(failed),
      executionsInProgress: 0,
      executionsStarted: hasRun ? 100 : 0,
      nextRunAt: isOn ? now + dayMs * 365 + Math.floor(random() * dayMs) : null,
      lastExecutionId: hasRun ? `run-${index}` : null,
      lastExecutionStatus: hasRun ? (failed ? 'Error' : 'Successful') : null,
      lastExecutionAt: hasRun ? now - Math.floor(random() * 30 * dayMs) : null,
      lastExecutionMessage: null,
    };
    insert ??= database.prepare(
      `INSERT INTO "Flow" (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row)
        .map(() => '?')
        .join(', ')})`,
    );
    insert.run(...Object.values(row));
  }
}

function definitionOf(
  triggerType: string,
  schedule: object | undefined,
  source: string,
  object: string,
  destination: string,
): string {
  return JSON.stringify({
    triggerConfig: { triggerType, ...(schedule && { triggerProperties: { Scheduled: schedule } }) },
    sourceFlowConfig: {
      connectorType: source,
      connectorProfileName: `${source}-production`,
      sourceConnectorProperties: { [source]: { object } },
    },
    destinationFlowConfigList: [
      {
        connectorType: destination,
        connectorProfileName: `${destination}-production`,
        destinationConnectorProperties: { [destination]: { object, bucketName: 'bench-lake' } },
      },
    ],
    tasks: ['Id', 'Name', 'CreatedDate', 'Amount'].map((field) => ({
      sourceFields: [field],
      destinationField: field.toLowerCase(),
      taskType: 'Map',
      taskProperties: {},
      connectorOperator: { [source]: 'NO_OP' },
    })),
  });
}

/** Starts and ends of runs, and now and then a person: as a fleet leaves them. */
function fillEvents(
  database: Sqlite.Database,
  world: World,
  flows: number,
  events: number,
  now: number,
  name: string,
): void {
  const random = createRandom();
  const { account, region } = world;
  // A day of one flow is a run of events.
  const inARow = 20;
  database.exec('CREATE TEMP TABLE "InARow" (event INTEGER PRIMARY KEY)');
  const place = database.prepare('INSERT INTO "InARow" VALUES (?)');
  for (let event = 0; event < inARow; event += 1) place.run(event);
  const insert = database.prepare(
    `INSERT INTO "Event" (at, account, region, flowName, flowId, operation, outcome, beforeStatus, afterStatus, executionId,
       isRoutine, actor, via, requestId)
     SELECT $now - ($events - $first - event) * 250, $account, $region, flowName, id,
       iif(event % 2 = 0, 'StartExecution', 'EndExecution'), 'changed', 'Active', 'Active', 'run-' || ($first + event),
       event % 10 <> 0, iif(event % 10 = 0, 'Person 1', 'Sluice'), iif(event % 10 = 0, 'console', 'runner'),
       'request-' || ($first + event)
     FROM "Flow" CROSS JOIN "InARow" WHERE id = $id AND $first + event < $events ORDER BY event`,
  );
  for (let first = 0; first < events; first += inARow) {
    insert.run({ now, events, first, account, region, id: `${name}-${Math.floor(random() * flows)}` });
  }
  database.exec('DROP TABLE "InARow"');
}
