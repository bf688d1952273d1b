export { answerViewChange as POST, answerViews as GET } from '@/server/console/saved-views';
