import type { WorldsRead, WorldSettings } from '@/contract/activity';
import type { World } from '@/contract/console';
import { services } from '../context';
import type { Caller } from '../domain/flow';
import { fresh } from './answer';

/** The worlds for which people have set a name, a colour or a rule. */
export async function readWorlds(): Promise<WorldsRead> {
  return { worlds: await services().data.worlds.settings() };
}

/** Answers `GET /api/worlds`. */
export async function answerWorlds(): Promise<Response> {
  return fresh(await readWorlds());
}

/** Sets what a world is called and how it looks, with an event that says who did it. */
export async function changeWorld(
  asked: { world: World; caller: Caller; requestId: string },
  settings: WorldSettings,
): Promise<WorldSettings> {
  await services().data.submit({ ...asked, command: { operation: 'ChangeWorld', settings } });
  return settings;
}
