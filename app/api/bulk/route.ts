import { answerNewBulkJob } from '@/server/console/bulk';
import { answerApi } from '@/server/wire/next-adapter';

export { answerBulkJobs as GET } from '@/server/console/bulk';

export async function POST(request: Request) {
  return answerApi(request, answerNewBulkJob);
}
