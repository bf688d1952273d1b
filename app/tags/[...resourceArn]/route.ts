export { answer as DELETE, answer as GET, answer as POST } from '@/server/wire/next-adapter';
