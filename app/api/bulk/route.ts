import { BulkRequest } from '@/contract/bulk';
import { createBulkJob } from '@/server/console/bulk';
import { answerChange } from '@/server/wire/next-adapter';

export { answerBulkJobs as GET } from '@/server/console/bulk';

export function POST(request: Request) {
  return answerChange(request, BulkRequest, createBulkJob, 201);
}
