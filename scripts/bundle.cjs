// Bundles the programs that run without a TypeScript loader: ready in half the time and with half the memory.
const path = require('node:path');
const { build } = require('esbuild');

const root = path.dirname(__dirname);

/** The alias of tsconfig.json: without this, a name that does not exist would pass as a package. */
const ours = {
  name: 'ours',
  setup: (builder) => {
    builder.onResolve({ filter: /^@\// }, ({ path: name, kind }) =>
      builder.resolve(`./${name.slice(2)}`, { resolveDir: root, kind }),
    );
  },
};

build({
  absWorkingDir: root,
  entryPoints: {
    server: 'server.ts',
    reset: 'scripts/reset.ts',
    import: 'scripts/import.ts',
    export: 'scripts/export.ts',
    keys: 'scripts/keys.ts',
  },
  outdir: 'dist',
  bundle: true,
  format: 'esm',
  packages: 'external',
  plugins: [ours],
  platform: 'node',
  target: 'node20.19',
  logLevel: 'info',
}).catch(() => {
  process.exit(1);
});
