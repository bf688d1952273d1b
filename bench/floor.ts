import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import Database from 'better-sqlite3';

// What StopFlow and StartFlow cost at the least: node:http and better-sqlite3, written by hand for nothing but these two calls, with the
// same tables and indices as Sluice, the same read, compare-and-set and event row, and one durable commit for each request.
// It validates nothing, logs nothing and knows one world. Run as: node floor.js DATABASE-FILE

const [databaseFile] = process.argv.slice(2);
const database = new Database(databaseFile, { fileMustExist: true });
database.pragma('journal_mode = WAL');
database.pragma('synchronous = FULL');

interface FlowRow {
  id: string;
  flowStatus: string;
}

const world = ['000000000000', 'us-east-1'];
const read = database.prepare<string[], FlowRow>(
  'SELECT id, flowStatus FROM Flow WHERE account = ? AND region = ? AND liveName = ?',
);
const compareAndSet = database.prepare(
  `UPDATE Flow SET flowStatus = ?, statusChangedAt = ?, statusChangedBy = ?, statusChangedVia = ?, statusReason = NULL
   WHERE id = ? AND flowStatus = ?`,
);
const tell = database.prepare(
  `INSERT INTO Event (at, account, region, flowName, flowId, operation, outcome, beforeStatus, afterStatus, actor, via, requestId)
   VALUES (?, ?, ?, ?, ?, ?, 'changed', ?, ?, ?, ?, ?)`,
);

const change = database.transaction(
  (flowName: string, operation: string, status: string, requestId: string): boolean => {
    const flow = read.get(...world, flowName);
    if (!flow) {
      return false;
    }
    const now = Date.now();
    const { changes } = compareAndSet.run(
      status,
      now,
      '000000000000',
      'aws-sdk-js',
      flow.id,
      flow.flowStatus,
    );
    tell.run(
      now,
      ...world,
      flowName,
      flow.id,
      operation,
      flow.flowStatus,
      status,
      '000000000000',
      'aws-sdk-js',
      requestId,
    );
    return changes === 1;
  },
).immediate;

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const { flowName } = JSON.parse(Buffer.concat(chunks).toString()) as { flowName: string };
    const [operation, flowStatus] =
      request.url === '/stop-flow'
        ? (['StopFlow', 'Suspended'] as const)
        : (['StartFlow', 'Active'] as const);
    const requestId = randomUUID();
    const changed = change(flowName, operation, flowStatus, requestId);
    const body = JSON.stringify(
      changed
        ? { flowArn: `arn:aws:appflow:us-east-1:000000000000:flow/${flowName}`, flowStatus }
        : { message: `Flow with name ${flowName} does not exist.` },
    );
    response.writeHead(changed ? 200 : 404, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'x-amzn-RequestId': requestId,
    });
    response.end(body);
  });
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`ready at http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}\n`);
});
