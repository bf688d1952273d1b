export { answerFlowValues as GET } from '@/server/console/answer';
