import { answerBulkCsv } from '@/server/console/bulk';

export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  return answerBulkCsv(request, (await params).id);
}
