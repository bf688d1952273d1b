/** @type {import('next').NextConfig} */
const config = {
  serverExternalPackages: ['better-sqlite3', '@prisma/client', '@prisma/adapter-better-sqlite3'],
  poweredByHeader: false,
  reactStrictMode: true,
  turbopack: {
    rules: {
      '**/global-styles/index.css': { loaders: ['./scripts/used-fonts.cjs'], type: 'css' },
    },
  },
  // `npm test` checks the types of everything: a first start need not wait for it.
  typescript: { ignoreBuildErrors: true },
};

export default config;
