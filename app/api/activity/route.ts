export { answerActivity as GET } from '@/server/console/activity';
