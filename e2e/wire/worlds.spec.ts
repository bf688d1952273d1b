import { ListFlowsCommand } from '@aws-sdk/client-appflow';
import { expect, test } from '../fixtures';

test('accounts and regions are worlds of their own', async ({ appflow, createFlow, clientOf }) => {
  await createFlow('export', 'OnDemand');
  const elsewhere = clientOf({ region: 'eu-west-1' });
  expect((await elsewhere.send(new ListFlowsCommand({}))).flows).toEqual([]);
  expect((await appflow.send(new ListFlowsCommand({}))).flows).toHaveLength(1);
});

test('the demo fleet is in the default world, for any key that is no account', async ({ clientOf }) => {
  const client = clientOf({ account: 'AKIAIOSFODNN7EXAMPLE' });
  const { flows = [] } = await client.send(new ListFlowsCommand({}));
  expect(flows.length).toBeGreaterThanOrEqual(38);
  expect(new Set(flows.map(({ flowStatus }) => flowStatus))).toEqual(
    new Set(['Active', 'Suspended', 'Draft', 'Errored', 'Deprecated']),
  );
});
