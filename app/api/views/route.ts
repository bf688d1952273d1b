import { ViewChange } from '@/contract/saved-views';
import { changeView } from '@/server/console/saved-views';
import { answerChange } from '@/server/wire/next-adapter';

export { answerViews as GET } from '@/server/console/saved-views';

export function POST(request: Request) {
  return answerChange(request, ViewChange, changeView);
}
