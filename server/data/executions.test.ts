import { expect, test } from 'vitest';
import { createFlow } from '../operations/create-flow';
import { deleteFlow } from '../operations/delete-flow';
import { startFlow } from '../operations/start-flow';
import { flowRequest, openTestServices, world } from '../testing/open-test-services';

test('the runs of a name are those of all flows that had it, the newest first, and go on after any of them', async () => {
  const { contextOf, data, time } = await openTestServices();
  const ctx = contextOf('Ana');
  const started: string[] = [];
  for (const runs of [2, 0, 3, 1]) {
    await createFlow(flowRequest('export', 'OnDemand'), ctx);
    for (let run = 0; run < runs; run += 1) {
      time.now += 1_000;
      const { executionId } = await startFlow({ flowName: 'export' }, ctx);
      started.unshift(executionId ?? '');
    }
    await deleteFlow({ flowName: 'export', forceDelete: true }, ctx);
  }
  const all = await data.executions.ofFlow(world, 'export', 10);
  expect(all.map(({ executionId }) => executionId)).toEqual(started);
  expect(all).toHaveLength(6);
  for (const limit of [1, 2, 4]) {
    expect(await data.executions.ofFlow(world, 'export', limit)).toEqual(all.slice(0, limit));
    for (const [index, place] of all.entries()) {
      const after = await data.executions.ofFlow(world, 'export', limit, place);
      expect(after).toEqual(all.slice(index + 1, index + 1 + limit));
    }
  }
  expect(await data.executions.ofFlow(world, 'other', 10)).toEqual([]);
});
