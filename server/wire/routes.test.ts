import { existsSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { operations } from '@/contract/operations';
import { handlers, type ServedOperation } from '../operations/index';

const routes: Record<string, () => Promise<object>> = import.meta.glob('../../app/*/route.ts');

const served = Object.keys(handlers) as ServedOperation[];

test.each(served.map((name) => [name, operations[name]] as const))(
  '%s has a Next route handler at its path, for its method alone',
  async (_name, operation) => {
    const load = routes[`../../app${operation.uri}/route.ts`];
    expect(load).toBeDefined();
    expect(Object.keys((await load?.()) ?? {})).toEqual([operation.method]);
  },
);

test('no route handler stands outside the contract and /api', () => {
  const uris = served.map((name) => operations[name].uri);
  const folders = readdirSync('app').filter((name) => existsSync(`app/${name}/route.ts`));
  expect(folders.map((name) => `/${name}`).sort()).toEqual([...uris].sort());
});
