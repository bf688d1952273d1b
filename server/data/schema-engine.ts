import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { bindMigrationAwareSqlAdapterFactory, type SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';
import { repositoryRoot } from '../repository-root';

const WASM = '@prisma/schema-engine-wasm/schema_engine_bg';

/**
 * Lends Prisma's schema engine for a database file (an absolute path), and closes it again. It is the WebAssembly build: the engine
 * that the Prisma command line downloads cannot be had everywhere. Costs about 100 ms, so it is loaded only for work to do.
 */
export async function withSchemaEngine<Result>(
  databaseFile: string,
  work: (engine: SchemaEngine, schema: [path: string, content: string]) => Promise<Result>,
): Promise<Result> {
  const path = join(repositoryRoot, 'prisma/schema.prisma');
  const schema: [string, string] = [path, await readFile(path, 'utf8')];
  const factory = new PrismaBetterSqlite3({ url: `file:${databaseFile}` });
  const connections: SqlDriverAdapter[] = [];
  const remembered = async (connecting: Promise<SqlDriverAdapter>): Promise<SqlDriverAdapter> => {
    const connection = withStrings(await connecting);
    connections.push(connection);
    return connection;
  };
  const { SchemaEngine } = await loadBindings();
  const engine = await SchemaEngine.new(
    { datamodels: [schema] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory({
      provider: factory.provider,
      adapterName: factory.adapterName,
      connect: () => remembered(factory.connect()),
      connectToShadowDb: () => remembered(factory.connectToShadowDb()),
    }),
  );
  try {
    return await work(engine, schema);
  } finally {
    engine.free();
    // The engine leaves its connections to the garbage collector, which may come late.
    await Promise.allSettled(connections.map((connection) => connection.dispose()));
  }
}

/** To read a partial index the engine writes its name as a double-quoted string, which this build of SQLite takes for a column. */
function withStrings(connection: SqlDriverAdapter): SqlDriverAdapter {
  const queryRaw = connection.queryRaw.bind(connection);
  connection.queryRaw = (query) =>
    queryRaw({ ...query, sql: query.sql.replace(/(FROM sqlite_master .* name = )"(\w+)"/, "$1'$2'") });
  return connection;
}

type Bindings = typeof import('@prisma/schema-engine-wasm/schema_engine_bg');

let bindings: Promise<Bindings> | undefined;

/** Once for the process: the bindings hold views of one memory, a second instance would meet those of the first. */
function loadBindings(): Promise<Bindings> {
  bindings ??= instantiate();
  return bindings;
}

async function instantiate(): Promise<Bindings> {
  const module = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  // The package's own entry imports the .wasm file as a module, which Node does not do.
  const bytes = await readFile(
    createRequire(import.meta.url)
      .resolve(WASM)
      .replace(/\.js$/, '.wasm'),
  );
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': { ...module } });
  module.__wbg_set_wasm(instance.exports);
  const { __wbindgen_start: start } = instance.exports as { __wbindgen_start: () => void };
  start();
  return module;
}
