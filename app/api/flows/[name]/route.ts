import { answerFlow } from '@/server/console/answer';

export async function GET(request: Request, { params }: { params: Promise<{ name: string }> }) {
  return answerFlow(request, (await params).name);
}
