import type { World } from '@/contract/console';

/** The token for what comes after `after` in a listing of one world: opaque, and good for that world and listing only. */
export function writePageToken({ account, region }: World, listing: string, after: string): string {
  return Buffer.from(JSON.stringify([account, region, listing, after])).toString('base64url');
}

/** The key that a token continues after, or undefined when it was not made for this world and listing. */
export function readPageToken(world: World, listing: string, token: string): string | undefined {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(token, 'base64url').toString());
  } catch {
    return undefined;
  }
  const after: unknown = Array.isArray(parts) ? parts[3] : undefined;
  return typeof after === 'string' && writePageToken(world, listing, after) === token ? after : undefined;
}
