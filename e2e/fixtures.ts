import { randomInt } from 'node:crypto';
import {
  AppflowClient,
  type AppflowClientConfig,
  CreateFlowCommand,
  StartFlowCommand,
  type CreateFlowCommandInput,
} from '@aws-sdk/client-appflow';
import { type BrowserContext, expect, test as base } from '@playwright/test';

export { expect };

export type TriggerType = 'OnDemand' | 'Scheduled' | 'Event';

export interface Fixtures {
  /** A world of the test's own: an account that no other test has. */
  account: string;
  /** The AWS SDK, unmodified, in that account. */
  appflow: AppflowClient;
  /** Another client of the AWS SDK: of that account and server unless said. */
  clientOf: (how?: AppflowClientConfig & { url?: string; account?: string }) => AppflowClient;
  /** Makes a flow and, if asked, starts it. */
  createFlow: (flowName: string, triggerType: TriggerType, started?: 'started') => Promise<void>;
  /** The console's list in that account. */
  flowsUrl: string;
}

export interface WorkerFixtures {
  sluiceUrl: string;
  /** Who answers the API in this project: SLUICE_WIRE of a server that a test starts itself. */
  answeredBy: 'server' | 'next';
}

export const region = 'us-east-1';

export const test = base.extend<Fixtures, WorkerFixtures>({
  answeredBy: [
    async ({}, use, { project }) => {
      await use(project.metadata.answeredBy === 'next' ? 'next' : 'server');
    },
    { scope: 'worker' },
  ],
  sluiceUrl: [
    async ({ answeredBy }, use) => {
      const url = answeredBy === 'next' ? process.env.SLUICE_NEXT_URL : process.env.SLUICE_URL;
      if (url === undefined) {
        throw new Error('No server is running: global-setup starts it.');
      }
      await use(url);
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ sluiceUrl }, use) => {
    await use(sluiceUrl);
  },
  // In every test the browser's console stays clean, in each of its tabs.
  context: async ({ context }, use) => {
    const said = complaintsOf(context);
    await use(context);
    expect(said).toEqual([]);
  },
  account: async ({}, use) => {
    await use(String(randomInt(1e11, 1e12 - 1)).padStart(12, '1'));
  },
  clientOf: async ({ sluiceUrl, account }, use) => {
    const clients: AppflowClient[] = [];
    await use(({ url = sluiceUrl, account: other = account, ...config } = {}) => {
      const credentials = { accessKeyId: other, secretAccessKey: 'x' };
      const client = new AppflowClient({ endpoint: url, region, credentials, ...config });
      clients.push(client);
      return client;
    });
    clients.forEach((client) => {
      client.destroy();
    });
  },
  appflow: async ({ clientOf }, use) => {
    await use(clientOf());
  },
  createFlow: async ({ appflow }, use) => {
    await use(async (flowName, triggerType, started) => {
      await appflow.send(new CreateFlowCommand(flowRequest(flowName, triggerType)));
      if (started) {
        await appflow.send(new StartFlowCommand({ flowName }));
      }
    });
  },
  flowsUrl: async ({ account }, use) => {
    await use(`/flows?account=${account}&region=${region}`);
  },
});

/**
 * What Chromium tells by itself: that a call was refused or a server is gone, and that a style which a navigation has just asked for was
 * not used some seconds after the page before had loaded, which depends on the machine alone (page-size.spec.ts sees to what no page uses).
 */
const ownWords =
  /^Failed to load resource|was preloaded using link preload but not used within a few seconds/;

/** What the browser's console says that it should not. */
function complaintsOf(context: BrowserContext): string[] {
  const said: string[] = [];
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !ownWords.test(message.text())) {
      said.push(`${message.type()}: ${message.text()} (${message.page()?.url() ?? 'no page'})`);
    }
  });
  context.on('weberror', (webError) => said.push(webError.error().message));
  return said;
}

/** A CreateFlow request for a flow of a trigger type, Salesforce to S3. */
export function flowRequest(flowName: string, triggerType: TriggerType): CreateFlowCommandInput {
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
