import { ApiException } from '@/contract/errors';
import { mayStartAgainAt } from '../domain/stop-until';
import { isFromOwnPage } from './guard';
import type { WireRequest } from './request';

/** What our own page says with a request beside what the API knows. From anybody else it is not heard. */

/**
 * Until when a flow is to be stopped (epoch milliseconds), of the header `x-sluice-until`. Throws ValidationException for a time that is
 * not to come within a year.
 */
export function startsAgainAt({ headers }: Pick<WireRequest, 'headers'>, now: number): number | undefined {
  const until = headers['x-sluice-until'];
  if (until === undefined || !isFromOwnPage(headers)) {
    return undefined;
  }
  const at = Number(until);
  if (!/^\d{1,15}$/.test(until) || !mayStartAgainAt(at, now)) {
    throw new ApiException('ValidationException', 'The time to start again must be to come, within a year.');
  }
  return at;
}

/** The id that a page gave to its attempt, by which it finds out what became of a request that nobody answered: the request id then. */
export function attemptId(headers: WireRequest['headers']): string | undefined {
  const id = headers['x-sluice-attempt'];
  return isFromOwnPage(headers) && id !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
    ? id
    : undefined;
}
