export { answer as POST } from '@/server/wire/next-adapter';
