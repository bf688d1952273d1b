import { answerActivityExport } from '@/server/console/activity';

export function GET(request: Request) {
  return answerActivityExport(request, 'csv');
}
