import {
  CreateFlowCommand,
  DescribeFlowCommand,
  ListTagsForResourceCommand,
  TagResourceCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-appflow';
import { expect, flowRequest, region, test } from '../fixtures';

test('a flow is tagged, untagged and its tags are listed, over the AWS SDK', async ({ appflow }) => {
  const tags = { team: 'crm', 'cost+centre/eu=1': 'a b @ c' };
  const { flowArn: resourceArn } = await appflow.send(
    new CreateFlowCommand({ ...flowRequest('really!#1', 'Scheduled'), tags }),
  );
  expect((await appflow.send(new ListTagsForResourceCommand({ resourceArn }))).tags).toEqual(tags);

  await appflow.send(new TagResourceCommand({ resourceArn, tags: { team: 'sales', tier: '' } }));
  expect((await appflow.send(new DescribeFlowCommand({ flowName: 'really!#1' }))).tags).toEqual({
    ...tags,
    team: 'sales',
    tier: '',
  });

  const tagKeys = ['cost+centre/eu=1', 'tier', 'never-there'];
  await appflow.send(new UntagResourceCommand({ resourceArn, tagKeys }));
  await appflow.send(new UntagResourceCommand({ resourceArn, tagKeys }));
  expect((await appflow.send(new ListTagsForResourceCommand({ resourceArn }))).tags).toEqual({
    team: 'sales',
  });
});

test('the errors that the operations on tags declare', async ({ appflow, account, createFlow }) => {
  await createFlow('orders', 'OnDemand');
  const arnOf = (owner: string, resource: string) => `arn:aws:appflow:${region}:${owner}:${resource}`;
  const failures = [
    [arnOf(account, 'flow/nothing'), 'ResourceNotFoundException', 404],
    [arnOf(account, 'connectorprofile/crm'), 'ValidationException', 400],
    [arnOf('999999999999', 'flow/orders'), 'AccessDeniedException', 403],
    ['orders', 'ValidationException', 400],
  ] as const;
  for (const [resourceArn, name, httpStatusCode] of failures) {
    for (const command of [
      new ListTagsForResourceCommand({ resourceArn }),
      new TagResourceCommand({ resourceArn, tags: { team: 'crm' } }),
      new UntagResourceCommand({ resourceArn, tagKeys: ['team'] }),
    ]) {
      await expect(appflow.send(command as ListTagsForResourceCommand)).rejects.toMatchObject({
        name,
        $metadata: { httpStatusCode },
      });
    }
  }
});

test('TagResource: ValidationException for a key of AWS and for a 51st tag', async ({
  appflow,
  account,
  createFlow,
}) => {
  await createFlow('orders', 'OnDemand');
  const resourceArn = `arn:aws:appflow:${region}:${account}:flow/orders`;
  const numbered = (from: number) =>
    Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`key-${from + index}`, '']));
  await expect(
    appflow.send(new TagResourceCommand({ resourceArn, tags: { 'aws:team': 'crm' } })),
  ).rejects.toMatchObject({ name: 'ValidationException' });
  await appflow.send(new TagResourceCommand({ resourceArn, tags: numbered(0) }));
  await expect(
    appflow.send(new TagResourceCommand({ resourceArn, tags: numbered(1) })),
  ).rejects.toMatchObject({
    name: 'ValidationException',
    message: 'Flow orders would have 51 tags, a flow can have at most 50.',
  });
});

for (const path of ['flow/orders', 'flow%2Forders']) {
  test(`an ARN is read from the path as it was sent, encoded or not: ${path}`, async ({
    request,
    account,
    createFlow,
  }) => {
    await createFlow('orders', 'OnDemand');
    const answer = await request.get(`/tags/arn:aws:appflow:${region}:${account}:${path}`, {
      headers: { 'x-sluice-account': account, 'x-sluice-region': region },
    });
    expect(answer.status()).toBe(200);
    expect(await answer.json()).toEqual({ tags: {} });
  });
}
