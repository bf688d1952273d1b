import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Context } from '../context';
import { flowRequest, openTestServices, world } from '../testing/open-test-services';
import { createFlow } from './create-flow';
import { deleteFlow } from './delete-flow';
import { listFlows } from './list-flows';
import { readPage } from './page';

type Change = { kind: 'create' | 'delete'; flowName: string };

/** Names that sort in ways that differ between languages: capitals, signs, one the beginning of another. */
const name = fc.stringMatching(/^[aAbB0][aAb_.#-]{1,3}$/);
const change: fc.Arbitrary<Change> = fc.record({ kind: fc.constantFrom('create', 'delete'), flowName: name });

async function carryOut(changes: Change[], existing: Set<string>, ctx: Context): Promise<void> {
  for (const { kind, flowName } of changes) {
    if (kind === 'create' && !existing.has(flowName)) {
      await createFlow(flowRequest(flowName, 'OnDemand'), ctx);
      existing.add(flowName);
    }
    if (kind === 'delete' && existing.delete(flowName)) {
      await deleteFlow({ flowName }, ctx);
    }
  }
}

test('a flow that exists throughout the paging appears exactly once, whatever is made and deleted between pages', async () => {
  const services = await openTestServices();
  let worlds = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(name, { maxLength: 12 }),
      fc.array(fc.array(change, { maxLength: 4 }), { maxLength: 6 }),
      fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }),
      async (names, changesBetween, sizes) => {
        worlds += 1;
        const account = String(worlds).padStart(12, '0');
        const ctx = services.contextOf('Ana', { world: { ...world, account } });
        const existing = new Set<string>();
        await carryOut(
          names.map((flowName) => ({ kind: 'create', flowName })),
          existing,
          ctx,
        );

        const throughout = new Set(existing);
        const seen: string[] = [];
        let nextToken: string | undefined;
        let pages = 0;
        do {
          const maxResults = sizes[pages % sizes.length];
          const page = await listFlows({ maxResults, nextToken }, ctx);
          seen.push(...(page.flows ?? []).map(({ flowName = '' }) => flowName));
          nextToken = page.nextToken;
          await carryOut(nextToken === undefined ? [] : (changesBetween[pages] ?? []), existing, ctx);
          throughout.forEach((each) => existing.has(each) || throughout.delete(each));
          pages += 1;
        } while (nextToken !== undefined);

        expect(new Set(seen).size).toBe(seen.length);
        expect(seen).toEqual([...seen].sort());
        expect(seen).toEqual(expect.arrayContaining([...throughout]));
      },
    ),
  );
});

test('the last page has no token, also when it is full', async () => {
  const ctx = (await openTestServices()).contextOf('Ana');
  for (const flowName of ['one', 'three', 'two']) {
    await createFlow(flowRequest(flowName, 'OnDemand'), ctx);
  }
  const first = await listFlows({ maxResults: 2 }, ctx);
  expect(first.flows).toHaveLength(2);
  expect(first.nextToken).toMatch(/^\S+$/);
  const { flows, nextToken } = await listFlows({ maxResults: 1, nextToken: first.nextToken }, ctx);
  expect(flows).toMatchObject([{ flowName: 'two' }]);
  expect(nextToken).toBeUndefined();
});

test('a token is refused by another listing, and by the same one of something else', async () => {
  const ctx = (await openTestServices()).contextOf('Ana');
  const listing = {
    operation: 'DescribeFlowExecutionRecords',
    query: { flowName: 'orders' },
    nextToken: undefined,
    size: 1,
    fetch: (after = '0', limit: number) =>
      Promise.resolve(['1', '2', '3'].filter((each) => each > after).slice(0, limit)),
    keyOf: (each: string) => each,
  };
  const { nextToken } = await readPage(ctx, listing);
  expect(await readPage(ctx, { ...listing, nextToken })).toMatchObject({ items: ['2'] });
  const refused = {
    name: 'ValidationException',
    message:
      'The nextToken is not one that DescribeFlowExecutionRecords gave for this account, region and request.',
  };
  await expect(
    readPage(ctx, { ...listing, nextToken, query: { flowName: 'refunds' } }),
  ).rejects.toMatchObject(refused);
  await expect(listFlows({ nextToken }, ctx)).rejects.toMatchObject({ name: 'ValidationException' });
});
