import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type OperationName, operations } from '@/contract/operations';
import { faultOf } from '@/contract/testing/fault';
import { allowedRequests, hostileRequests } from '@/contract/testing/requests';
import { flowArn } from '../domain/arn';
import { createFlow } from '../operations/create-flow';
import { flowRequest, openTestServices, world } from '../testing/open-test-services';
import { serve } from '../testing/serve';

const names = Object.keys(operations) as OperationName[];
const headers = {
  'content-type': 'application/json',
  'x-sluice-account': world.account,
  'x-sluice-region': world.region,
};

test.each(names)(
  '%s answers whatever it is sent with its output or with an error that it may give, never with a 500',
  async (operation) => {
    const services = await openTestServices();
    const ctx = services.contextOf('Ana');
    await createFlow(flowRequest('orders', 'Scheduled'), ctx);
    await createFlow(flowRequest('export', 'OnDemand'), ctx);
    const { send } = await serve(services);
    const requests = ['orders', 'export'].flatMap((flowName) => {
      const existing = { flowName, resourceArn: flowArn(world, flowName) };
      return [allowedRequests(operation, existing), hostileRequests(operation, existing)];
    });
    await fc.assert(
      fc.asyncProperty(fc.oneof(...requests), async ({ method, path, body }) => {
        expect(faultOf(operation, await send(method, path, headers, body))).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  },
);

test('the requests are of every operation, also of those with a path of their own', () => {
  for (const operation of ['TagResource', 'UntagResource'] as const) {
    const { method, uri } = operations[operation];
    const [request] = fc.sample(allowedRequests(operation, {}), 1);
    expect(request).toMatchObject({ method });
    expect(request?.path).toMatch(new RegExp(`^${uri.replace('{resourceArn}', '[^/?]+')}(\\?|$)`));
  }
});
