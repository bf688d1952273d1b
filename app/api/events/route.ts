export { answerEvents as GET } from '@/server/console/answer';
