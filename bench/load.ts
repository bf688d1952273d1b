import type { CreateFlowRequest } from '@/contract/shapes.gen';
import { openConnection, type Connection } from './http-connection';

/** One flow as the load sees it: which of the two calls will change it next. */
export interface BenchFlow {
  flowName: string;
  active: boolean;
}

export interface Measurement {
  requestsPerSecond: number;
  /** Of each request, in milliseconds, in no order. */
  latenciesMs: number[];
}

/**
 * Stops the flows that are active and starts the others, each connection its own share of them and one request after the other,
 * for `durationMs`. Throws on the first answer that is not the one that the change of state must have.
 */
export async function toggleFlows(
  port: number,
  flows: readonly BenchFlow[],
  connections: number,
  durationMs: number,
): Promise<Measurement> {
  const clients = await Promise.all(Array.from({ length: connections }, () => openConnection(port)));
  const latenciesMs: number[] = [];
  const startedAt = performance.now();
  await Promise.all(
    clients.map(async (client, offset) => {
      for (let next = offset; performance.now() - startedAt < durationMs; next += connections) {
        // The modulus is the greatest multiple of the connections, so that no two of them ever meet at one flow.
        const flow = flows[next % (flows.length - (flows.length % connections))];
        if (!flow) {
          throw new Error('There are fewer flows than connections.');
        }
        const sentAt = performance.now();
        await toggle(client, flow);
        latenciesMs.push(performance.now() - sentAt);
      }
    }),
  );
  const seconds = (performance.now() - startedAt) / 1_000;
  clients.forEach((client) => client.close());
  return { requestsPerSecond: latenciesMs.length / seconds, latenciesMs };
}

/** One stop or start that changes the flow; throws when the answer is another. */
export async function toggle(client: Connection, flow: BenchFlow): Promise<void> {
  const [path, expected] = flow.active ? ['/stop-flow', 'Suspended'] : ['/start-flow', 'Active'];
  const { status, body } = await client.post(path, { flowName: flow.flowName });
  if (status !== 200 || !hasFlowStatus(JSON.parse(body), expected)) {
    throw new Error(
      `POST ${path} of ${flow.flowName} must answer 200 and ${expected}, not ${status} ${body}`,
    );
  }
  flow.active = !flow.active;
}

function hasFlowStatus(output: unknown, expected: string): boolean {
  return (
    typeof output === 'object' && output !== null && 'flowStatus' in output && output.flowStatus === expected
  );
}

/** Makes flows to stop and start, all active, nine in ten scheduled and one waiting for events; none of them ever runs. */
export async function createFleet(port: number, size: number): Promise<BenchFlow[]> {
  const flows = Array.from({ length: size }, (_, index) => ({
    flowName: `bench-flow-${index}`,
    active: false,
  }));
  const waiting = flows.values();
  await Promise.all(
    Array.from({ length: 16 }, async () => {
      const client = await openConnection(port);
      for (const flow of waiting) {
        await create(client, flow);
        await toggle(client, flow);
      }
      client.close();
    }),
  );
  return flows;
}

async function create(client: Connection, { flowName }: BenchFlow): Promise<void> {
  const { status, body } = await client.post('/create-flow', flowRequest(flowName));
  if (status !== 200) {
    throw new Error(`POST /create-flow must answer 200, not ${status} ${body}`);
  }
}

const FAR_FUTURE = Date.UTC(2100, 0) / 1_000;

function flowRequest(flowName: string): CreateFlowRequest {
  const fields = ['Id', 'Name', 'Phone', 'Website', 'Industry', 'OwnerId', 'CreatedDate', 'LastModifiedDate'];
  return {
    flowName,
    description: 'Accounts, for the data lake',
    triggerConfig: flowName.endsWith('5')
      ? { triggerType: 'Event' }
      : {
          triggerType: 'Scheduled',
          triggerProperties: {
            Scheduled: {
              scheduleExpression: 'rate(1hours)',
              dataPullMode: 'Incremental',
              scheduleStartTime: FAR_FUTURE,
              timezone: 'America/New_York',
              flowErrorDeactivationThreshold: 5,
            },
          },
        },
    sourceFlowConfig: {
      connectorType: 'Salesforce',
      sourceConnectorProperties: { Salesforce: { object: 'Account' } },
    },
    destinationFlowConfigList: [
      {
        connectorType: 'S3',
        destinationConnectorProperties: { S3: { bucketName: 'data-lake', bucketPrefix: 'accounts' } },
      },
    ],
    tasks: [
      {
        taskType: 'Filter',
        sourceFields: fields,
        connectorOperator: { Salesforce: 'PROJECTION' },
        taskProperties: {},
      },
      ...fields.map((field) => ({
        taskType: 'Map' as const,
        sourceFields: [field],
        destinationField: field,
        connectorOperator: { Salesforce: 'NO_OP' as const },
        taskProperties: { DATA_TYPE: 'string' },
      })),
    ],
    tags: { team: 'sales', stage: 'production' },
  };
}
