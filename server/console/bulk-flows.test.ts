import { expect, test } from 'vitest';
import { registerServices } from '../context';
import { createFlow } from '../operations/create-flow';
import { flowRequest, openTestServices, world } from '../testing/open-test-services';
import { chosenFlows } from './bulk-flows';

test('a filter may find as many flows as the limit says, and no more', async () => {
  const services = await openTestServices();
  registerServices(services);
  for (const flowName of ['orders-1', 'orders-2', 'leads']) {
    await createFlow(flowRequest(flowName, 'Scheduled'), services.contextOf('Ana'));
  }
  expect(await chosenFlows(world, { action: 'stop', flows: { filter: 'q=orders&page=7' } }, 2)).toHaveLength(
    2,
  );
  expect(await chosenFlows(world, { action: 'stop', flows: { filter: '' } }, 3)).toHaveLength(3);
  await expect(chosenFlows(world, { action: 'stop', flows: { filter: '' } }, 2)).rejects.toMatchObject({
    name: 'ValidationException',
    message: 'More than 2 flows match, and a bulk action takes no more than that: narrow the filter.',
  });
  await expect(
    chosenFlows(world, { action: 'stop', flows: { filter: 'status=none' } }),
  ).rejects.toMatchObject({
    name: 'ValidationException',
  });
});
