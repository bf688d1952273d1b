import { WorldSettings } from '@/contract/activity';
import { changeWorld } from '@/server/console/worlds';
import { answerChange } from '@/server/wire/next-adapter';

export { answerWorlds as GET } from '@/server/console/worlds';

export function PUT(request: Request) {
  return answerChange(request, WorldSettings, changeWorld);
}
