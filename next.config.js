/** @type {import('next').NextConfig} */
const config = {
  serverExternalPackages: ['better-sqlite3', '@prisma/client', '@prisma/adapter-better-sqlite3'],
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm test` checks the types of everything: a first start need not wait for it.
  typescript: { ignoreBuildErrors: true },
};

export default config;
