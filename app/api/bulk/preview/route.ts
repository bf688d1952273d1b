import { answerBulkPreview } from '@/server/console/bulk';
import { answerApi } from '@/server/wire/next-adapter';

export async function POST(request: Request) {
  return answerApi(request, answerBulkPreview);
}
