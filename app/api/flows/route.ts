export { answerFlows as GET } from '@/server/console/answer';
