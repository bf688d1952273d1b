import { parseArgs } from 'node:util';
import { World } from '@/contract/console';
import { TransferError } from './transfer-error';

/** What `npm run import` and `npm run export` are given: files, and an account or region. Throws TransferError with the usage. */
export function readArguments(args: string[], usage: string): { files: string[]; world: Partial<World> } {
  const { positionals: files, values: world } = parsed(args, usage);
  const wrong =
    World.partial()
      .safeParse(world)
      .error?.issues.map(({ path }) => path[0]) ?? [];
  if (wrong.includes('account')) {
    throw new TransferError(`--account must be 12 digits, not ${JSON.stringify(world.account)}.`);
  }
  if (wrong.includes('region')) {
    throw new TransferError(
      `--region must be a region such as us-east-1, not ${JSON.stringify(world.region)}.`,
    );
  }
  if (files.length === 0) {
    throw new TransferError(usage);
  }
  return { files, world };
}

function parsed(args: string[], usage: string) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { account: { type: 'string' }, region: { type: 'string' } },
    });
  } catch (error) {
    throw new TransferError(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}
