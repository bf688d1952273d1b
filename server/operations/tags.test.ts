import { expect, test } from 'vitest';
import { flowArn } from '../domain/arn';
import { flowRequest, openTestServices, world } from '../testing/open-test-services';
import { createFlow } from './create-flow';
import { deleteFlow } from './delete-flow';
import { describeFlow } from './describe-flow';
import { listFlows } from './list-flows';
import { listTagsForResource } from './list-tags-for-resource';
import { tagResource } from './tag-resource';
import { untagResource } from './untag-resource';

const resourceArn = flowArn(world, 'orders');

async function openWithFlow(tags?: Record<string, string>) {
  const services = await openTestServices();
  const ctx = services.contextOf('Ana');
  await createFlow({ ...flowRequest('orders', 'Event'), tags }, ctx);
  const outcomes = async () =>
    (await services.data.events.ofFlow(world, 'orders', 10)).map(
      ({ operation, outcome }) => `${operation} ${outcome}`,
    );
  return { services, ctx, outcomes };
}

function numbered(from: number, to: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: to - from + 1 }, (_, index) => [`key-${from + index}`, 'value']),
  );
}

test('tags that a flow is created with, given and relieved of are the same wherever they are read', async () => {
  const { services, ctx } = await openWithFlow({ team: 'crm', env: 'test' });
  services.time.now += 60_000;
  await tagResource({ resourceArn, tags: { env: 'production', tier: '' } }, ctx);
  await untagResource({ resourceArn, tagKeys: ['team', 'owner'] }, ctx);
  const tags = { env: 'production', tier: '' };
  expect(await listTagsForResource({ resourceArn }, ctx)).toEqual({ tags });
  const described = await describeFlow({ flowName: 'orders' }, ctx);
  expect(described).toMatchObject({ tags, schemaVersion: 1 });
  expect(described.lastUpdatedAt).toBe(described.createdAt);
  expect((await listFlows({}, ctx)).flows).toMatchObject([{ tags }]);
});

test('a flow without tags has none, in an answer that says so', async () => {
  const { ctx } = await openWithFlow();
  expect(await listTagsForResource({ resourceArn }, ctx)).toEqual({ tags: {} });
});

test('what changes nothing succeeds and is told as unchanged', async () => {
  const { ctx, outcomes } = await openWithFlow({ team: 'crm' });
  await tagResource({ resourceArn, tags: { team: 'crm' } }, ctx);
  await tagResource({ resourceArn, tags: {} }, ctx);
  await untagResource({ resourceArn, tagKeys: ['owner'] }, ctx);
  await untagResource({ resourceArn, tagKeys: [] }, ctx);
  await untagResource({ resourceArn, tagKeys: ['team', 'team'] }, ctx);
  await untagResource({ resourceArn, tagKeys: ['team'] }, ctx);
  expect(await outcomes()).toEqual([
    'UntagResource unchanged',
    'UntagResource changed',
    'UntagResource unchanged',
    'UntagResource unchanged',
    'TagResource unchanged',
    'TagResource unchanged',
    'CreateFlow changed',
  ]);
});

test('a flow has at most 50 tags, those that it has counted; new values for its keys are no more', async () => {
  const { ctx, outcomes } = await openWithFlow(numbered(1, 30));
  await expect(tagResource({ resourceArn, tags: numbered(31, 51) }, ctx)).rejects.toMatchObject({
    name: 'ValidationException',
    message: 'Flow orders would have 51 tags, a flow can have at most 50.',
  });
  await tagResource({ resourceArn, tags: { ...numbered(25, 50), 'key-1': 'other' } }, ctx);
  expect(Object.keys((await listTagsForResource({ resourceArn }, ctx)).tags ?? {})).toHaveLength(50);
  expect((await outcomes()).slice(0, 2)).toEqual(['TagResource changed', 'TagResource refused']);
});

test('names that every object has are keys like any other', async () => {
  const { ctx, outcomes } = await openWithFlow();
  await untagResource({ resourceArn, tagKeys: ['constructor'] }, ctx);
  await tagResource({ resourceArn, tags: { constructor: 'a', toString: 'b' } }, ctx);
  await untagResource({ resourceArn, tagKeys: ['toString'] }, ctx);
  expect(await listTagsForResource({ resourceArn }, ctx)).toEqual({ tags: { constructor: 'a' } });
  expect((await outcomes()).slice(0, 3)).toEqual([
    'UntagResource changed',
    'TagResource changed',
    'UntagResource unchanged',
  ]);
});

test('two that tag at once both do', async () => {
  const { ctx } = await openWithFlow();
  await Promise.all([
    tagResource({ resourceArn, tags: { one: '1' } }, ctx),
    tagResource({ resourceArn, tags: { two: '2' } }, ctx),
  ]);
  expect(await listTagsForResource({ resourceArn }, ctx)).toEqual({ tags: { one: '1', two: '2' } });
});

test('a flow of another account is denied, one of another region or deleted is not found', async () => {
  const { ctx } = await openWithFlow({ team: 'crm' });
  const foreign = flowArn({ ...world, account: '999999999999' }, 'orders');
  const elsewhere = flowArn({ ...world, region: 'us-east-1' }, 'orders');
  const calls = [
    ['ListTagsForResource', (arn: string) => listTagsForResource({ resourceArn: arn }, ctx)],
    ['TagResource', (arn: string) => tagResource({ resourceArn: arn, tags: { a: 'b' } }, ctx)],
    ['UntagResource', (arn: string) => untagResource({ resourceArn: arn, tagKeys: ['team'] }, ctx)],
  ] as const;
  for (const [operation, call] of calls) {
    await expect(call(foreign)).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: `User: arn:aws:iam::${world.account}:user/Ana is not authorized to perform: appflow:${operation} on resource: ${foreign}`,
    });
    await expect(call(elsewhere)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  }
  expect(await listTagsForResource({ resourceArn }, ctx)).toEqual({ tags: { team: 'crm' } });
  await deleteFlow({ flowName: 'orders' }, ctx);
  for (const [, call] of calls) {
    await expect(call(resourceArn)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  }
});
