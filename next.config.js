/** @type {import('next').NextConfig} */
const config = {
  serverExternalPackages: ['better-sqlite3', '@prisma/client', '@prisma/adapter-better-sqlite3'],
  poweredByHeader: false,
  reactStrictMode: true,
};

export default config;
