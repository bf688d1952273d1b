import { answerBulkCancel } from '@/server/console/bulk';
import { answerApi } from '@/server/wire/next-adapter';

export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return answerApi(request, (asked) => answerBulkCancel(asked, id));
}
