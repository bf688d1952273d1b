import {
  CreateFlowCommand,
  DescribeFlowCommand,
  ListTagsForResourceCommand,
  TagResourceCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-appflow';
import { flowRequest, region } from '../../fixtures';
import { conformance, expect } from './conformance';

const nothing = (account: string) => `arn:aws:appflow:${region}:${account}:flow/nothing`;
const noFlow = (account: string) => `arn:aws:appflow:${region}:${account}:connectorprofile/crm`;

conformance('ListTagsForResource', (behaves) => {
  behaves('A', 'the tags that a flow was made with are listed', async ({ appflow }) => {
    const tags = { team: 'crm', 'cost+centre/eu=1': 'a b @ c' };
    const { flowArn: resourceArn } = await appflow.send(
      new CreateFlowCommand({ ...flowRequest('really!#1', 'Scheduled'), tags }),
    );
    expect((await appflow.send(new ListTagsForResourceCommand({ resourceArn }))).tags).toEqual(tags);
  });

  behaves('A', 'a flow that does not exist is not found', async ({ appflow, account, refused }) => {
    const command = new ListTagsForResourceCommand({ resourceArn: nothing(account) });
    await refused(appflow.send(command), 'ResourceNotFoundException');
  });

  behaves('S', 'only flows have tags', async ({ appflow, account, refused }) => {
    for (const resourceArn of [noFlow(account), 'orders']) {
      const command = new ListTagsForResourceCommand({ resourceArn });
      await refused(appflow.send(command), 'ValidationException');
    }
  });

  behaves('S', 'a flow of another account may not be looked at', async ({ appflow, refused }) => {
    const command = new ListTagsForResourceCommand({ resourceArn: nothing('999999999999') });
    await refused(appflow.send(command), 'AccessDeniedException');
  });
});

conformance('TagResource', (behaves) => {
  behaves('A', 'tags are added and replaced', async ({ appflow }) => {
    const { flowArn: resourceArn } = await appflow.send(
      new CreateFlowCommand({ ...flowRequest('orders', 'Scheduled'), tags: { team: 'crm', tier: '1' } }),
    );
    await appflow.send(new TagResourceCommand({ resourceArn, tags: { team: 'sales', stage: '' } }));
    expect((await appflow.send(new DescribeFlowCommand({ flowName: 'orders' }))).tags).toEqual({
      team: 'sales',
      tier: '1',
      stage: '',
    });
  });

  behaves('A', 'a flow has at most 50 tags, and none of AWS', async ({ appflow, refused }) => {
    const { flowArn: resourceArn } = await appflow.send(
      new CreateFlowCommand(flowRequest('orders', 'Event')),
    );
    const numbered = (from: number) =>
      Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`key-${from + index}`, '']));
    const tag = (tags: Record<string, string>) => appflow.send(new TagResourceCommand({ resourceArn, tags }));
    await refused(tag({ 'aws:team': 'crm' }), 'ValidationException');
    await tag(numbered(0));
    await refused(
      tag(numbered(1)),
      'ValidationException',
      'Flow orders would have 51 tags, a flow can have at most 50.',
    );
  });

  behaves('S', 'only flows have tags', async ({ appflow, account, refused }) => {
    const command = new TagResourceCommand({ resourceArn: noFlow(account), tags: { team: 'crm' } });
    await refused(appflow.send(command), 'ValidationException');
  });

  behaves('A', 'a flow that does not exist is not found', async ({ appflow, account, refused }) => {
    const command = new TagResourceCommand({ resourceArn: nothing(account), tags: { team: 'crm' } });
    await refused(appflow.send(command), 'ResourceNotFoundException');
  });
});

conformance('UntagResource', (behaves) => {
  behaves('A', 'tags are taken away, also those that are not there', async ({ appflow }) => {
    const { flowArn: resourceArn } = await appflow.send(
      new CreateFlowCommand({
        ...flowRequest('orders', 'Scheduled'),
        tags: { 'cost+centre/eu=1': 'a b @ c', team: 'crm' },
      }),
    );
    const tagKeys = ['cost+centre/eu=1', 'never-there'];
    await appflow.send(new UntagResourceCommand({ resourceArn, tagKeys }));
    await appflow.send(new UntagResourceCommand({ resourceArn, tagKeys }));
    expect((await appflow.send(new ListTagsForResourceCommand({ resourceArn }))).tags).toEqual({
      team: 'crm',
    });
  });

  behaves('S', 'only flows have tags', async ({ appflow, account, refused }) => {
    const command = new UntagResourceCommand({ resourceArn: noFlow(account), tagKeys: ['team'] });
    await refused(appflow.send(command), 'ValidationException');
  });

  behaves('A', 'a flow that does not exist is not found', async ({ appflow, account, refused }) => {
    const command = new UntagResourceCommand({ resourceArn: nothing(account), tagKeys: ['team'] });
    await refused(appflow.send(command), 'ResourceNotFoundException');
  });
});
