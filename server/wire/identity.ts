import { World } from '@/contract/console';
import { ApiException } from '@/contract/errors';
import type { WireRequest } from './request';

/** Who asks, and for which world. */
export interface Identity {
  world: World;
  actor: string;
}

/** The world that x-sluice-account and x-sluice-region name, `usual` where they say nothing. Throws AccessDeniedException. */
export function worldOfHeaders(headers: WireRequest['headers'], usual: World): World {
  const world = World.safeParse({
    account: headers['x-sluice-account'] ?? usual.account,
    region: headers['x-sluice-region'] ?? usual.region,
  });
  if (!world.success) {
    throw new ApiException(
      'AccessDeniedException',
      'x-sluice-account must be 12 digits and x-sluice-region a region such as us-east-1.',
    );
  }
  return world.data;
}
