import { answerOlderRuns } from '@/server/console/answer';

export async function GET(request: Request, { params }: { params: Promise<{ name: string }> }) {
  return answerOlderRuns(request, (await params).name);
}
