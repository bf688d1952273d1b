import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { bindMigrationAwareSqlAdapterFactory, type SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';

const SCHEMA = 'prisma/schema.prisma';

/**
 * Lets `use` work with Prisma's schema engine as WebAssembly on the database in a file (an absolute path): the engine that the
 * Prisma command line downloads cannot be had everywhere.
 */
export async function withSchemaEngine<Result>(
  databaseFile: string,
  use: (engine: SchemaEngine) => Promise<Result>,
): Promise<Result> {
  const bindings = await loadBindings();
  const factory = new PrismaBetterSqlite3({ url: `file:${databaseFile}` });
  const connections: SqlDriverAdapter[] = [];
  const engine = await bindings.SchemaEngine.new(
    { datamodels: [[SCHEMA, await readFile(SCHEMA, 'utf8')]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory({
      provider: factory.provider,
      adapterName: factory.adapterName,
      connect: async () => {
        const connection = await factory.connect();
        connections.push(connection);
        return connection;
      },
      connectToShadowDb: () => factory.connectToShadowDb(),
    }),
  );
  try {
    return await use(engine);
  } finally {
    engine.free();
    // The engine leaves its connection open, which would keep the database from changing to WAL.
    await Promise.all(connections.map((connection) => connection.dispose()));
  }
}

async function loadBindings() {
  const bindings = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm');
  const wasm = await readFile(path.join(path.dirname(entry), 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': bindings });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return bindings;
}
