import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';
import type { World } from '@/contract/console';

/** What a token is good for: one world, one listing, and the parameters that say what is listed (not how many a page). */
export interface Listing {
  world: World;
  /** The operation that lists, "ListFlows". */
  operation: string;
  /** The members of the request that narrow the listing; absent ones may be undefined. */
  query: Readonly<Record<string, unknown>>;
}

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * The token for what comes after the item with key `after`: encrypted and authenticated with `secret` (32 bytes), so that nobody reads,
 * makes or changes one. The same page has the same token, as its nonce is derived from all that it says.
 */
export function writePageToken(secret: Uint8Array, listing: Listing, after: string): string {
  const scope = scopeOf(listing);
  const text = JSON.stringify(after);
  const nonce = createHmac('sha256', secret).update(`${scope}\n${text}`).digest().subarray(0, NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, secret, nonce).setAAD(Buffer.from(scope));
  const encrypted = Buffer.concat([cipher.update(text), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), encrypted]).toString('base64url');
}

/** The key that a token continues after, or undefined when `secret` did not make it for this listing. */
export function readPageToken(secret: Uint8Array, listing: Listing, token: string): string | undefined {
  const bytes = Buffer.from(token, 'base64url');
  // Decoding takes what is written in other ways too.
  if (bytes.byteLength <= NONCE_BYTES + TAG_BYTES || bytes.toString('base64url') !== token) {
    return undefined;
  }
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  const decipher = createDecipheriv(CIPHER, secret, nonce, { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(scopeOf(listing)))
    .setAuthTag(tag);
  const text = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
  try {
    decipher.final();
  } catch {
    return undefined;
  }
  const after: unknown = JSON.parse(text.toString());
  return typeof after === 'string' ? after : undefined;
}

/** The listing as text: the same for the same parameters, in whatever order they stand. */
function scopeOf({ world: { account, region }, operation, query }: Listing): string {
  const parameters = Object.entries(query).sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([account, region, operation, Object.fromEntries(parameters)]);
}
