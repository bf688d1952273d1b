import { BulkQuestion } from '@/contract/bulk';
import { previewBulk } from '@/server/console/bulk-preview';
import { answerChange } from '@/server/wire/next-adapter';

export function POST(request: Request) {
  return answerChange(request, BulkQuestion, ({ world }, question) => previewBulk(world, question));
}
