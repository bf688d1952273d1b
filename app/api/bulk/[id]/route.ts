import { answerBulkJob } from '@/server/console/bulk';

export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  return answerBulkJob(request, (await params).id);
}
