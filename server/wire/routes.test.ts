import { expect, test } from 'vitest';
import { operations, type OperationName } from '@/contract/operations';

const routes: Record<string, () => Promise<object>> = import.meta.glob([
  '../../app/**/route.ts',
  '!../../app/api/**',
]);

/** The file for a URI. A member at its end is the rest of the path, as not all clients encode the slashes in an ARN. */
function fileOf(uri: string): string {
  return `../../app${uri.replace(/\{(\w+)\}$/, '[...$1]')}/route.ts`;
}

const methodsByFile = new Map<string, string[]>();
for (const name of Object.keys(operations) as OperationName[]) {
  const { method, uri } = operations[name];
  methodsByFile.set(fileOf(uri), [...(methodsByFile.get(fileOf(uri)) ?? []), method]);
}

test.each([...methodsByFile])('%s answers the methods of its operations alone', async (file, methods) => {
  const load = routes[file];
  expect(load).toBeDefined();
  expect(Object.keys((await load?.()) ?? {}).sort()).toEqual([...methods].sort());
});

test('no route handler stands outside the contract and /api', () => {
  expect(Object.keys(routes).sort()).toEqual([...methodsByFile.keys()].sort());
});

test('an operation’s URI has no member but the one at its end, after one word', () => {
  const uris = Object.values(operations).map(({ uri }) => uri);
  expect(uris.filter((uri) => !/^\/[a-z-]+(\/\{\w+\})?$/.test(uri))).toEqual([]);
});
