import { ApiException } from '@/contract/errors';
import type { Context } from '../context';
import { readPageToken, writePageToken } from '../domain/page-token';

interface PageOf<Item> {
  /** The operation that lists, "ListFlows": a token is good for that one only. */
  operation: string;
  /** The members of the request that narrow the listing, not the size of a page: a token is good for the same ones only. */
  query: Readonly<Record<string, unknown>>;
  nextToken: string | undefined;
  /** The most items of a page. */
  size: number;
  /** At most `limit` items in the order of their keys, those after a key. */
  fetch: (after: string | undefined, limit: number) => Promise<Item[]>;
  /** An item's place in the listing, which no two share and which does not change. */
  keyOf: (item: Item) => string;
}

/**
 * A page of a listing and the token for the next one, if there is one. Items that are there throughout the paging appear exactly once,
 * whatever comes and goes between pages. Throws ValidationException for a token that was not given for this listing.
 */
export async function readPage<Item>(
  { world, data }: Pick<Context, 'world' | 'data'>,
  { operation, query, nextToken, size, fetch, keyOf }: PageOf<Item>,
): Promise<{ items: Item[]; nextToken: string | undefined }> {
  const secret = data.pageTokenSecret;
  const listing = { world, operation, query };
  const after = nextToken === undefined ? undefined : readPageToken(secret, listing, nextToken);
  if (nextToken !== undefined && after === undefined) {
    throw new ApiException(
      'ValidationException',
      `The nextToken is not one that ${operation} gave for this account, region and request.`,
    );
  }
  const found = await fetch(after, size + 1);
  const items = found.slice(0, size);
  const last = items.at(-1);
  return {
    items,
    nextToken: found.length > size && last ? writePageToken(secret, listing, keyOf(last)) : undefined,
  };
}
