export { answerOverview as GET } from '@/server/console/overview';
