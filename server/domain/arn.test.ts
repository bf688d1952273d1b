import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DescribeFlowResponse, FlowName } from '@/contract/shapes.gen';
import { actorOf, flowArn, readFlowArn, userArn } from './arn';

const world = { account: '111122223333', region: 'eu-west-1' };

test('a flow has the ARN that AppFlow would give it, which any name fits', () => {
  expect(flowArn(world, 'orders')).toBe('arn:aws:appflow:eu-west-1:111122223333:flow/orders');
  fc.assert(
    fc.property(fc.stringMatching(/^[a-zA-Z0-9][\w!@#.-]{1,255}$/), (flowName) => {
      expect(FlowName.safeParse(flowName).success).toBe(true);
      const flowArnOf = flowArn(world, flowName);
      expect(DescribeFlowResponse.shape.flowArn.safeParse(flowArnOf).success).toBe(true);
      expect(flowArnOf.endsWith(`:flow/${flowName}`)).toBe(true);
      expect(readFlowArn(flowArnOf)).toEqual({ ...world, flowName });
    }),
  );
});

test.each([
  'arn:aws:appflow:eu-west-1:111122223333:connectorprofile/crm',
  'arn:aws:appflow:eu-west-1:111122223333:flow',
  'arn:aws:appflow:eu-west-1:111122223333:flow/',
  'arn:aws:appflow:eu-west-1:111122223333:flow/orders/',
  'arn:aws:appflow:eu-west-1:111122223333:flow/two words',
  'arn:aws:appflow:eu-west-1:111122223333:flow/orders\n',
  'arn:aws:appflow::111122223333:flow/orders',
  'arn:aws:appflow:eu-west-1::flow/orders',
  'arn:aws:s3:eu-west-1:111122223333:flow/orders',
  ' arn:aws:appflow:eu-west-1:111122223333:flow/orders',
  'orders',
])('%j is the ARN of no flow', (arn) => {
  expect(readFlowArn(arn)).toBeUndefined();
});

test('who did something is a user of the account, whatever characters the name has', () => {
  expect(userArn(world, 'terraform')).toBe('arn:aws:iam::111122223333:user/terraform');
  expect(userArn(world, 'Zoë Ruiz')).toBe('arn:aws:iam::111122223333:user/Zo%C3%AB%20Ruiz');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (actor) => {
      const arn = userArn(world, actor);
      expect(DescribeFlowResponse.shape.createdBy.safeParse(arn).success).toBe(true);
      expect(arn).toMatch(/^arn:aws:iam::111122223333:user\/\S+$/);
      if (encodeURIComponent(actor).length <= 200) {
        expect(decodeURIComponent(arn.slice(arn.indexOf('/') + 1))).toBe(actor);
      }
    }),
  );
});

test('a name that is too long for an ARN is cut, not in the middle of an escape', () => {
  const arn = userArn(world, 'é'.repeat(128));
  expect(arn.length).toBeLessThanOrEqual(256);
  expect(arn).toMatch(/(%[0-9A-F]{2})$/);
});

test('someone known by an ARN keeps it, unless the plain name says as much', () => {
  const role = 'arn:aws:sts::111122223333:assumed-role/Admin/zoe@example.com';
  expect(userArn(world, role)).toBe(role);
  expect(actorOf(world, role)).toBe(role);
  expect(actorOf(world, 'arn:aws:iam::111122223333:user/terraform')).toBe('terraform');
  expect(actorOf(world, 'arn:aws:iam::444455556666:user/terraform')).toBe(
    'arn:aws:iam::444455556666:user/terraform',
  );
  for (const arn of ['user/division/zoe', 'user/%E0%A4%A', 'user/50%', 'root']) {
    expect(userArn(world, actorOf(world, `arn:aws:iam::111122223333:${arn}`))).toBe(
      `arn:aws:iam::111122223333:${arn}`,
    );
  }
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (actor) => {
      const arn = userArn(world, actor);
      expect(userArn(world, actorOf(world, arn))).toBe(arn);
    }),
  );
});

test('what only looks like an ARN is a name like any other', () => {
  for (const actor of [
    'arn:aws:iam::111122223333:user/two words',
    `arn:aws:iam::111122223333:user/${'x'.repeat(256)}`,
  ]) {
    expect(userArn(world, actor)).toMatch(/^arn:aws:iam::111122223333:user\/arn%3Aaws/);
  }
});

test('a flow’s ARN says its world and name, in any partition', () => {
  expect(readFlowArn(flowArn(world, 'orders'))).toEqual({ ...world, flowName: 'orders' });
  expect(readFlowArn('arn:aws-cn:appflow:cn-north-1:111122223333:flow/orders')).toEqual({
    account: '111122223333',
    region: 'cn-north-1',
    flowName: 'orders',
  });
  for (const arn of [
    'orders',
    'arn:aws:appflow:eu-west-1:1:flow/orders',
    'arn:aws:appflow:eu-west-1:111122223333:connectorprofile/x',
  ]) {
    expect(readFlowArn(arn)).toBeUndefined();
  }
});
