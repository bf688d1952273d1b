import { z } from 'zod';
import { cancelBulkJob } from '@/server/console/bulk';
import { answerChange } from '@/server/wire/next-adapter';

export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return answerChange(request, z.object({}), (asked) => cancelBulkJob(asked, id));
}
