/** @type {import('next').NextConfig} */
const config = {
  serverExternalPackages: ['better-sqlite3', '@prisma/client', '@prisma/adapter-better-sqlite3'],
  poweredByHeader: false,
  // Clicks inside somebody else's page would pass for the reader's own.
  headers: async () => [
    { source: '/:path*', headers: [{ key: 'content-security-policy', value: "frame-ancestors 'none'" }] },
  ],
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
