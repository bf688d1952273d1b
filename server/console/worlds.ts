import { z } from 'zod';
import type { WorldsRead, WorldSettings } from '@/contract/activity';
import type { Viewer, World } from '@/contract/console';
import { services } from '../context';
import type { Caller } from '../domain/flow';
import { answerRead, fresh } from './answer';

/** The worlds for which people have set a name, a colour or a rule; those of the key's account alone for who is signed in with one. */
export async function readWorlds(viewer: Viewer): Promise<WorldsRead> {
  const worlds = await services().data.worlds.settings();
  return {
    worlds: worlds.filter(({ account }) => viewer.auth === 'open' || viewer.session?.account === account),
  };
}

/** Answers `GET /api/worlds`. */
export function answerWorlds(request: Request): Promise<Response> {
  return answerRead(request, z.object({}), async (viewer) => fresh(await readWorlds(viewer)));
}

/** Sets what a world is called and how it looks, with an event that says who did it. */
export async function changeWorld(
  asked: { world: World; caller: Caller; requestId: string },
  settings: WorldSettings,
): Promise<WorldSettings> {
  await services().data.submitWorld({
    ...asked,
    command: { operation: 'ChangeWorld', settings },
    answer: () => undefined,
  });
  return settings;
}
